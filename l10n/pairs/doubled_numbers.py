"""Numbers that the translation says twice and the source once: 5 5 мая."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.model import Span
from l10n.pairs.pair import Pair
from l10n.text.numbers import digits, figures
from l10n.text.typography import SPACES

_TWIN = re.compile(rf"(\d(?<![\d.,].)\d{{0,2}})[{SPACES}]\1(?!\d|[/.,:]\d)")
_GLUED = re.compile(r"[\w:/-]")


def doubled(pair: Pair) -> Iterator[tuple[str, Span, str]]:
    """Each such number as it is written, where it stands, and what is between it and the one before.

    Of groups of digits, 250 250, both are one finding, and nothing is between them.
    """
    target = [(digits(figure), span) for figure, span in figures(pair.target_plain)]
    grouped = _TWIN.search(pair.target_plain)
    if len(target) == len({figure for figure, _ in target}) and not grouped:
        return
    source = Counter(digits(figure) for figure, _ in figures(pair.source))
    if grouped and source[grouped[1]] == 1 and not source[grouped[1] * 2]:
        yield grouped[1], grouped.span(), ""
        return
    places: dict[str, list[Span]] = {}
    for figure, (start, end) in target:
        if source[figure] == 1 and not _GLUED.search(pair.target[max(0, start - 1) : start]):
            places.setdefault(figure, []).append((start, end))
    for (_, end), (start, last), *_ in (spans for spans in places.values() if len(spans) > 1):
        yield pair.target[start:last], (start, last), pair.target[end:start]
