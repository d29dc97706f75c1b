"""Parts of a draft that suit a pair equally well: the one wins that its words count for most, by the links."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from l10n.engines import Links
from l10n.model import Span

_CLEAR = 2.0
"""So many times the weight of the next one: attention is no good aligner, and half a guess is no place."""


def heaviest(candidates: Sequence[Span], inside: Span, links: Links) -> Span | None:
    """The candidate that the words inside a pair count for most; None if none of them does clearly.

    Candidates are spans of the draft, apart and in order; `inside` is one of the text.
    """
    start, end = inside
    weights = [0.0] * len(candidates)
    for link in links:
        if link.source[0] < end and link.source[1] > start:
            index = max(bisect_right(candidates, (link.target[0], link.target[0])) - 1, 0)
            while index < len(candidates) and candidates[index][0] < link.target[1]:
                weights[index] += link.weight if candidates[index][1] > link.target[0] else 0.0
                index += 1
    first, second = sorted(range(len(candidates)), key=lambda index: -weights[index])[:2]
    return candidates[first] if weights[first] > _CLEAR * weights[second] else None
