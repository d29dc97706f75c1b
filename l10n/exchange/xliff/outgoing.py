"""Catalogues -> the units of a file, each with what a translator should know."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from l10n.catalogue import plural
from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.marks import pivots, risk_of
from l10n.catalogue.fingerprint import fingerprint
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.identity import digest
from l10n.model import STALE, Catalogue, Entry, Key, State

NO_TEXT = "whose msgid is no text, but a key or the place of the translators' names"
UNFIT = "with control characters, which XML cannot hold"
_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OUR_CONTEXT = re.compile(r"after:[0-9a-f]{8}")
_NEIGHBOURS = ("previous: ", "next: ")
"""Programs show them above and below."""
_SPACE = re.compile(r"\s+")
Findings = Mapping[Key, Sequence[str]]
"""What the checks say of an entry, by its key."""


@dataclass(frozen=True, slots=True)
class UnitNote:
    """Something that a translator should know."""

    about: str
    """`context`, `pivot`, `risk`, `finding`, `old source`, `note`, `numbers`."""
    text: str

    @property
    def trace(self) -> str:
        """By which it is known when it comes back."""
        return note_trace(self.text)


@dataclass(frozen=True, slots=True)
class OutgoingUnit:
    """An entry, or all plural forms of one."""

    id: str
    entry: Entry
    sources: tuple[str, ...]
    texts: tuple[str, ...]
    notes: tuple[UnitNote, ...]
    forms: tuple[str, ...] = ()
    """Which numbers each plural form is for; none if there are no such forms."""

    def notes_of(self, form: int) -> tuple[UnitNote, ...]:
        """The notes of one of the texts: of a plural form, which numbers it is for, too."""
        numbers = self.forms[form] if self.forms else ""
        return (UnitNote("numbers", numbers), *self.notes) if numbers else self.notes

    @property
    def exported(self) -> str:
        """What tells whether anything has changed since."""
        return fingerprint(self.entry)

    @property
    def state(self) -> State:
        """The entry's."""
        return state(self.entry)

    @property
    def ids(self) -> tuple[str, ...]:
        """A name for each text."""
        return tuple(f"{self.id}.{form}" for form in range(len(self.texts))) if self.entry.plural else (self.id,)

    @property
    def old_source(self) -> str:
        """What the text is a translation of, if that is not the source any more, and known."""
        if self.state not in STALE:
            return ""
        return self.entry.previous_msgid or next(record(self.entry).before(), "")


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A catalogue as a `<file>`."""

    name: str
    """As `catalogue.targets` names it."""
    document: str
    units: tuple[OutgoingUnit, ...]
    left: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    """Entries that are not in it, by reason."""


def outgoing(
    name: str,
    document: str,
    catalogue: Catalogue,
    source_of: Callable[[Entry], Entry | None],
    findings: Findings,
    states: Collection[State] = (),
) -> OutgoingFile:
    """The entries that are not obsolete, in the order of the file; those in these states, if any are named."""
    left: dict[str, list[Entry]] = defaultdict(list)
    seen: Counter[str] = Counter()
    units = []
    numbers = plural.examples(catalogue.field("Plural-Forms"))
    for entry in catalogue.active:
        short = key(entry)
        seen[short] += 1
        if states and state(entry) not in states:
            continue
        if source_of(entry) is not entry:
            left[NO_TEXT].append(entry)
        elif any(map(_UNFIT.search, (entry.msgid, entry.msgid_plural or "", *entry.texts))):
            left[UNFIT].append(entry)
        else:
            unit = short if seen[short] == 1 else f"{short}-{seen[short]}"
            units.append(_unit(unit, entry, numbers, findings.get(entry.key, ())))
    return OutgoingFile(name, document, tuple(units), left)


def note_trace(text: str) -> str:
    """The digest of a note, whatever a program has done to its white space."""
    return digest(_SPACE.sub(" ", text).strip())


def _unit(unit: str, entry: Entry, numbers: Sequence[str], findings: Sequence[str]) -> OutgoingUnit:
    notes = tuple(UnitNote(about, _fit(text)) for about, text in _notes(entry, findings))
    if entry.msgid_plural is None:
        return OutgoingUnit(unit, entry, (entry.msgid,), entry.texts, notes)
    count = len(entry.msgstr_plural) or len(numbers) or 2
    texts = (*entry.msgstr_plural, *[""] * (count - len(entry.msgstr_plural)))
    sources = (entry.msgid, *[entry.msgid_plural] * (count - 1))
    forms = tuple(numbers) if len(numbers) == count else ("",) * count
    return OutgoingUnit(unit, entry, sources, texts, notes, forms)


def _notes(entry: Entry, findings: Sequence[str]) -> Iterator[tuple[str, str]]:
    if entry.msgctxt and not _OUR_CONTEXT.match(entry.msgctxt):
        yield "context", entry.msgctxt
    yield from (("context", line) for line in entry.extracted if line.strip() and not line.startswith(_NEIGHBOURS))
    if entry.references:
        yield "context", " ".join(entry.references)
    old = record(entry)
    yield from (("note", line) for line in (*old.notes, *old.rejections) if line.strip())
    yield from (("pivot", text) for text in pivots(entry))
    if (risk := risk_of(entry)) is not None and state(entry) in {State.DRAFT, State.UNREAD}:
        yield "risk", f"{risk:.2f}"
    yield from (("finding", message) for message in findings)


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
