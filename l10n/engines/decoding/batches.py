"""Which texts CTranslate2 gets together: as many as pay, in batches that keep every worker busy to the end."""

from __future__ import annotations

from collections.abc import Sequence

_FEW = 4
"""Batches a worker: among more, one left over at the end is a small share of the time."""
_STEPS = 16
"""So fine is the search for the size of few batches, in parts of the limit."""


def batches(indices: Sequence[int], lengths: Sequence[int], workers: int, limit: int) -> list[list[int]]:
    """The texts of these indices, the longest first; of few texts, each worker has as many batches as another.

    `lengths` are tokens, by index. A batch has at most `limit` of them, counted as CTranslate2 does, longest text times
    texts, and of few texts at most twice as many, unless a single text has more.
    """
    longest_first = sorted(indices, key=lambda index: -lengths[index])
    filled = _filled(longest_first, lengths, limit)
    if len(filled) <= _FEW * workers:
        # A fifth batch for two workers would keep one of them waiting: four larger ones of about the same size.
        wanted = workers * max(1, len(filled) // workers)
        step = max(limit // _STEPS, 1)
        for size in range(step, 2 * limit, step):
            even = _filled(longest_first, lengths, size)
            if len(even) <= wanted:
                return even
    return filled


def _filled(indices: Sequence[int], lengths: Sequence[int], size: int) -> list[list[int]]:
    filled: list[list[int]] = []
    for index in indices:
        if not filled or lengths[filled[-1][0]] * (len(filled[-1]) + 1) > size:
            filled.append([])
        filled[-1].append(index)
    return filled
