"""The files of one random life, what people have put into them, and the means to do so."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine
from typer.testing import CliRunner, Result

from l10n.catalogue import po
from l10n.cli import app
from l10n.model import Catalogue, Entry


class LifeFiles(RuleBasedStateMachine):
    """A catalogue, its template, and the words that people have typed."""

    packages: Path
    path: Path
    template: Path
    validity: tuple[str, ...] = ("--check",)
    """What msgfmt looks at."""

    def begin_in_a_new_folder(self) -> None:
        """The current one, with nothing typed yet."""
        self.folder = Path(tempfile.mkdtemp())
        self.here = Path.cwd()
        os.chdir(self.folder)
        Path("l10n.toml").write_text("")
        self.typed: set[str] = set()
        self.noted: set[str] = set()
        self.signed: set[tuple[str, tuple[str, ...]]] = set()
        self.said = ""
        self.letters = ("".join(name) for name in itertools.product("бвгджзклмн", repeat=4))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            os.chdir(self.here)
            shutil.rmtree(self.folder)

    def entries(self) -> tuple[Entry, ...]:
        return po.read(self.path).entries

    def current(self) -> list[Entry]:
        return [entry for entry in self.entries() if not entry.obsolete]

    def texts(self) -> str:
        return "\n".join(text for entry in self.entries() for text in entry.texts)

    def comments(self) -> list[str]:
        catalogue = po.read(self.path)
        return [*catalogue.comments, *(line for entry in catalogue.entries for line in entry.comments)]

    def named_files(self) -> str:
        """What stands in files beside the catalogue that l10n has named to somebody."""
        others = {self.path, self.template, *self.folder.glob(".git/**/*")}
        files = (path for path in self.folder.rglob("*") if path.is_file() and path not in others)
        return "".join(path.read_bytes().decode("utf-8", "replace") for path in files if path.name in self.said)

    def use(self, tool: Callable[[Path], object], drops: bool = False) -> None:
        """Let the tool change the catalogue; if it is known to drop things, that is its doing and not ours."""
        tool(self.path)
        if drops:
            self.typed -= missing_words(self.typed, self.texts() + self.named_files())
            self.noted -= missing_words(self.noted, "\n".join(self.comments()) + self.named_files())

    def run(self, *arguments: object, codes: Collection[int] = (0,)) -> Result:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert result.exit_code in codes, f"exit code {result.exit_code}\n{result.output}"
        self.said += result.output
        return result

    def word(self, words: set[str]) -> str:
        """A new one, remembered among these."""
        words.add(word := next(self.letters))
        return word

    def overwritten(self, entry: Entry) -> tuple[str, ...]:
        """New texts for the entry; what somebody had typed there before is theirs to delete."""
        self.typed -= {word for text in entry.texts for word in text.split()}
        return tuple(self.word(self.typed) for _ in entry.texts)

    def type_into(self, place: int, accept: bool) -> None:
        """New texts for one entry, as in an editor, without a word to l10n."""

        def typed(old: Entry) -> Entry:
            texts = tuple(map(partial(self.phrased, old), self.overwritten(old)))
            flags = tuple(flag for flag in old.flags if flag != "fuzzy")
            plural = old.msgid_plural is not None
            return replace(
                old,
                msgstr="" if plural else texts[0],
                msgstr_plural=texts if plural else (),
                flags=flags if accept else ("fuzzy", *flags),
            )

        self.change_entry(place, typed)

    def phrased(self, entry: Entry, word: str) -> str:
        """A text of this word that the entry's format allows."""
        return word

    def change_entry(self, place: int, change: Callable[[Entry], Entry]) -> None:
        old = po.read(self.path)
        at = place % len(self.current())
        po.write(self.path, Catalogue(old.header, tuple(_changed(old.entries, at, change)), old.comments, old.flags))


def missing_words(words: set[str], text: str) -> set[str]:
    """Those that are not there."""
    return {word for word in words if word not in text}


def _changed(entries: tuple[Entry, ...], at: int, change: Callable[[Entry], Entry]) -> Iterator[Entry]:
    """With one of those changed that are not obsolete."""
    places = [place for place, entry in enumerate(entries) if not entry.obsolete]
    for place, entry in enumerate(entries):
        yield change(entry) if place == places[at] else entry
