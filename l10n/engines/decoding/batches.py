"""Which texts CTranslate2 gets together: as many as pay, in batches that keep every core busy to the end."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

BATCH = 512
"""Tokens a batch, counted as CTranslate2 does: longest text times texts. Both half and twice as many are slower."""
_STEP = 32


def batches(indices: Sequence[int], lengths: Sequence[int], workers: int) -> list[list[int]]:
    """The texts of these indices, the longest first; of few texts, each worker has one batch of about the same size.

    `lengths` are tokens, by index. A batch has at most BATCH tokens, and of few texts at most twice as many, unless a
    single text has more.
    """
    longest_first = sorted(indices, key=lambda index: -lengths[index])
    if sum(lengths[index] for index in indices) <= BATCH * workers:
        for size in range(_STEP, 2 * BATCH, _STEP):
            filled = _filled(longest_first, lengths, size)
            if len(filled) <= workers:
                return filled
    return _filled(longest_first, lengths, BATCH)


def _filled(indices: Sequence[int], lengths: Sequence[int], size: int) -> list[list[int]]:
    filled: list[list[int]] = []
    for index in indices:
        if not filled or lengths[filled[-1][0]] * (len(filled[-1]) + 1) > size:
            filled.append([])
        filled[-1].append(index)
    return filled


def cores() -> int:
    """Processor cores this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
