"""What is done to catalogues of any size: many entries of a piece, and one entry of it again and again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.catalogue.merging.merge import merge
from l10n.catalogue.template import contexts
from l10n.checking.file import check_file
from l10n.checking.settings import Settings
from l10n.model import Catalogue, Entry
from tests.benchmarks.growth_inputs import Sized, Step, repeated
from tests.benchmarks.growth_pieces import HTML, WORDS


def catalogues() -> Iterator[tuple[str, Sized]]:
    """What is done to catalogues of about so many bytes, by the name of the piece."""
    for name, piece in (WORDS | HTML).items():
        yield name, partial(_steps, piece.strip() or "a")


def _steps(piece: str, size: int) -> Iterator[tuple[str, Step]]:
    count = max(2, size // (2 * len(f"{piece} Haus 1000.".encode())))
    many = [f"{piece} Haus {number}." for number in range(count)]
    equal = [f"{piece} Haus {number % 7}." for number in range(count)]
    whole = [repeated(piece, size // 2), repeated(f"{piece} ", size // 4)]
    for name, texts in (("entries", many), ("equal entries", equal), ("long entries", whole)):
        old, other = _entries(texts), [f"Das {text}" for text in texts]
        yield f"update {name}", partial(merge, old, _template(other[::-1]))
        yield f"update {name} of which some are new", partial(merge, old, _template([*texts[1::2], *other[::3]]))
        yield f"check {name}", partial(_check, old)


def _template(texts: list[str]) -> list[Entry]:
    return [Entry(text, "", context) for text, context in zip(texts, contexts(texts), strict=True)]


def _entries(texts: list[str]) -> list[Entry]:
    return [Entry(each.msgid, f"ё{each.msgid}", each.msgctxt) for each in _template(texts)]


def _check(entries: list[Entry]) -> None:
    """As the command does, with the file written before."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.ru.po")
        po.write(path, Catalogue(header("a", "ru", "de", "2026-01-31 12:00+0000"), tuple(entries)))
        check_file(path, Settings(), None, compared=True)
