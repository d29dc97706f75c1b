"""An engine for tests, as anybody could write one: a word for a word, out of `de-en.words`. It can do nothing else.

A file has a line `Haus house` a word; what is not in it is copied. An empty file is broken, and so is, once it is
opened, one that begins with `damaged`. A text with `Stopp` interrupts the run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from l10n.engines import Capabilities, Decoder, Decoding, Hypothesis, Stock, Supply
from l10n.errors import PackageError
from l10n.model.device import Device

_PLAIN = Decoding()
ASKED: list[tuple[str, str]] = []
"""Name of the pair and text, whatever was translated."""


@dataclass(frozen=True, slots=True)
class Words:
    """A file of words."""

    path: Path
    source: str
    target: str

    @property
    def engine(self) -> str:
        return "words"

    @property
    def name(self) -> str:
        return f"{self.source}-{self.target}-w"

    @property
    def engine_name(self) -> str:
        return "words"

    @property
    def demo(self) -> bool:
        return False

    @property
    def identity(self) -> str:
        return f"words:{self.name}"


def stock(supply: Supply) -> Stock:
    paths = sorted(supply.folder.glob("*.words"))
    broken = (PackageError(f"{path}: no words", "write some") for path in paths if not path.stat().st_size)
    return Stock(tuple(Words(path, *path.stem.split("-")) for path in paths if path.stat().st_size), tuple(broken))


@contextmanager
def open_pair(pair: Words, beam: int, device: Device) -> Iterator[Decoder]:
    lines = pair.path.read_text("utf-8").splitlines()
    if lines[0] == "damaged":
        raise PackageError(f"{pair.path}: broken")
    yield _Reader(pair.name, dict(line.split(" ", 1) for line in lines))


class _Reader:
    capabilities = Capabilities()

    def __init__(self, name: str, words: dict[str, str]) -> None:
        self._name, self._words = name, words

    def translate(
        self, texts: Sequence[str], how: Decoding = _PLAIN, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        assert not prefixes, "it takes none"
        for index, text in enumerate(texts):
            ASKED.append((self._name, text))
            if "Stopp" in text:
                raise KeyboardInterrupt
            words = map(self._word, text.strip(".!?").split())
            end = text[-1] if text[-1] in ".!?" else ""
            yield index, (Hypothesis(" ".join(filter(None, words)) + end),)

    def _word(self, word: str) -> str:
        return self._words.get(word, self._words.get(word.lower(), word))
