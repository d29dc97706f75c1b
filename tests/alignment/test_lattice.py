"""The sums over all paths, against a count of every single path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.alignment import AlignedPair
from l10n.alignment.lattice import PAIRS, Lattice, Shape, Values, probable
from tests.conftest import examples

PRIORS = {(1, 1): log(0.6), (1, 0): log(0.1), (0, 1): log(0.1), (1, 2): log(0.08), (2, 1): log(0.08), (2, 2): log(0.04)}
Node = tuple[int, int]
Path = tuple[Node, ...]


def _paths(node: Node, end: Node) -> Iterator[Path]:
    if node == end:
        yield (node,)
    for sources, targets in PRIORS:
        after = node[0] + sources, node[1] + targets
        if after[0] <= end[0] and after[1] <= end[1]:
            yield from ((node, *path) for path in _paths(after, end))


def _counted(scores: Mapping[tuple[Shape, Node], float], end: Node) -> dict[AlignedPair, float]:
    """The probability of each pair, path by path."""
    chances: defaultdict[tuple[Node, Node], float] = defaultdict(float)
    total = 0.0
    for path in _paths((0, 0), end):
        steps = [((last[0] - first[0], last[1] - first[1]), first, last) for first, last in pairwise(path)]
        chance = exp(sum(PRIORS[shape] + scores.get((shape, last), 0.0) for shape, _, last in steps))
        total += chance
        for shape, first, last in steps:
            if shape in PAIRS:
                chances[first, last] += chance
    return {
        AlignedPair(range(first[0], last[0]), range(first[1], last[1]), 0.0): chance / total
        for (first, last), chance in chances.items()
    }


@examples(30, thorough=500)
@given(st.data())
def test_confidence_is_the_share_of_all_paths_that_have_the_pair(data: st.DataObject) -> None:
    end = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    values = st.floats(-4, 4)
    scores = {
        (shape, (row, column)): data.draw(values)
        for shape in PAIRS
        for row in range(1, end[0] + 1)
        for column in range(1, end[1] + 1)
    }

    def score(row: int) -> Mapping[Shape, Values]:
        return {
            shape: np.array([scores.get((shape, (row, node)), 0.0) for node in range(end[1] + 1)]) for shape in PAIRS
        }

    pairs = list(probable(Lattice([range(end[1] + 1)] * (end[0] + 1), PRIORS, score)))
    counted = {pair: chance for pair, chance in _counted(scores, end).items() if chance > 0.5}
    assert {pair._replace(confidence=0.0): pytest.approx(pair.confidence) for pair in pairs} == counted
