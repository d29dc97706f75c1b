"""What is known of a draft, as plain values; what nobody knows is None or empty, and neither raises nor lowers risk."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from l10n.risk.vocabulary import copied, shares
from l10n.text import lengths

_BRIEF = 120
"""Characters of a source text that is as long as others."""
_DASH = re.compile("[–—]| - ")


@dataclass(frozen=True, slots=True)
class Features:
    """All that risk is made of."""

    scores: tuple[float | None, ...] = ()
    """Of each leg: mean log-probability of a token, as `Leg.score`; 0 is certain, lower is less."""
    disagreements: tuple[float | None, ...] = ()
    """Of each leg: how unlike its n-best are, from 0 to 1, see `likeness.disagreement`."""
    errors: int | None = None
    """Findings of checks in the draft, by severity."""
    warnings: int | None = None
    notes: int | None = None
    left: int | None = None
    """Findings about words of the source that were left over; 1 if the text was copied."""
    brief: float | None = None
    """How short the source is: near 1 for a word, 0.5 for 80 characters, near 0 for a paragraph."""
    length: float | None = None
    """Standard deviations from the usual length, see `l10n.text.lengths.deviation`; negative if short."""
    rare: float | None = None
    """Share of the source's words that are not common and not found again in the draft, from 0 to 1."""
    names: float | None = None
    """Share of the source's words that are found again in the draft: names, most of them."""
    commas: float | None = None
    """How many commas more or less than the source the draft has, over the root of the number of words."""
    dashes: int | None = None
    """Dashes in the source."""
    legs: int | None = None
    """Packages in a row."""
    fuzzy: float | None = None
    """Match rate, from 0 to 1, of a draft that comes from the translation memory."""
    round_trip: float | None = None
    """How like the source its translation back is, from 0 to 1, see `likeness.similarity`."""


def of_texts(source: str, draft: str, source_language: str, language: str) -> Features:
    """The features that need nothing but the two texts; `dataclasses.replace` adds the others."""
    if not source or not draft:
        return Features()
    rare, names = shares(source, draft, source_language, language)
    return Features(
        left=int(copied(source, draft, source_language, language)),
        brief=math.exp(-len(source) / _BRIEF),
        length=lengths.deviation(source, draft, source_language, language),
        rare=rare,
        names=names,
        commas=abs(source.count(",") - draft.count(",")) / math.sqrt(source.count(" ") + 1),
        dashes=len(_DASH.findall(source)),
    )
