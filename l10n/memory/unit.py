"""The nouns of the memory: units, queries, matches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class UnitOrigin(StrEnum):
    """Where a unit comes from; the best first."""

    REVIEWED = "reviewed"
    """From an entry that somebody has signed."""
    HUMAN = "human"
    """From an entry that somebody has translated or accepted, or imported."""
    PUBLISHED = "published"
    """Two sentences of a text and its published translation, which a program has paired."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment and a translation of it."""

    source: str
    target: str
    source_language: str
    language: str
    """The language of the target; both are base codes, as `pt`."""
    previous: str | None = None
    """The segment before it; empty if it was the first, None if nobody knows."""
    next: str | None = None
    """The segment after it; empty if it was the last, None if nobody knows."""
    origin: UnitOrigin = UnitOrigin.HUMAN
    who: str = ""
    """Who changed it last; of a published one, the names of both documents."""
    when: str = ""
    """When it was changed last, ISO 8601 in UTC: `2026-01-31` or `2026-01-31T12:00:00Z`; empty if unknown."""
    created: str = ""
    """When it was made, likewise."""
    markup: str = ""
    """The form of the inline elements in both texts, as `markdown`; empty if there are none, or nobody knows."""


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to be looked up, with its neighbours as in Unit."""

    text: str
    previous: str | None = None
    next: str | None = None
    markup: str = ""
    """The form of its inline elements, likewise."""


IN_CONTEXT = 101
EXACT = 100
CLOSEST = 99
"""The highest score of a match whose text is another."""
THRESHOLD = 75
LOWEST = 50
"""Below it two segments have little more in common than their language; the index is exact from here."""


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """What the memory has for a query."""

    score: int
    """Percent: 101 is the same text between the same neighbours, 100 the same text, below that alike."""
    unit: Unit
    text: str
    """The unit's target with the query's numbers and names in place of the unit's, as far as that is unambiguous."""
    marked: bool = False
    """The text has the marks of the query, and is written in its form; else it is words alone."""
    memory: str = ""
    """What the settings call the shared memory that has it; empty for the own one."""
