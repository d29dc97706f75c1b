"""Random lives of an article's catalogue: edits of the article, drafts, people, tools and faults, in any order.

What holds for all catalogues stands in `tests.lives`; here, besides, a run repeated changes nothing, and one that fails
leaves the file as it was.
"""

from __future__ import annotations

import errno
import io
import itertools
import os
import pkgutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from typer.testing import CliRunner

from l10n.cli import app
from l10n.engines.argos.demo.builder import build_package
from l10n.errors import RefusalError, WriteError
from tests.conftest import GLOSSES, program
from tests.lives import PLACE, CatalogueLife, live

SCOPE = ("a.txt", "--to", "ru")
SENTENCES = (
    "Das alte Haus am Rand der Stadt ist groß.",
    "Niemand weiß, wem es heute noch gehört.",
    "38 Menschen kamen gestern aus dem Dorf.",
    "Die Nachbarn schweigen, und im Rathaus gibt es keine Auskunft.",
    "Morgen kommt die Frau zurück.",
    "Ja.",
    "„Das ist nicht wahr“, sagte der Mann.",
)

WORDS = ("neue", "Hund", "nie", "Haus", "kalt")
COSMETIC = ((".", "!"), ("38", "39"), ("„", "»"), (" ", "\u00a0"), ("–", "-"))


class _KilledError(BaseException):
    """The process ends here."""


class _FullFile(io.FileIO):
    """A file on a disk without space."""

    def write(self, data: object) -> int:
        raise _no_space()


class Life(CatalogueLife):
    """One article, one Russian catalogue."""

    @initialize(sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    def begin(self, sentences: list[str]) -> None:
        self.begin_in_a_new_folder()
        self.path = self.folder / "locales" / "ru" / "LC_MESSAGES" / "a.po"
        self.template = self.folder / "locales" / "a.pot"
        self.sentences = sentences
        self.run_all("update")

    # --- the article -------------------------------------------------------------------------------------------------

    @rule(place=PLACE, sentence=st.sampled_from(SENTENCES))
    def insert(self, place: int, sentence: str) -> None:
        self.change(lambda at: self.sentences.insert(at, sentence), place)

    @rule(place=PLACE)
    def delete(self, place: int) -> None:
        self.change(lambda at: self.sentences.pop(at) if len(self.sentences) > 1 else None, place)

    @rule(place=PLACE, other=PLACE)
    def move(self, place: int, other: int) -> None:
        self.change(lambda at: self.sentences.insert(other % len(self.sentences), self.sentences.pop(at)), place)

    @rule(place=PLACE, number=PLACE, word=st.sampled_from(WORDS))
    def change_word(self, place: int, number: int, word: str) -> None:
        def edit(at: int) -> None:
            words = self.sentences[at].split(" ")
            words[number % len(words)] = word
            self.sentences[at] = " ".join(words)

        self.change(edit, place)

    @rule(place=PLACE)
    def split(self, place: int) -> None:
        def edit(at: int) -> None:
            first, comma, second = self.sentences[at].partition(", ")
            if comma:
                self.sentences[at : at + 1] = [f"{first}.", second[:1].upper() + second[1:]]

        self.change(edit, place)

    @rule(place=PLACE)
    def join(self, place: int) -> None:
        def edit(at: int) -> None:
            self.sentences[at : at + 2] = [", ".join(text.rstrip(".") for text in self.sentences[at : at + 2]) + "."]

        self.change(edit, place)

    @rule(place=PLACE, edit=st.sampled_from(COSMETIC))
    def polish(self, place: int, edit: tuple[str, str]) -> None:
        def polished(at: int) -> None:
            self.sentences[at] = self.sentences[at].replace(*edit, 1)

        self.change(polished, place)

    # --- machines ----------------------------------------------------------------------------------------------------

    @rule(redraft=st.booleans())
    def draft(self, redraft: bool) -> None:
        self.run_all("draft", "--packages", self.packages, *(["--redraft"] if redraft else []))

    @rule()
    def prune(self) -> None:
        """Obsolete entries go."""
        self.run_all("update", "--prune", "--force")

    @rule(step=st.sampled_from(["os.fsync", "pathlib.Path.replace"]))
    def kill(self, step: str) -> None:
        """A run ends in the middle of a save."""
        before = self.append()
        with mock.patch(step, side_effect=_KilledError), pytest.raises(_KilledError):
            CliRunner().invoke(app, ["update", *SCOPE], catch_exceptions=False)
        assert self.path.read_bytes() == before
        self.run_all("update")

    @rule(
        step=st.sampled_from(["tempfile.mkstemp", "os.fdopen", "os.fsync", "pathlib.Path.replace"]), first=st.booleans()
    )
    def disk_full(self, step: str, first: bool) -> None:
        """No space is left when a run saves, from the first file on or later."""
        before = self.append()
        with mock.patch(step, _without_space(step, 1 if first else 2)):
            self.run("update", *SCOPE, codes=(WriteError.exit_code,))
        assert self.path.read_bytes() == before
        self.run_all("update")

    @rule()
    def fifo(self) -> None:
        """A pipe stands where the catalogue should be, and another one where a page goes."""
        aside = self.path.rename(self.path.with_suffix(".aside"))
        os.mkfifo(self.path)
        self.write()
        self.run("update", *SCOPE, codes=(2,))
        assert self.path.is_fifo()
        aside.replace(self.path)
        page = self.folder / "page.html"
        os.mkfifo(page)
        with ThreadPoolExecutor(1) as reader:
            read = reader.submit(page.read_bytes)
            self.run("review", "page", self.path, "--output", page)
            assert b"</html>" in read.result(timeout=60)
        assert page.is_fifo()
        page.unlink()

    # --- means -------------------------------------------------------------------------------------------------------

    def write(self) -> None:
        Path("a.txt").write_text("\n".join(self.sentences) + "\n", "utf-8")

    def append(self) -> bytes:
        """Give a run something to save; returns the catalogue as it is before."""
        self.sentences.append("Ganz am Ende steht noch etwas.")
        self.write()
        return self.path.read_bytes()

    def run_all(self, command: str, *arguments: object) -> None:
        """For the article as it is now."""
        self.write()
        self.run(command, *arguments, *SCOPE)

    def change(self, edit: Callable[[int], object], place: int) -> None:
        """Edit the article, then bring the catalogue up to date, twice."""
        edit(place % len(self.sentences))
        before = self.path.read_bytes()
        self.write()
        result = self.run("update", *SCOPE, codes=(0, RefusalError.exit_code))
        if result.exit_code == RefusalError.exit_code:
            assert self.path.read_bytes() == before
            self.run_all("update", "--force")
        again = self.path.read_bytes()
        self.run_all("update")
        assert self.path.read_bytes() == again


def _no_space() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _without_space(step: str, start: int) -> Callable[..., Any]:
    """What stands for this function, from this call on, when the disk is full."""
    module, _, name = step.rpartition(".")
    real = getattr(pkgutil.resolve_name(module), name)
    calls = itertools.count(1)

    def called(*arguments: Any, **options: Any) -> Any:
        if next(calls) < start:
            return real(*arguments, **options)
        if step == "os.fdopen":
            return _FullFile(arguments[0], "w")
        raise _no_space()

    return called


def test_nothing_that_can_happen_to_a_catalogue_loses_work(tmp_path: Path) -> None:
    program("msgfmt")
    for source, target in (("de", "en"), ("en", "ru")):
        build_package(tmp_path, source, target, GLOSSES[source, target])
    live(Life, tmp_path)
