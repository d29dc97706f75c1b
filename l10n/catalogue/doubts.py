"""What speaks against signatures, and how a catalogue comes about in which nothing does any more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from l10n.catalogue.review import Refusal
from l10n.model import Catalogue

OUTDATED = "outdated"
UNCHECKED = "unchecked"
"""Names of doubts that are no check's: the source has changed since; no check can be run on the file."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that speaks against signing an entry."""

    name: str
    """By which people say that they sign all the same: the check's, or OUTDATED or UNCHECKED."""
    message: str


Doubts = tuple[Doubt, ...]
Judge = Callable[[Catalogue, Catalogue, Collection[int]], Mapping[int, Doubts]]
"""Catalogue before and after, and the indices of the entries that were signed -> what speaks against them, by index."""


def silent(*_: object) -> dict[int, Doubts]:
    """A judge that has nothing to say."""
    return {}


def refusal(doubts: Sequence[Doubt]) -> Refusal:
    """All of them in one line, and the options by which the commands sign all the same."""
    names = {doubt.name for doubt in doubts}
    hints = ["read it, then sign it with --outdated"] if OUTDATED in names else []
    hints += ["mend it, or sign it all the same with --force"] if names - {OUTDATED} else []
    return Refusal("; ".join(doubt.message for doubt in doubts), "; ".join(hints))


def settled(attempt: Callable[[Mapping[int, Doubts]], T], objections: Callable[[T], Mapping[int, Doubts]]) -> T:
    """What the attempt makes without all that is doubted; each time it is judged again.

    What is the custom of a catalogue depends on what has been accepted in it.
    """
    doubted: dict[int, Doubts] = {}
    while True:
        done = attempt(doubted)
        new = objections(done)
        if not new:
            return done
        doubted |= new
