"""A range and its numbers one by one: 2002–2005 as 2002, 2003, 2004 and 2005."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from l10n.pairs.number_comparison import Side
from l10n.text.numbers import Number

_BETWEEN = re.compile(r"\s?[-‑–—]\s?|\s(?:bis|to|through|по|до)\s")
_LONG = 30
"""Numbers of a range that somebody writes down one by one."""


def without_listed(numbers: Sequence[Number], own: Side, other: Side) -> list[Number]:
    """The numbers but those that stand in a list of all that a range of the other text has."""
    if not numbers:
        return []
    values = {number.values[0] for number in own.numbers}
    listed = {value for inner in _ranges(other) if values.issuperset(inner) for value in inner}
    return [number for number in numbers if number.values[0] not in listed]


def _ranges(side: Side) -> Iterator[range]:
    for first, last in pairwise(side.numbers):
        start, end = first.values[0], last.values[0]
        between = side.text[first.span[1] : last.span[0]]
        if isinstance(start, int) and isinstance(end, int) and 1 < end - start <= _LONG and _BETWEEN.fullmatch(between):
            yield range(start, end + 1)
