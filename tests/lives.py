"""What random lives of catalogues have in common: people, their editors and tools, and what always holds.

Whatever happens: each text and comment that a person typed is in the catalogue, or in a file that l10n has named;
nothing counts as reviewed that nobody signed; and every file is valid.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.model import Entry, State
from tests.life_files import LifeFiles, missing_words
from tests.tools import branches, call, editors, gnu, libraries

PLACE = st.integers(0, 20)
REMARKS = (
    "{}",
    "{}: bitte Anna fragen, ob das so bleiben soll",
    "Donaudampfschifffahrtsgesellschaftskapitän-{}: bitte Anna fragen",
    "https://example.org/donaudampfschifffahrtsgesellschaftskapitaensmuetze/{}",
    "l10n-{} ist kein Zeichen des Programms",
)
"""What people write beside a translation; long first words look like the rest of a line that a tool has wrapped."""

_OURS = re.compile(r"l10n-(mt|tm|pivot|lost|reviewed|changed|diff|was):")
_HAS_PO_MODE = editors.has_po_mode()


class CatalogueLife(LifeFiles):
    """One catalogue that people and tools work on."""

    # --- people ------------------------------------------------------------------------------------------------------

    @rule(place=PLACE, accept=st.booleans())
    def translate(self, place: int, accept: bool) -> None:
        """Somebody types a text of their own."""
        self.type_into(place, accept)

    @rule(accept=st.booleans())
    def translate_all(self, accept: bool) -> None:
        """Somebody has a whole day."""
        for place in range(len(self.current())):
            self.type_into(place, accept)

    @rule(place=PLACE, remark=st.sampled_from(REMARKS), first=st.booleans())
    def remark(self, place: int, remark: str, first: bool) -> None:
        """Somebody adds a comment, above or below what is there."""
        line = remark.format(self.word(self.noted))
        self.change_entry(place, lambda old: replace(old, comments=_joined(old.comments, (line,), first)))

    @rule(place=PLACE)
    def remark_over_all(self, place: int) -> None:
        """Somebody types a comment over all that stand there, ours among them, as in Poedit's one field for them."""

        def typed_over(old: Entry) -> Entry:
            self.noted = {word for word in self.noted if not any(word in line for line in old.comments)}
            return replace(old, comments=(self.word(self.noted),))

        self.change_entry(place, typed_over)

    @rule(place=PLACE, anyway=st.booleans())
    def approve(self, place: int, anyway: bool) -> None:
        """What is signed is what the command calls reviewed: it may refuse."""
        number = place % len(self.current()) + 1
        options = ("--outdated", "--force") if anyway else ()
        self.run("review", "approve", self.path, "--by", "Anna Muster", "--entries", number, *options, codes=(0, 2))
        entry = self.current()[number - 1]
        if state(entry) is State.REVIEWED:
            self.signed.add((entry.msgid, entry.texts))

    @rule(place=PLACE)
    def reject(self, place: int) -> None:
        number = place % len(self.current()) + 1
        self.run("review", "reject", self.path, "--by", "Olga", "--entries", number, codes=(0, 2))

    @rule(place=PLACE, other=PLACE, accept=st.booleans())
    def git_merge(self, place: int, other: int, accept: bool) -> None:
        """Two people on two branches; where both have typed into one entry, ours is chosen."""

        def theirs(_: Path) -> None:
            self.type_into(other, accept)
            self.remark(other, REMARKS[1], first=False)

        decided = branches.git_merge(self.path, lambda _: self.type_into(place, accept), theirs)
        kept = self.texts()
        self.typed -= {word for word in self.typed if word not in kept and any(word in block for block in decided)}

    @precondition(lambda _: _HAS_PO_MODE)
    @rule(place=PLACE, accept=st.booleans(), text=st.booleans())
    def po_mode(self, place: int, accept: bool, text: bool) -> None:
        """Emacs, really; of plural entries it edits one form at a time."""
        at = place % len(self.current())
        plural = self.current()[at].msgid_plural is not None
        word = "" if plural or not text else self.overwritten(self.current()[at])[0]
        editors.po_mode(self.path, [editors.Edit(at + 1, word, accept)])

    # --- tools -------------------------------------------------------------------------------------------------------

    @rule(width=st.sampled_from([40, 79, None]))
    def msgcat(self, width: int | None) -> None:
        self.use(partial(gnu.msgcat, width=width))

    @rule()
    def msgattrib(self) -> None:
        self.use(gnu.msgattrib)

    @rule()
    def accept_all(self) -> None:
        self.use(gnu.accept_all)

    @rule(guess=st.booleans())
    def msgmerge(self, guess: bool) -> None:
        """A colleague runs gettext's own merge; it drops what it takes for empty, with people's comments."""
        merge = gnu.msgmerge if guess else gnu.msgmerge_without_guesses
        self.use(partial(merge, template=self.template), drops=True)

    @rule()
    def pybabel(self) -> None:
        self.use(partial(libraries.pybabel, template=self.template, language="ru"), drops=True)

    @rule(width=st.sampled_from([78, 200]))
    def polib(self, width: int) -> None:
        self.use(partial(libraries.polib_save, width=width))

    @rule()
    def moz_l10n(self) -> None:
        self.use(libraries.moz_l10n)

    @rule()
    def translate_toolkit(self) -> None:
        self.use(libraries.translate_toolkit)

    @rule()
    def omegat(self) -> None:
        self.use(editors.omegat)

    @rule()
    def windows(self) -> None:
        """Line ends become CR LF, and the program's comments are gone."""
        old = po.read(self.path)
        po.write(self.path, replace(old, entries=tuple(replace(entry, extracted=()) for entry in old.entries)))
        self.path.write_bytes(self.path.read_bytes().replace(b"\n", b"\r\n"))

    @rule()
    def normalize(self) -> None:
        self.run("normalize", self.path)

    # --- what always holds -------------------------------------------------------------------------------------------

    @invariant()
    @precondition(lambda self: hasattr(self, "folder"))
    def no_text_of_people_disappears(self) -> None:
        assert not missing_words(self.typed, self.texts() + self.named_files())

    @invariant()
    @precondition(lambda self: hasattr(self, "folder"))
    def no_comment_of_people_disappears_nor_becomes_part_of_ours(self) -> None:
        theirs = "\n".join(line for line in self.comments() if not _OURS.match(line))
        assert not missing_words(self.noted, theirs + self.named_files())

    @invariant()
    @precondition(lambda self: hasattr(self, "folder"))
    def nothing_counts_as_reviewed_that_nobody_signed(self) -> None:
        for entry in self.current():
            assert state(entry) is not State.REVIEWED or (entry.msgid, entry.texts) in self.signed

    @invariant()
    @precondition(lambda self: hasattr(self, "folder"))
    def the_file_is_valid(self) -> None:
        assert call("msgfmt", *self.validity, "-o", os.devnull, self.path) == ""


def live(life: type[CatalogueLife], packages: Path) -> None:
    """Let random lives pass; `L10N_LIVES` is how many."""
    life.packages = packages
    examples = int(os.environ.get("L10N_LIVES", "25"))
    life.TestCase.settings = settings(max_examples=examples, stateful_step_count=15, deadline=None)
    life.TestCase().runTest()


def _joined(lines: tuple[str, ...], more: tuple[str, ...], first: bool) -> tuple[str, ...]:
    return more + lines if first else lines + more
