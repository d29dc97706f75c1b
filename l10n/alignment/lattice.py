"""The probability of each bead over all paths through two texts, by forward and backward sums.

A path goes from (0, 0) to the ends of both texts, a bead a step; a row has all nodes of the corridor with as many
sentences of the source. Logarithms throughout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from l10n.alignment import AlignedPair

Values = npt.NDArray[np.float64]
Shape = tuple[int, int]
"""Sentences of the source and of the translation in a bead."""
PAIRS: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (2, 2))
_HALF = 0.5


class LatticeRow(NamedTuple):
    """Values of the nodes with as many sentences of the source, from the one with `first` of the translation on."""

    first: int
    values: Values

    def window(self, first: int, size: int) -> Values:
        """The values of so many nodes from this one on; -inf for those outside the row."""
        values = np.full(size, -np.inf)
        start, end = max(first, self.first), min(first + size, self.first + len(self.values))
        if start < end:
            values[start - first : end - first] = self.values[start - self.first : end - self.first]
        return values


class Lattice(NamedTuple):
    """What the sums need."""

    rows: Sequence[range]
    """For each number of source sentences, from 0 to all: the numbers of sentences of the translation beside it."""
    priors: Mapping[Shape, float]
    """Logarithms, of pairs and of sentences without partner."""
    score: Callable[[int], Mapping[Shape, Values]]
    """The evidence for beads that end in the nodes of a row."""


def probable(lattice: Lattice) -> Iterator[AlignedPair]:
    """The pairs that are more likely than not, the last first: no two of them share a sentence."""
    scores = [lattice.score(row) for row in range(1, len(lattice.rows))]
    forward = _forward(lattice, scores)
    last = len(lattice.rows) - 1
    total = forward[-1].values[-1]
    behind = [LatticeRow(nodes.start, np.full(len(nodes), -np.inf)) for nodes in lattice.rows]
    behind[last].values[-1] = 0.0
    for row in range(last, 0, -1):
        nodes = lattice.rows[row]
        _along(behind[row].values[::-1], lattice.priors[0, 1])
        _push(behind[row - 1], nodes, behind[row].values + lattice.priors[1, 0], 0)
        for (sources, targets), evidence in scores[row - 1].items():
            if sources > row:
                continue
            onward = behind[row].values + evidence + lattice.priors[sources, targets]
            before = forward[row - sources].window(nodes.start - targets, len(nodes))
            chances = np.exp(np.minimum(before + onward - total, 0.0))
            for node in np.flatnonzero(chances > _HALF):
                end = nodes.start + int(node)
                yield AlignedPair(range(row - sources, row), range(end - targets, end), float(chances[node]))
            _push(behind[row - sources], nodes, onward, targets)


def _forward(lattice: Lattice, scores: Sequence[Mapping[Shape, Values]]) -> list[LatticeRow]:
    """For each node the sum over all paths that lead there."""
    rows: list[LatticeRow] = []
    for number, nodes in enumerate(lattice.rows):
        values = np.full(len(nodes), -np.inf)
        if number == 0:
            values[0] = 0.0
        else:
            np.logaddexp(values, rows[-1].window(nodes.start, len(nodes)) + lattice.priors[1, 0], out=values)
            for (sources, targets), evidence in scores[number - 1].items():
                if sources <= number:
                    before = rows[number - sources].window(nodes.start - targets, len(nodes))
                    np.logaddexp(values, before + evidence + lattice.priors[sources, targets], out=values)
        _along(values, lattice.priors[0, 1])
        rows.append(LatticeRow(nodes.start, values))
    return rows


def _along(values: Values, step: float) -> None:
    """Add, in place, the paths that go on along the row: sentences of the translation without partner."""
    steps = np.arange(len(values)) * step
    values[:] = np.logaddexp.accumulate(values - steps) + steps


def _push(row: LatticeRow, nodes: range, values: Values, targets: int) -> None:
    """Add to the nodes of a row what comes from those behind it, so many sentences of the translation later."""
    first = nodes.start - targets
    start, end = max(first, row.first), min(first + len(nodes), row.first + len(row.values))
    if start < end:
        own = row.values[start - row.first : end - row.first]
        np.logaddexp(own, values[start - first : end - first], out=own)
