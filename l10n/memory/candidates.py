"""Which normal forms can reach a score: an index of tokens, in memory, that leaves out none that can.

Of the formula (l10n.memory.similarity) this is known without comparing anything: edits of tokens are at least the
tokens of the longer that the two do not share, edits of characters at least the difference in length. From 50 % on,
forms that are not equal share a token, and so many that they show in the rarest ones of the query: only those are
looked up, as in the prefix filter of set similarity joins (Chaudhuri et al. 2006; Bayardo et al. 2007).

For a million segments of 16 tokens the arrays take 90 MB, and making them takes 500 MB for a moment.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

_BUCKETS = 20
"""Bits of a token's number that tell its list: others in the same list only make the bound looser."""
_SLACK = 1e-6
_Positions = npt.NDArray[np.uint32]


class Candidates:
    """The forms of one language pair."""

    def __init__(self, rows: Iterable[tuple[int, int, bytes]]) -> None:
        """Takes id, characters and bag of each form."""
        ids, lengths, bags = [], [], []
        for number, length, bag in rows:
            ids.append(number)
            lengths.append(length)
            bags.append(bag)
        counts = np.fromiter((len(bag) // 4 for bag in bags), np.int32, len(bags))
        order = np.argsort(counts, kind="stable")  # by number of tokens: those of similar size are one slice
        self._ids = np.array(ids, np.int64)[order]
        self._lengths = np.array(lengths, np.int32)[order]
        self._counts = counts[order]
        positions = np.empty(len(order), np.uint32)
        positions[order] = np.arange(len(order), dtype=np.uint32)
        keys = (np.frombuffer(b"".join(bags), np.dtype("<u4")) & np.uint32((1 << _BUCKETS) - 1)).astype(np.uint64)
        del bags
        keys <<= np.uint64(32)
        keys |= np.repeat(positions, counts)
        keys.sort()
        self._lists: _Positions = keys.astype(np.uint32)  # the lower half
        keys >>= np.uint64(32)
        self._starts = np.searchsorted(keys, np.arange((1 << _BUCKETS) + 1, dtype=np.uint64))

    def near(self, bag: Sequence[int], length: int, least: int) -> Iterable[tuple[int, int]]:
        """Id and highest possible score of all forms that may reach `least`, best first; least is 50 to 100.

        A form equal to the query may be missing.
        """
        share = (100 - least) / 50  # of the tokens may be others
        size = len(bag)
        first, last = self._slice(size, share)
        if not size or first == last:
            return ()
        needed = max(1, math.ceil(size * (1 - share) - _SLACK))
        lists = sorted((self._list(token, first, last) for token in bag), key=len)
        rarest = size - needed + 1
        shared = np.zeros(last - first, np.uint16)
        for positions in lists[:rarest]:
            shared[positions - first] += 1
        sharing = np.flatnonzero(shared)
        indices = sharing + first
        counts = shared[sharing].astype(np.int32)
        for done, positions in enumerate(lists[rarest:], rarest):
            keep = self._bound(indices, counts + (size - done), size, length) >= least - _SLACK
            indices, counts = indices[keep], counts[keep]
            if not len(indices):
                return ()
            counts += _within(positions, indices)
        bounds = self._bound(indices, counts, size, length)
        keep = bounds >= least - _SLACK
        indices, bounds = indices[keep], np.floor(bounds[keep] + _SLACK).astype(np.int64)
        order = np.argsort(-bounds, kind="stable")
        return zip(self._ids[indices[order]].tolist(), bounds[order].tolist(), strict=True)

    def _slice(self, size: int, share: float) -> tuple[int, int]:
        """Forms of so many tokens that the difference alone is not too much."""
        lowest = math.ceil(size * (1 - share) - _SLACK)
        first = int(np.searchsorted(self._counts, lowest))
        if share >= 1:
            return first, len(self._counts)
        return first, int(np.searchsorted(self._counts, math.floor(size / (1 - share) + _SLACK), "right"))

    def _list(self, token: int, first: int, last: int) -> _Positions:
        """The positions of the slice that have this token, sorted."""
        bucket = token & ((1 << _BUCKETS) - 1)
        whole = self._lists[self._starts[bucket] : self._starts[bucket + 1]]
        start, end = np.searchsorted(whole, np.array((first, last), np.uint32))
        return whole[start:end]

    def _bound(
        self, indices: npt.NDArray[np.int64], shared: npt.NDArray[np.int32], size: int, length: int
    ) -> npt.NDArray[np.float64]:
        more = np.maximum(self._counts[indices], size)
        lengths = self._lengths[indices]
        longer = np.maximum(np.maximum(lengths, length), 1)
        bound: npt.NDArray[np.float64] = (
            50 * np.minimum(shared / more, 1.0) + 50 - 50 * np.abs(lengths - length) / longer
        )
        return bound


def _within(positions: _Positions, indices: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """1 for each place that is among the positions, else 0; both are sorted."""
    if not len(positions):
        return np.zeros(len(indices), np.int32)
    wanted = indices.astype(np.uint32)
    at = np.minimum(np.searchsorted(positions, wanted), len(positions) - 1)
    inside: npt.NDArray[np.int32] = (positions[at] == wanted).astype(np.int32)
    return inside
