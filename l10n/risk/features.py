"""What is known of a draft, as plain values; what nobody knows is None or empty, and neither raises nor lowers risk."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.risk.vocabulary import shares
from l10n.text import lengths


@dataclass(frozen=True, slots=True)
class Features:
    """All that risk is made of."""

    scores: tuple[float, ...] = ()
    """Of each leg: mean log-probability of a token, as `Leg.score`; 0 is certain, lower is less."""
    disagreements: tuple[float, ...] = ()
    """Of each leg: how unlike its n-best are, from 0 to 1, see `likeness.disagreement`."""
    errors: int | None = None
    """Findings of checks in the draft, by severity."""
    warnings: int | None = None
    notes: int | None = None
    length: float | None = None
    """Standard deviations from the usual length, see `l10n.text.lengths.deviation`; negative if short."""
    rare: float | None = None
    """Share of the source's words that are not common and not found again in the draft, from 0 to 1."""
    names: float | None = None
    """Share of the source's words that are found again in the draft: names, most of them."""
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
    return Features(length=lengths.deviation(source, draft, source_language, language), rare=rare, names=names)
