"""Which normal forms can reach a score: an index of tokens and characters, in memory, that leaves out none that can.

Of the formula (l10n.memory.similarity) this is known without comparing anything: edits of tokens are at least the
tokens of the longer that the two do not share; edits of characters at least the difference in length, and at least
what l10n.memory.characters counts. From 50 % on, forms that are not equal share a token.

Whoever shares tokens is counted over all forms at once, as in the count filter of set similarity joins (Sarawagi and
Kirpal 2004): the lists of rare tokens are short, and those of the commonest are kept as a byte for each form, which
adds up faster than it could be left out. How many a form has to share follows from its numbers of tokens and characters
alone, and few pairs of these are different. Only for those that share enough the characters are looked at.

For a million segments of 16 tokens the arrays take up to 190 MB, and making them takes 600 MB for a moment.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
import numpy.typing as npt

from l10n.memory.characters import counted, fewest_edits
from l10n.memory.form import Form, bag

_BUCKETS = 20
"""Bits of a token's number that tell its list: others in the same list only make the bound looser."""
_COMMON = 64
"""Lists that are kept as a byte a form, if they have more than one form in so many."""
_BATCH = 10_000
"""Forms whose characters are counted at a time."""
_SLACK = 1e-6
_ANY = (1 << 31) - 2
"""Tokens of a form, at most."""
_Integers = npt.NDArray[np.int64]


class Candidates:
    """The forms of one language pair."""

    def __init__(self, rows: Iterable[tuple[int, str, bytes]]) -> None:
        """Takes id, text and bag of each form."""
        ids, lengths, bags, characters = [], [], [], [counted(())]
        for batch in _batches(rows):
            ids += [number for number, _, _ in batch]
            lengths += [len(text) for _, text, _ in batch]
            bags += [tokens for _, _, tokens in batch]
            characters.append(counted([text for _, text, _ in batch]))
        counts = np.fromiter((len(tokens) // 4 for tokens in bags), np.int32, len(bags))
        order = np.lexsort((np.array(lengths, np.int32), counts))  # those of similar size are one slice
        self._ids = np.array(ids, np.int64)[order]
        self._lengths = np.array(lengths, np.int32)[order]
        self._counts = counts[order]
        self._characters = np.concatenate(characters)[order]
        self._groups = np.flatnonzero(np.diff(self._lengths, prepend=-1) | np.diff(self._counts, prepend=-1))
        """Where others begin: forms of a group have as many tokens and characters."""
        places = np.empty(len(order), np.uint32)
        places[order] = np.arange(len(order), dtype=np.uint32)
        keys = (np.frombuffer(b"".join(bags), np.dtype("<u4")) & np.uint32((1 << _BUCKETS) - 1)).astype(np.uint64)
        del bags
        keys <<= np.uint64(32)
        keys |= np.repeat(places, counts)
        keys.sort()
        self._lists = keys.astype(np.uint32)  # the lower half
        keys >>= np.uint64(32)
        self._starts = np.searchsorted(keys, np.arange((1 << _BUCKETS) + 1, dtype=np.uint64))
        del keys
        self._common = {bucket: self._as_bytes(bucket) for bucket in self._commonest()}

    def near(self, wanted: Form, least: int) -> Iterable[tuple[int, int]]:
        """Id and highest possible score of all forms that may reach `least`, best first; least is 50 to 100.

        A form equal to the query may be missing.
        """
        size, length = len(wanted.tokens), len(wanted.text)
        first, last = self._slice(size, (least - 50) / 50)
        if not size or first == last:
            return ()
        shared = self._shared(bag(wanted.tokens), first, last)
        indices = first + np.flatnonzero(shared[first:last] >= self._needed(first, last, size, length, least))
        edits = fewest_edits(self._characters[indices], counted([wanted.text]))
        bounds = self._bound(indices, shared[indices], edits, size, length)
        keep = bounds >= least - _SLACK
        indices, bounds = indices[keep], np.floor(bounds[keep] + _SLACK).astype(np.int64)
        order = np.argsort(-bounds, kind="stable")
        return zip(self._ids[indices[order]].tolist(), bounds[order].tolist(), strict=True)

    def _slice(self, size: int, part: float) -> tuple[int, int]:
        """Forms of so many tokens that this part of them may be shared."""
        lowest = math.ceil(size * part - _SLACK)
        highest = min(math.floor(size / part + _SLACK), _ANY) if part else _ANY
        # in the type of the array, or all of it would be copied into another one
        first, last = np.searchsorted(self._counts, np.array((lowest, highest + 1), np.int32))
        return int(first), int(last)

    def _shared(self, tokens: list[int], first: int, last: int) -> npt.NDArray[np.unsignedinteger]:
        """How many of the tokens each form of the slice has."""
        shared = np.zeros(len(self._counts), _smallest(len(tokens)))
        for token in tokens:
            bucket = token & ((1 << _BUCKETS) - 1)
            if bucket in self._common:
                shared[first:last] += self._common[bucket][first:last]
            else:
                places = self._lists[self._starts[bucket] : self._starts[bucket + 1]]
                shared[places] += 1
        return shared

    def _needed(self, first: int, last: int, size: int, length: int, least: int) -> npt.NDArray[np.unsignedinteger]:
        """How many tokens each form of the slice has to share."""
        start, end = np.searchsorted(self._groups, (first, last))
        groups = self._groups[start:end]
        more, lengths = np.maximum(self._counts[groups], size), self._lengths[groups]
        part = (least - 50) / 50 + np.abs(lengths - length) / np.maximum(np.maximum(lengths, length), 1)
        needed = np.clip(np.ceil(more * part - _SLACK), 1, size + 1).astype(_smallest(size))
        return np.repeat(needed, np.diff(groups, append=last))

    def _bound(
        self,
        indices: _Integers,
        shared: npt.NDArray[np.unsignedinteger],
        edits: npt.NDArray[np.int32],
        size: int,
        length: int,
    ) -> npt.NDArray[np.float64]:
        more = np.maximum(self._counts[indices], size)
        longer = np.maximum(np.maximum(self._lengths[indices], length), 1)
        bound: npt.NDArray[np.float64] = 50 * (shared / more) + 50 - 50 * (edits / longer)
        return bound

    def _commonest(self) -> list[int]:
        sizes = np.diff(self._starts)
        most = np.argpartition(sizes, -_COMMON)[-_COMMON:]
        commonest: list[int] = most[sizes[most] > len(self._counts) // _COMMON].tolist()
        return commonest

    def _as_bytes(self, bucket: int) -> npt.NDArray[np.uint8]:
        has = np.zeros(len(self._counts), np.uint8)
        has[self._lists[self._starts[bucket] : self._starts[bucket + 1]]] = 1
        return has


def _batches(rows: Iterable[tuple[int, str, bytes]]) -> Iterator[list[tuple[int, str, bytes]]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _smallest(size: int) -> type[np.unsignedinteger]:
    """The smallest type for numbers that are one more at most."""
    return np.uint8 if size < np.iinfo(np.uint8).max else np.uint16 if size < np.iinfo(np.uint16).max else np.uint32
