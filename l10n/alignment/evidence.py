"""How much keys and lengths speak for a pair, against sentences that have nothing to do with each other.

All values are logarithms of ratios of probabilities, added as if they were independent and then lessened, as they are
not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

import numpy as np

from l10n.alignment.lattice import PAIRS, Shape, Values
from l10n.alignment.lengths import LengthEvidence
from l10n.languages.record import Lengths

_TRUST = 0.7
"""The part that counts, so that confidence is what it says: see the calibration in docs/memory.md."""
_MOST = 6.0
"""What one key says at most."""
_UNUSUAL = 0.1
"""The recall of a key of whose kind nothing is known."""


class TextKeys(NamedTuple):
    """One of the texts as it is compared."""

    keys: Sequence[frozenset[str]]
    """Of each sentence."""
    sizes: Values
    """The length of each sentence, in letters of an alphabet, 1 or more."""


class PairEvidence:
    """What speaks for pairs. `recall` is how often a key is in the translation, too: by key, or by its kind."""

    def __init__(
        self,
        source: TextKeys,
        target: TextKeys,
        rows: Sequence[range],
        recall: Mapping[str, float],
        lengths: Lengths,
    ) -> None:
        self._rows = rows
        self._keys = source.keys
        self._lengths = LengthEvidence(source.sizes, target.sizes, lengths)
        before, self._places = _places(source.keys), _places(target.keys)
        self._again = {key: _next_to_another(own) for key, own in self._places.items()}
        common = before.keys() & self._places.keys()
        chances = {key: recall.get(key) or recall.get(key.partition(" ")[0], _UNUSUAL) for key in common}
        self._lacked = {key: log(1 - chance**2) for key, chance in chances.items()}
        """What it says against a pair if only one side has the key: little where that is usual."""
        rates = {key: max(_rate(before[key], source.keys), _rate(self._places[key], target.keys)) for key in common}
        self._shared = {key: min(_MOST, log(chances[key] / rates[key])) for key in common}
        """What it says for a pair if both sides have the key: the more, the rarer it is."""
        self._alone = [np.array([0.0, *map(self._against, side.keys)]) for side in (source, target)]

    def score(self, row: int) -> Mapping[Shape, Values]:
        """The evidence for the pairs that end in the nodes of a row."""
        nodes = self._rows[row]
        keys, before = self._keys[row - 1], self._keys[row - 2] if row > 1 else frozenset[str]()
        own, above = self._both(keys, nodes), self._both(before, nodes)
        shared = (
            own,
            own + _moved(own) - self._twice(keys, nodes, self._again),
            own + above - self._twice(keys & before, nodes, self._places),
            (own + above + _moved(own) + _moved(above)) / 2,  # each key once, by and large
        )
        return {
            shape: _TRUST * (some[1:] + self._unshared(row, nodes, shape) + self._lengths.score(row, nodes, shape))
            for shape, some in zip(PAIRS, shared, strict=True)
        }

    def _both(self, keys: Iterable[str], nodes: range) -> Values:
        """What a sentence with these keys has in common with each sentence before the nodes, and with one more."""
        return self._sum(keys, nodes, self._places, lambda key: self._shared[key] - 2 * self._lacked[key])

    def _twice(self, keys: Iterable[str], nodes: range, places: Mapping[str, Sequence[int]]) -> Values:
        """What two sentences of one side both have in common with one of the other side counts once."""
        return self._sum(keys, nodes, places, lambda key: self._shared[key] - self._lacked[key])

    def _sum(
        self,
        keys: Iterable[str],
        nodes: range,
        places: Mapping[str, Sequence[int]],
        weight: Callable[[str], float],
    ) -> Values:
        total = np.zeros(len(nodes) + 1)
        first, last = nodes.start - 2, nodes.stop - 2  # numbers of sentences
        for key in keys & self._shared.keys():
            own = places[key]
            start, end = bisect_left(own, first), bisect_right(own, last)
            if start < end:
                total[np.array(own[start:end]) - first] += weight(key)
        return total

    def _unshared(self, row: int, nodes: range, shape: Shape) -> Values:
        """What speaks against the pairs as long as nothing is known to be shared."""
        before, after = self._alone
        own = before[max(0, row - shape[0] + 1) : row + 1].sum()
        ends = np.arange(nodes.start, nodes.stop)
        against: Values = own + after[ends] + (after[np.maximum(ends - 1, 0)] if shape[1] > 1 else 0.0)
        return against

    def _against(self, keys: Iterable[str]) -> float:
        return sum(self._lacked.get(key, 0.0) for key in keys)


def _places(keys: Iterable[Iterable[str]]) -> Mapping[str, list[int]]:
    """The numbers of the sentences that have each key."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            places[key].append(number)
    return places


def _next_to_another(places: Sequence[int]) -> list[int]:
    """Those that follow the one before immediately."""
    return [number for before, number in pairwise(places) if before + 1 == number]


def _rate(places: Sequence[int], keys: Sequence[object]) -> float:
    return (len(places) + 0.5) / (len(keys) + 2)


def _moved(values: Values) -> Values:
    """Each value one node further."""
    return np.concatenate(([0.0], values[:-1]))
