"""Fields of Word, which begin and end between runs (ECMA-376, 17.16.18): links are pairs, all others are kept.

What a field shows, the office program makes anew: a number of a page, a table of contents over many paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from l10n.documents.office.layers import Layer, LayerRole, containers
from l10n.documents.office.tokens import InlineToken

_TYPE = "w:fldCharType"
_STEPS = {"begin": 1, "end": -1}
_LINK = re.compile(r'\s*HYPERLINK\s+(?P<anchor>\\l\s+)?"(?P<address>[^"]*)"')


class Fields:
    """Those of a member, paragraph by paragraph."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = 0
        """Fields that are open where a paragraph begins."""
        self.has_kept = False
        """A field has words in several paragraphs."""

    def joined(self, tokens: Sequence[InlineToken]) -> list[InlineToken]:
        """The tokens with each field as one that stands for itself, or with a link around its words."""
        steps = [_STEPS.get(self._said(token), 0) for token in tokens]
        depths = list(accumulate(steps, initial=self._depth))
        self.has_kept = self.has_kept or (self._depth > 0 and any(token.words.strip() for token in tokens))
        self._depth = max(depths[-1], 0)
        result: list[InlineToken] = []
        begin = -1 if depths[0] else None
        for number, token in enumerate(tokens):
            if begin is None and steps[number] > 0:
                begin = number
            elif begin is None:
                result.append(token)
            elif depths[number + 1] <= 0:
                if begin >= 0:
                    result += self._field(tokens[begin : number + 1])
                begin = None
        return result

    def _said(self, token: InlineToken) -> str:
        is_mark = token.element is not None and token.element.name == self._name
        return token.element.attributes.get(_TYPE, "") if is_mark and token.element else ""

    def _field(self, tokens: Sequence[InlineToken]) -> Iterator[InlineToken]:
        """A field from its beginning to its end."""
        code = "".join(token.element.words for token in tokens if token.element)
        said = [self._said(token) for token in tokens]
        link = _LINK.match(code)
        if link and said.count("begin") == said.count("separate") == 1:
            middle = said.index("separate")
            address = f"{'#' if link['anchor'] else ''}{link['address']}"
            layer = _around(tokens[0], tokens[middle], tokens[-1], f"link to {address}")
            shown = tokens[middle + 1 : -1]
            if layer and shown:
                yield from (_inside(token, layer) for token in shown)
                return
        note = f"field: {' '.join(code.split())}"
        yield InlineToken(tokens[0].start, tokens[-1].end, "", tokens[0].before, tokens[-1].after, "<x/>", note)


def _around(begin: InlineToken, middle: InlineToken, end: InlineToken, note: str) -> Layer | None:
    """The link, if it begins and ends with runs of its own."""
    runs = [token.before[-1] for token in (begin, middle, end) if token.before]
    if len(runs) < 3 or any(run.role is not LayerRole.RUN for run in runs):
        return None
    first, second, third = runs
    starts = (begin.start == first.opening[1], end.start == third.opening[1])
    ends = (middle.end == second.closing[0], end.end == third.closing[0])
    if not all(starts + ends) or not containers(begin.before) == containers(middle.before) == containers(end.before):
        return None
    return Layer(
        LayerRole.PAIR,
        begin.start,
        (first.opening[0], second.closing[1]),
        (third.opening[0], third.closing[1]),
        tag="a",
        note=note,
    )


def _inside(token: InlineToken, layer: Layer) -> InlineToken:
    around = containers(token.before)
    return token._replace(
        before=(*around, layer, *token.before[len(around) :]), after=(*around, layer, *token.after[len(around) :])
    )
