"""Spearman's rank correlation, with ties."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """From -1 to 1; None for fewer than three pairs, or if all values of one side are the same."""
    if len(first) < _FEWEST or 1 in (len(set(first)), len(set(second))):
        return None
    return statistics.correlation(_ranks(first), _ranks(second))


_FEWEST = 3


def _ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, from 1; equal values share the mean of their ranks."""
    ranks, below = {}, 0
    for value, count in sorted(Counter(values).items()):
        ranks[value] = below + (count + 1) / 2
        below += count
    return [ranks[value] for value in values]
