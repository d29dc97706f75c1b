"""Random lives of a catalogue of software: plural forms, contexts, `#~`, releases, drafts, people and their tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.engines.argos.demo.builder import build_package
from l10n.model import Catalogue, Entry
from tests.conftest import program
from tests.lives import PLACE, CatalogueLife, live

DATE = "2026-01-31 12:00+0000"
GLOSS = {"house": "дом", "houses": "домов", "open": "открыть", "new": "новый", "name": "имя", "d": "д"}
FORMS = ("", "", "")
MSGIDS = (
    Entry("open the house", references=("tool.c:1",)),
    Entry("new house: %s", flags=("c-format",), references=("tool.c:2",), extracted=("a name",)),
    Entry("open", msgctxt="menu", references=("tool.c:3",)),
    Entry("open", msgctxt="state", references=("tool.c:4",)),
    Entry(
        "%d house", "", "files", ("c-format",), msgid_plural="%d houses", msgstr_plural=FORMS, references=("tool.c:5",)
    ),
    Entry("one house", msgid_plural="many houses", msgstr_plural=FORMS, references=("tool.c:6",)),
)
GONE = (
    Entry("a house of old", "дддд", obsolete=True, comments=("гггг",)),
    Entry("%d name", flags=("c-format",), msgid_plural="%d names", msgstr_plural=("вввв %d",) * 3, obsolete=True),
)
"""What people had typed in an earlier release."""
CHANGES: Mapping[str, Callable[[Entry], Entry | None]] = {
    "reworded": lambda entry: replace(entry, msgid=f"{entry.msgid} again"),
    "another context": lambda entry: replace(entry, msgctxt=f"{entry.msgctxt or ''}x"),
    "gone": lambda _: None,
}


class SoftwareLife(CatalogueLife):
    """A Russian catalogue whose msgids are English, as its programmers release it."""

    validity = ("--check-header", "--check-domain")  # people accept placeholders of another string, too

    @initialize()
    def begin(self) -> None:
        self.begin_in_a_new_folder()
        self.path, self.template = self.folder / "tool.po", self.folder / "tool.pot"
        self.strings: tuple[Entry, ...] = MSGIDS
        self.typed |= {"дддд", "вввв"}
        self.noted.add("гггг")
        self.write_template()
        po.write(self.path, Catalogue(header("tool", "ru", "en", DATE), (*MSGIDS, *GONE)))

    @rule(place=PLACE, change=st.sampled_from(sorted(CHANGES)))
    def release(self, place: int, change: str) -> None:
        """The programmers have changed a string; their build system runs msgmerge."""
        at = place % len(self.strings)
        changed = CHANGES[change](self.strings[at])
        strings = (*self.strings[:at], *([changed] if changed else []), *self.strings[at + 1 :])
        if strings and len({entry.key for entry in strings}) == len(strings):
            self.strings = strings
            self.write_template()
            self.msgmerge(guess=True)

    @rule(redraft=st.booleans())
    def draft(self, redraft: bool) -> None:
        how = ["--redraft"] if redraft else []
        self.run("draft", "--po", self.path, "--from", "en", "--packages", self.packages, *how)

    @rule()
    def check(self) -> None:
        """The safe repairs are made in drafts; findings may be left."""
        self.run("check", self.path, "--from", "en", "--fix", codes=(0, 1))

    def phrased(self, entry: Entry, word: str) -> str:
        """With the placeholders that the source has."""
        return " ".join((word, *(sign for sign in ("%d", "%s") if sign in entry.msgid)))

    def write_template(self) -> None:
        fields = tuple(("Language", "") if name == "Language" else (name, value) for name, value in _HEADER)
        po.write(self.template, Catalogue(fields, tuple(map(_two_forms, self.strings)), (), ("fuzzy",)))


_HEADER = header("tool", "en", "en", DATE)


def _two_forms(entry: Entry) -> Entry:
    return replace(entry, msgstr_plural=("", "")) if entry.msgid_plural else entry


def test_nothing_that_can_happen_to_a_catalogue_of_software_loses_work(tmp_path: Path) -> None:
    program("msgfmt")
    build_package(tmp_path, "en", "ru", GLOSS)
    live(SoftwareLife, tmp_path)
