"""What has become of entries, and how many are in which state. Values only, no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class State(StrEnum):
    """From nothing to done; each is read from the PO entry alone, see docs/states.md."""

    UNTRANSLATED = "untranslated"
    """No text, or one of white space alone."""
    DRAFT = "draft"
    """Fuzzy, and its text is the machine's own."""
    EDITED = "edited draft"
    """Fuzzy, and somebody has worked on it, or it came from elsewhere."""
    OUTDATED = "outdated"
    """Fuzzy, and a translation of another source: the one of `#| msgid`, or of our comments."""
    OUTDATED_UNREAD = "outdated unread"
    """Not fuzzy any more, unsigned, and still the text that was a translation of another source."""
    UNREAD = "accepted unread"
    """Not fuzzy, unsigned, and the text is still the machine's own: was it read at all?"""
    TRANSLATED = "translated"
    """Not fuzzy: a human has accepted or written it."""
    REVIEWED = "reviewed"
    """Not fuzzy, and signed for exactly this text."""
    SECOND = "second"
    """Reviewed, and signed by a second person for the same text."""


STALE = frozenset({State.OUTDATED, State.OUTDATED_UNREAD})
"""Translations of a source that has changed since."""
SIGNED = frozenset({State.REVIEWED, State.SECOND})
"""Signed by at least one person."""
ACCEPTED = frozenset({State.UNREAD, State.TRANSLATED}) | SIGNED
"""States of entries that are not fuzzy and have a text for this very source."""
READ = ACCEPTED - {State.UNREAD}
"""Accepted by somebody who has read the text."""


class Require(StrEnum):
    """What an entry has to be, to pass the gate or to go into the finished article."""

    DRAFTED = "drafted"
    """Has some text."""
    TRANSLATED = "translated"
    """Accepted: not empty, not fuzzy."""
    REVIEWED = "reviewed"
    """Signed."""
    SECOND = "second"
    """Signed by two people."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in each state: in segments, and in words of the source text, by which people are paid."""

    states: Mapping[State, int] = field(default_factory=dict)
    """Segments."""
    words_by_state: Mapping[State, int] = field(default_factory=dict)

    def __getitem__(self, state: State) -> int:
        """How many segments are in this state."""
        return self.states.get(state, 0)

    def __add__(self, other: Counts) -> Counts:
        """The counts of both together."""
        return Counts(_sum(self.states, other.states), _sum(self.words_by_state, other.words_by_state))

    @property
    def in_words(self) -> Counts:
        """The same with a word where a segment was."""
        return Counts(self.words_by_state, self.words_by_state)

    @property
    def words(self) -> int:
        """All words of the document."""
        return sum(self.words_by_state.values())

    @property
    def segments(self) -> int:
        """All segments of the document."""
        return sum(self.states.values())

    @property
    def untranslated(self) -> int:
        """How many segments have no text."""
        return self[State.UNTRANSLATED]

    @property
    def drafted(self) -> int:
        """Edited or not, up to date or not: somebody still has to accept them."""
        return self[State.DRAFT] + self[State.EDITED] + sum(self[state] for state in STALE)

    @property
    def translated(self) -> int:
        """Accepted, reviewed or not."""
        return sum(self[state] for state in ACCEPTED)

    @property
    def reviewed(self) -> int:
        """Signed, by one person or by two."""
        return sum(self[state] for state in SIGNED)


def _sum(first: Mapping[State, int], second: Mapping[State, int]) -> Mapping[State, int]:
    return {state: first.get(state, 0) + second.get(state, 0) for state in State if state in first or state in second}


TENTHS = 10
"""Classes of risk: from 0 up to 0.1, …, from 0.9 to 1."""


@dataclass(frozen=True, slots=True)
class Status:
    """One catalogue in numbers."""

    document: str
    language: str
    path: Path
    counts: Counts
    risks: tuple[int, ...] = (0,) * TENTHS
    """Drafts by risk, a tenth each; those without a risk are not among them."""
    before: Counts | None = None
    """The counts at an earlier revision, nothing if there was no such catalogue; None if nobody asked."""
    calibrated: bool = True
    """Risk was measured between these languages."""
