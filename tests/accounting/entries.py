"""Entries that go back to a machine, the memory or people, in every state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted, trusted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.model import Catalogue, Draft, Entry, Leg

CREATED = "2026-01-31 10:00+0000"
HEADER = header("a", "ru", "de", CREATED)


def mt(entry: Entry, text: str = "Это.") -> Entry:
    """A machine's draft."""
    return drafted(entry, Draft("argos", (Leg("de-en-1.0", "It.", -0.5), Leg("en-ru-1.9", text, -0.5))))


def tm(entry: Entry, text: str = "Это.", match: str = "92% reviewed") -> Entry:
    """A draft from the memory."""
    return drafted(entry, Draft("l10n-tm", (Leg("l10n-tm", text, 0.0),), match=match))


def write(path: Path, entries: Iterable[Entry], lang: str = "ru") -> Path:
    """The catalogue with these entries."""
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header=header("a", lang, "de", CREATED), entries=tuple(entries)))
    return path


_DRAFTS = st.sampled_from([mt, tm, lambda entry: entry, lambda entry: replace(entry, msgstr="Оно.")])
_LATER = st.sampled_from(
    [
        lambda entry: entry,
        Entry.accepted,
        lambda entry: replace(entry, msgstr="Другое."),
        lambda entry: replace(entry, msgstr="Другое.").accepted(),
        lambda entry: sign(entry, "Anna =1", "2026-02-03") if entry.msgstr else entry,
        lambda entry: sign(replace(entry, msgstr="Другое."), "Бо", "2026-03-01"),
        lambda entry: replace(entry, previous=(("msgid", "Alt."),)) if entry.fuzzy else entry,
        lambda entry: trusted(entry, Draft("l10n-tm", (Leg("l10n-tm", "Да.", 0.0),), match="100% reviewed Anna")),
    ]
)
_SOURCES = st.sampled_from(["Das ist alt.", "=1+2", "@Anna sagt: „Nein“.", "Ein Satz mit sieben Wörtern und mehr."])


def _entry(number: int, source: str, start: object, end: object) -> Entry:
    return end(start(Entry(source, msgctxt=str(number))))  # type: ignore[operator,no-any-return]


ENTRIES = st.lists(st.tuples(_SOURCES, _DRAFTS, _LATER), max_size=8).map(
    lambda drawn: [_entry(number, *parts) for number, parts in enumerate(drawn)]
)
"""Lists of entries, each with a key of its own."""
