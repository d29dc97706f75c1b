"""What a run tells while it is at work: values in the order in which things happen.

The three kinds here are told by every run; each adds its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from l10n.errors import L10nError


class Event:
    """Something that has happened; each kind is a frozen dataclass."""

    __slots__ = ()


class Weight(Enum):
    """For whom a notice is."""

    DETAIL = "detail"
    """For those who want to know what is done with which file."""
    NORMAL = "normal"
    """For everybody who has not asked for silence."""
    URGENT = "urgent"
    """For everybody: what is removed, and cannot be missed."""


@dataclass(frozen=True, slots=True)
class Progress(Event):
    """How far a piece of work is."""

    name: str
    """What the work is on: a package, a file."""
    done: int
    """Units; fewer than before only where the work begins anew."""
    total: int | None
    """Units; None if nobody knows."""
    unit: str
    """What is counted, in the plural: `segments`, `bytes`."""


@dataclass(frozen=True, slots=True)
class Notice(Event):
    """A sentence for people; what programs may need has an event of its own."""

    text: str
    weight: Weight = Weight.NORMAL


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """Something that could not be done; whatever does not depend on it goes on."""

    error: L10nError
    """With the place, what to do next, and the exit code that the run has earned."""
