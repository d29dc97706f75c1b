"""`l10n check --fix`: the repairs that need no judgement, in drafts; in people's texts if asked, as fuzzy then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue import po, saving
from l10n.catalogue.bookkeeping.changes import unread
from l10n.catalogue.bookkeeping.marks import with_text
from l10n.catalogue.bookkeeping.signature import unsigned
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home
from l10n.checking.customs import peoples_customs
from l10n.checking.examination import RawFinding, Text, examine_text, texts
from l10n.checking.file import view
from l10n.checking.ignores import ignored
from l10n.checking.settings import Settings
from l10n.checking.views import CheckTerms, PairLook, looks
from l10n.checks import CatalogueView, Check, mended
from l10n.drafting.restoring import restored
from l10n.files import locked
from l10n.model import Entry, State
from l10n.model.events import Event
from l10n.model.findings import Severity
from l10n.pairs.pair import Conventions

_ROUNDS = 3
"""A repair may uncover another one."""


@dataclass(frozen=True, slots=True)
class Fixed(Event):
    """How many entries of a file were repaired, perhaps none."""

    path: Path
    drafts: int
    """Entries repaired that are still drafts."""
    human: int
    """Entries repaired that are people's, now fuzzy."""


def fix(path: Path, settings: Settings, human: bool = False) -> Fixed:
    """Repair the file; L10nError if it cannot be read, WriteError if it cannot be written."""
    with locked(home(path)):
        read = po.read(path)
        file = restored(path, read, settings.memory)
        catalogue = view(path, file, settings)
        new = _fixed(catalogue, settings.checks(catalogue.language), human)
        entries = tuple(new.get(id(entry), entry) for entry in file.entries)
        if new:
            saving.save(path, read, revised(file, entries, file))
    states = dict(zip(map(id, catalogue.entries), catalogue.states, strict=True))
    drafts = sum(states[key] is State.DRAFT for key in new)
    return Fixed(path, drafts, len(new) - drafts)


def _fixed(catalogue: CatalogueView, checks: Mapping[str, Check], human: bool) -> dict[int, Entry]:
    """The repaired entries by the identity of the old ones."""
    states = dict(zip(map(id, catalogue.entries), catalogue.states, strict=True))
    mender = _Mender(catalogue, checks, looks(checks.values(), catalogue.language), peoples_customs(catalogue))
    repaired: dict[int, Entry] = {}
    for text in texts(catalogue):
        entry = text.entry
        if not human and states[id(entry)] is not State.DRAFT:
            continue
        new = mender.mended(text)
        if new != text.target:
            repaired[id(entry)] = _with(repaired.get(id(entry), entry), text.form, new)
    return {key: entry if states[key] is State.DRAFT else _fuzzy(entry) for key, entry in repaired.items()}


@dataclass(frozen=True, slots=True)
class _Mender:
    """Repairs texts by the customs of what people have written in the catalogue."""

    catalogue: CatalogueView
    checks: Mapping[str, Check]
    looks: Sequence[PairLook]
    custom: Conventions

    def mended(self, text: Text) -> str:
        """Mend as long as there is something, and keep it if that leaves less to mend, whatever finds it."""
        best, fewest = text.target, len(self._hits(text))
        for _ in range(_ROUNDS):
            hits = self._hits(text)
            edits = sorted(edit for raw in hits if self.checks[raw.check].safe for edit in raw.hit.edits)
            text = text._replace(target=mended(text.target, edits))
            left = len(self._hits(text)) if edits else fewest
            if left < fewest and text.target.strip():  # an empty text would be none: that is for people to say
                best, fewest = text.target, left
        return best

    def _hits(self, text: Text) -> list[RawFinding]:
        """Without notes, which are matters of custom, and without what the entry ignores."""
        terms = CheckTerms(self.catalogue.source_language, self.catalogue.language, self.custom)
        raws = examine_text(text, self.looks, terms)
        silent = ignored(text.entry)
        return [raw for raw in raws if raw.severity is not Severity.INFO and raw.check not in silent]


def _with(entry: Entry, form: int | None, new: str) -> Entry:
    if form is None:
        return with_text(entry, new)
    forms = tuple(new if number == form else text for number, text in enumerate(entry.msgstr_plural))
    return with_text(entry, *forms)


def _fuzzy(entry: Entry) -> Entry:
    """Somebody has to look at it again; a signature would not count any longer.

    An old source that some editor has left on an accepted text (`#|`) would make it look outdated.
    """
    previous = entry.previous if entry.fuzzy or unread(entry) else ()
    return unsigned(replace(entry.as_fuzzy(), previous=previous))
