"""How much lengths speak for a pair: the longer a sentence, the longer its translation (Gale & Church 1993).

The logarithm of the ratio is compared with what is usual between the two languages, as `l10n.text.lengths` has it,
against the lengths that there are in the text anyway.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from l10n.alignment.lattice import Shape, Values
from l10n.languages.record import Lengths

_ADDED = 5.0
_TITLES = 12.0
"""Both as in `l10n.text.lengths`: short texts vary more."""
_LEAST = 0.05
"""Variance of the lengths of a text that has only one, as it were."""
UNKNOWN = Lengths(0.0, 0.02, 3.0, 4.0)
"""For languages between which nobody has measured it."""


class LengthEvidence:
    """What the lengths of two texts say, given in letters of an alphabet."""

    def __init__(self, source: Values, target: Values, usual: Lengths) -> None:
        self._usual = usual
        self._sources = [_sums(source, many) for many in (1, 2)]
        self._targets = [np.log(_sums(target, many) + _ADDED) for many in (1, 2)]
        self._anyway = [_density(logs, logs[1:].mean(), logs[1:].var() + _LEAST) for logs in self._targets]

    def score(self, row: int, nodes: range, shape: Shape) -> Values:
        """For pairs of this shape that end in the nodes of a row."""
        size, targets = self._sources[shape[0] - 1][row], shape[1] - 1
        variance = self._usual.fixed + self._usual.part / size + _TITLES / size**2
        ends = slice(nodes.start, nodes.stop)
        usual = np.log(size + _ADDED) + self._usual.mean
        return _density(self._targets[targets][ends], usual, variance) - self._anyway[targets][ends]


def measured(usual: Lengths, sizes: Sequence[Values], pairs: Sequence[tuple[int, int]]) -> Lengths:
    """The same with the mean of these pairs, or of the texts as a whole as long as there are few."""
    if len(pairs) < _FEW:
        return usual._replace(mean=float(np.log(sizes[1].sum() / sizes[0].sum())))
    before, after = (sizes[side][[pair[side] for pair in pairs]] for side in (0, 1))
    return usual._replace(mean=float(np.median(np.log((after + _ADDED) / (before + _ADDED)))))


_FEW = 20


def _sums(sizes: Values, many: int) -> Values:
    """For each number of sentences the letters of the last ones."""
    ends = np.concatenate(([0.0], np.cumsum(sizes)))
    starts = np.concatenate((np.zeros(many), ends[:-many]))[: len(ends)]
    sums: Values = np.maximum(ends - starts, 1.0)
    return sums


def _density(values: Values, mean: float, variance: float) -> Values:
    """The logarithm of a normal density, without what all have in common."""
    density: Values = -0.5 * (values - mean) ** 2 / variance - 0.5 * np.log(variance)
    return density
