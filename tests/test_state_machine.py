"""Random lives of a catalogue: edits of the article, drafts, people, editors and kills, in any order.

Whatever happens: no text that a person typed disappears, nothing counts as reviewed that nobody signed, every file is
valid, and a run repeated changes nothing.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typer.testing import CliRunner

from l10n.catalogue import po
from l10n.catalogue.signature import signed
from l10n.catalogue.state import state
from l10n.cli import app
from l10n.demo.builder import build_package
from l10n.errors import RefusalError
from l10n.model import Catalogue, Entry, State
from tests.conftest import GLOSSES, program

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
PLACE = st.integers(0, 20)


class _KilledError(BaseException):
    """The process ends here."""


class Life(RuleBasedStateMachine):
    """One article, one Russian catalogue."""

    packages: Path

    @initialize(sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
    def begin(self, sentences: list[str]) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.here = Path.cwd()
        os.chdir(self.folder)
        (self.folder / "l10n.toml").write_text("")
        self.sentences = sentences
        self.typed: set[str] = set()
        self.signed: set[tuple[str, str]] = set()
        self.letters = ("".join(name) for name in itertools.product("бвгджзклмн", repeat=4))
        self.run("update")

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            os.chdir(self.here)
            shutil.rmtree(self.folder)

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

    # --- people ------------------------------------------------------------------------------------------------------

    @rule(place=PLACE, accept=st.booleans())
    def translate(self, place: int, accept: bool) -> None:
        """Somebody types a text of their own."""
        self.edit(place % len(self.current()), accept)

    @rule(accept=st.booleans())
    def translate_all(self, accept: bool) -> None:
        """Somebody has a whole day."""
        for index in range(len(self.current())):
            self.edit(index, accept)

    @rule(place=PLACE)
    def approve(self, place: int) -> None:
        current = self.current()
        number = place % len(current) + 1
        if current[number - 1].msgstr:
            signing = ("--by", "Anna Muster", "--outdated", "--force")
            self.run("review", "approve", self.path, *signing, "--entries", number, sources=False)
            entry = self.current()[number - 1]
            self.signed.add((entry.msgid, entry.msgstr))

    @rule(place=PLACE)
    def reject(self, place: int) -> None:
        current = self.current()
        if current[place % len(current)].msgstr:
            number = place % len(current) + 1
            self.run("review", "reject", self.path, "--by", "Olga", "--entries", number, sources=False)

    # --- machines ----------------------------------------------------------------------------------------------------

    @rule(redraft=st.booleans())
    def draft(self, redraft: bool) -> None:
        self.run("draft", "--packages", self.packages, *(["--redraft"] if redraft else []))

    @rule(step=st.sampled_from(["fsync", "replace"]))
    def kill(self, step: str) -> None:
        """A run ends in the middle of a save."""
        where = "os.fsync" if step == "fsync" else "pathlib.Path.replace"
        before = self.path.read_bytes()
        self.sentences.append("Ganz am Ende steht noch etwas.")
        self.write()
        with mock.patch(where, side_effect=_KilledError), pytest.raises(_KilledError):
            CliRunner().invoke(app, ["update", "a.txt", "--to", "ru"], catch_exceptions=False)
        assert self.path.read_bytes() == before
        self.run("update")

    @rule(width=st.sampled_from([40, 79]))
    def poedit(self, width: int) -> None:
        """msgcat, as Poedit saves."""
        self.gettext("msgcat", f"--width={width}")

    @rule()
    def msgattrib(self) -> None:
        self.gettext("msgattrib", "--no-wrap")

    @rule()
    def msgmerge(self) -> None:
        """A colleague runs gettext's own merge with the new template."""
        out = self.folder / "out.po"
        self.call("msgmerge", "--quiet", "--previous", "--no-wrap", "-o", out, self.path, self.folder / "locales/a.pot")
        out.replace(self.path)

    @rule()
    def omegat(self) -> None:
        """OmegaT writes no fuzzy flags and no previous msgids."""
        self.rewrite(lambda entry: replace(entry, flags=(), previous=()))

    @rule()
    def translate_toolkit(self) -> None:
        """Line ends become CR LF, and the program's comments are gone."""
        self.rewrite(lambda entry: replace(entry, extracted=()))
        self.path.write_bytes(self.path.read_bytes().replace(b"\n", b"\r\n"))

    @rule()
    def normalize(self) -> None:
        self.run("normalize", self.path, sources=False)

    # --- what always holds -------------------------------------------------------------------------------------------

    @invariant()
    @precondition(lambda self: hasattr(self, "folder"))
    def no_text_of_people_disappears(self) -> None:
        texts = " ".join(entry.msgstr for entry in po.read(self.path).entries)
        assert not {text for text in self.typed if text not in texts}

    @invariant()
    @precondition(lambda self: hasattr(self, "folder"))
    def nothing_counts_as_reviewed_that_nobody_signed(self) -> None:
        for entry in self.current():
            assert state(entry) is not State.REVIEWED or (entry.msgid, entry.msgstr) in self.signed

    @invariant()
    @precondition(lambda self: hasattr(self, "folder"))
    def the_file_is_valid(self) -> None:
        assert self.call("msgfmt", "--check", "-o", os.devnull, self.path) == ""

    # --- means -------------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        return self.folder / "locales" / "ru" / "LC_MESSAGES" / "a.po"

    def current(self) -> list[Entry]:
        return [entry for entry in po.read(self.path).entries if not entry.obsolete]

    def write(self) -> None:
        (self.folder / "a.txt").write_text("\n".join(self.sentences) + "\n", "utf-8")

    def change(self, edit: Callable[[int], object], place: int) -> None:
        """Edit the article, then bring the catalogue up to date, twice."""
        edit(place % len(self.sentences))
        before = self.path.read_bytes()
        self.write()
        result = CliRunner().invoke(app, ["update", "a.txt", "--to", "ru"])
        if result.exit_code == RefusalError.exit_code:
            assert self.path.read_bytes() == before
            self.run("update", "--force")
        else:
            assert result.exit_code == 0, result.output
        again = self.path.read_bytes()
        self.run("update")
        assert self.path.read_bytes() == again

    def run(self, command: str, *arguments: object, sources: bool = True) -> None:
        self.write()
        extra = ["a.txt", "--to", "ru"] if sources else []
        result = CliRunner().invoke(app, [command, *map(str, arguments), *extra])
        assert result.exit_code == 0, result.output

    def edit(self, index: int, accept: bool) -> None:
        """Type a new text into one entry, as in an editor, without a word to l10n."""
        old = po.read(self.path)
        text = next(self.letters)
        self.typed -= set(old.entries[index].msgstr.split())  # of joined sentences several: all typed over now
        self.typed.add(text)
        flags = tuple(flag for flag in old.entries[index].flags if flag != "fuzzy")
        edited = replace(old.entries[index], msgstr=text, flags=flags if accept else ("fuzzy", *flags))
        po.write(self.path, replace(old, entries=(*old.entries[:index], edited, *old.entries[index + 1 :])))

    def rewrite(self, change: Callable[[Entry], Entry]) -> None:
        old = po.read(self.path)
        po.write(self.path, Catalogue(old.header, tuple(map(change, old.entries)), old.comments))

    def gettext(self, name: str, *options: str) -> None:
        self.call(name, *options, "-o", self.path, self.path)

    def call(self, name: str, *arguments: object) -> str:
        done = subprocess.run([name, *map(str, arguments)], check=False, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr


def test_nothing_that_can_happen_to_a_catalogue_loses_work(tmp_path: Path) -> None:
    program("msgfmt")
    for source, target in (("de", "en"), ("en", "ru")):
        build_package(tmp_path, source, target, GLOSSES[source, target])
    Life.packages = tmp_path
    examples = int(os.environ.get("L10N_LIVES", "25"))
    life = settings(max_examples=examples, stateful_step_count=15, deadline=None)
    Life.TestCase.settings = life
    Life.TestCase().runTest()
    assert not signed(Entry("a", "b"))
