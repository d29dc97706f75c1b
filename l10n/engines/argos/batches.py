"""Which texts CTranslate2 gets together: as many as pay, in batches that keep every worker busy to the end."""

from __future__ import annotations

from collections.abc import Sequence

_STEPS = 16
"""So fine is the search for the batch size of few texts."""


def batches(indices: Sequence[int], lengths: Sequence[int], workers: int, limit: int) -> list[list[int]]:
    """The texts of these indices, the longest first; of few texts, each worker has one batch of about the same size.

    `lengths` are tokens, by index. A batch has at most `limit` of them, counted as CTranslate2 does, longest text times
    texts, and of few texts at most twice as many, unless a single text has more.
    """
    longest_first = sorted(indices, key=lambda index: -lengths[index])
    if sum(lengths[index] for index in indices) <= limit * workers:
        step = max(limit // _STEPS, 1)
        for size in range(step, 2 * limit, step):
            filled = _filled(longest_first, lengths, size)
            if len(filled) <= workers:
                return filled
    return _filled(longest_first, lengths, limit)


def _filled(indices: Sequence[int], lengths: Sequence[int], size: int) -> list[list[int]]:
    filled: list[list[int]] = []
    for index in indices:
        if not filled or lengths[filled[-1][0]] * (len(filled[-1]) + 1) > size:
            filled.append([])
        filled[-1].append(index)
    return filled
