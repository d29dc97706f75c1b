"""Where a path through both texts can lead: near sentences that are likely to belong together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_WIDTH = 40
"""Sentences on either side of the straight line between two fixed points."""
Point = tuple[int, int]


def corridor(sources: int, targets: int, points: Sequence[Point]) -> list[range]:
    """For each number of source sentences, from 0 to all, the numbers of sentences of the translation beside it.

    It leads along a chain of the points, which are pairs of sentences, from 0.
    """
    lows, highs = [targets] * (sources + 1), [0] * (sources + 1)
    for first, last in pairwise([(0, 0), *_chain(points), (sources, targets)]):
        for row, low, high in _between(first, last):
            lows[row], highs[row] = min(lows[row], low), max(highs[row], high)
    return [range(max(0, low), min(targets, high) + 1) for low, high in zip(lows, highs, strict=True)]


def fixed_points(sources: Sequence[Iterable[str]], targets: Sequence[Iterable[str]]) -> list[Point]:
    """Pairs of sentences that share a key that no other sentence has, by the first."""
    before, after = _once(sources), _once(targets)
    return sorted({(before[key], after[key]) for key in before.keys() & after.keys()})


def _between(first: Point, last: Point) -> Iterator[tuple[int, int, int]]:
    """Rows from one point to the next, each with its first and last node: all, if one of the texts is short there."""
    rows, columns = last[0] - first[0], last[1] - first[1]
    narrow = min(rows, columns) <= 2 * _WIDTH
    for row in range(rows + 1):
        line, after = (first[1] + number * columns // max(rows, 1) for number in (row, row + 1))
        low, high = first[1] if narrow else line, last[1] if narrow else min(after, last[1])
        yield first[0] + row, low - _WIDTH, high + _WIDTH


def _once(sentences: Sequence[Iterable[str]]) -> dict[str, int]:
    places: dict[str, int] = {}
    for number, own in enumerate(sentences):
        for key in own:
            places[key] = -1 if key in places else number
    return {key: number for key, number in places.items() if number >= 0}


def _chain(points: Iterable[Point]) -> list[Point]:
    """The longest chain of points that rises in both texts (patience sorting)."""
    ordered = sorted(points, key=lambda point: (point[0], -point[1]))
    tops: list[int] = []
    piles: list[int] = []
    below: list[int] = []
    for number, (_, target) in enumerate(ordered):
        pile = bisect_left(tops, target)
        below.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [target]
        piles[pile : pile + 1] = [number]
    chain: list[Point] = []
    number = piles[-1] if piles else -1
    while number >= 0:
        chain.append(ordered[number])
        number = below[number]
    return chain[::-1]
