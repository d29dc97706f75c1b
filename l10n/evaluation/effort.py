"""What drafts were worth to those who edited them, counted in characters (Levenshtein)."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from l10n.evaluation.pairing import Pairing


@dataclass(frozen=True, slots=True)
class Effort:
    """What editing took, for at least one draft."""

    as_is: int
    """Drafts that were accepted without a change."""
    median_distance: float
    """Characters to insert, delete or replace."""
    median_rate: float
    """The same relative to the longer of both texts, from 0 to 1."""
    typed: int
    """Characters of the accepted texts: what typing them from nothing would have taken."""
    edited: int
    """Characters that were changed in the drafts."""

    @property
    def saved(self) -> int:
        """Negative if the drafts were more work than typing."""
        return self.typed - self.edited


def edit_rate(pairing: Pairing) -> float:
    """The share of the text that was changed: edit distance relative to the longer text, from 0 to 1."""
    return Levenshtein.normalized_distance(pairing.draft, pairing.accepted)


def effort(pairings: Sequence[Pairing]) -> Effort:
    """The effort for all these drafts together; there is at least one."""
    distances = [Levenshtein.distance(pairing.draft, pairing.accepted) for pairing in pairings]
    return Effort(
        as_is=distances.count(0),
        median_distance=statistics.median(distances),
        median_rate=statistics.median(map(edit_rate, pairings)),
        typed=sum(len(pairing.accepted) for pairing in pairings),
        edited=sum(distances),
    )
