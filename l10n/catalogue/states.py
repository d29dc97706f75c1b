"""What state an entry is in, read from the PO file alone, and how many of each a catalogue has.

| state | msgstr | fuzzy | besides |
|---|---|---|---|
| untranslated | empty, or white space | | |
| draft | text | yes | the digests of its `l10n-mt:` or `l10n-tm:` comment are those of source and text |
| outdated | text | yes | `#| msgid`, or the digest of another source in one of our comments |
| edited draft | text | yes | neither |
| outdated unread | text | no | it still is the text that belonged to another source, as one of our comments says |
| accepted unread | text | no | the text, or one of its plural forms, still has the digest of its `l10n-mt:` comment |
| translated | text | no | |
| reviewed | text | no | a `l10n-reviewed:` comment with the digest of msgctxt, msgid and msgstr |
| second | text | no | two of them, with the names of two people |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from l10n.catalogue.bookkeeping.changes import stale
from l10n.catalogue.bookkeeping.marks import machine_origin, partly_machine_made, risk_of, true_mark
from l10n.catalogue.bookkeeping.signature import signatures
from l10n.documents import inline
from l10n.model import ACCEPTED, READ, SIGNED, TENTHS, Counts, Entry, Require, State, itself

_WORD = re.compile(r"\w")
_ENOUGH: Mapping[Require, frozenset[State]] = {
    Require.DRAFTED: frozenset(State) - {State.UNTRANSLATED},
    Require.TRANSLATED: ACCEPTED,
    Require.REVIEWED: SIGNED,
    Require.SECOND: frozenset({State.SECOND}),
}
StateOf = Callable[[Entry], State]
_ROUNDING = 1e-9
"""So much may be missing from a whole number because 0.7 is none in binary."""


def state(entry: Entry) -> State:
    """The entry's state; obsolete entries have the one they had."""
    if not _has_text(entry):
        return State.UNTRANSLATED
    if not entry.comments:
        return _state_without_bookkeeping(entry)
    mark = true_mark(entry)
    if entry.fuzzy:
        if entry.previous_msgid is not None or stale(entry, mark):
            return State.OUTDATED
        return State.DRAFT if mark else State.EDITED
    if signed := signatures(entry):
        return State.REVIEWED if len(signed) == 1 else State.SECOND
    if stale(entry, mark):
        return State.OUTDATED_UNREAD
    return State.UNREAD if mark or (entry.plural and partly_machine_made(entry)) else State.TRANSLATED


def _state_without_bookkeeping(entry: Entry) -> State:
    if entry.fuzzy:
        return State.EDITED if entry.previous_msgid is None else State.OUTDATED
    return State.TRANSLATED


def _has_text(entry: Entry) -> bool:
    """White space is no translation, unless the source is blank, too.

    Nobody reads it, but somebody may have typed it: `Entry.translated` still keeps it from being written over.
    """
    if entry.msgstr and entry.msgid_plural is None:
        return not entry.msgstr.isspace() or not entry.msgid.strip()
    return entry.translated and (any(map(str.strip, entry.texts)) or not entry.msgid.strip())


def unreviewed(entry: Entry, current: State) -> bool:
    """A machine wrote the text, whoever has begun to edit it since, and nobody has accepted it after reading it."""
    return current not in READ and current is not State.UNTRANSLATED and machine_origin(entry) != ""


def reaches(entry: Entry, current: State, require: Require) -> bool:
    """Whether the entry, in the state that was found, is what is required: with all of its plural forms."""
    return current in _ENOUGH[require] and (entry.complete or not entry.msgid.strip())


def word_count(text: str) -> int:
    """Runs of characters without space that have a letter or figure."""
    return len([part for part in text.split() if part[0].isalnum() or _WORD.search(part)])


def count(
    entries: Iterable[Entry],
    source_of: Callable[[Entry], Entry | None] = itself,
    states: Iterable[State] | None = None,
) -> Counts:
    """Count what is not obsolete; words are those of what `source_of` says that an entry translates.

    `states` are those of the entries that are counted, in their order, where they are known.
    """
    return tally(entries, source_of, states)[0]


def tally(
    entries: Iterable[Entry],
    source_of: Callable[[Entry], Entry | None] = itself,
    states: Iterable[State] | None = None,
) -> tuple[Counts, tuple[int, ...]]:
    """The same, and the drafts by tenth of risk.

    What people have edited, or whose source has changed, has its risk no longer.
    """
    segments: Counter[State] = Counter()
    words: Counter[State] = Counter()
    tenths = [0] * TENTHS
    known = None if states is None else iter(states)
    for entry in entries:
        if not entry.obsolete:
            current = next(known) if known else state(entry)
            segments[current] += 1
            source = source_of(entry)
            words[current] += word_count(inline.words_of(source, source.msgid)) if source else 0
            risk = risk_of(entry) if current is State.DRAFT else None
            if risk is not None:
                tenths[min(int(risk * TENTHS + _ROUNDING), TENTHS - 1)] += 1
    return Counts(segments, words), tuple(tenths)
