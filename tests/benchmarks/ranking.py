"""How well an order finds what is worst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_PART = 5


def worst_fifth(badness: Sequence[float]) -> list[bool]:
    """Which are among the fifth with the most of it; of equal ones the first."""
    order = sorted(range(len(badness)), key=lambda index: -badness[index])
    worst = set(order[: len(badness) // _PART])
    return [index in worst for index in range(len(badness))]


def auc(scores: Sequence[float], wanted: Sequence[bool]) -> float:
    """The area under the ROC curve: how often one of the wanted has a higher score than another; 0.5 is chance."""
    ranks, below = {}, 0
    for score, count in sorted(Counter(scores).items()):
        ranks[score] = below + (count + 1) / 2
        below += count
    several = sum(wanted)
    above = sum(ranks[score] for score, one in zip(scores, wanted, strict=True) if one)
    return (above - several * (several + 1) / 2) / (several * (len(scores) - several))
