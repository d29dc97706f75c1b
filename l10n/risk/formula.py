"""Risk: the share of a draft that will presumably be changed, from 0 to 1. Explained for people in docs/risk.md.

    risk = 1 / (1 + exp(-(constant + sum of weight · (value - typical))))

Every value rises with the risk and stays between 0 and its limit; no weight is negative. A value that is not known adds
nothing, as a typical one does.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from l10n.risk.features import Features

Values = tuple[float, ...]
"""None, one, or one a leg."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One feature's part in the formula."""

    name: str
    weight: float
    """Of the log-odds, for one more of the value: where fitting begins."""
    typical: float
    limit: float
    """What is more counts as this."""
    values: Callable[[Features], Values]


@dataclass(frozen=True, slots=True)
class Weights:
    """What is fitted to data."""

    constant: float
    """Log-odds of the typical draft."""
    terms: tuple[float, ...]
    """In the order of TERMS."""


def _known(value: float | None) -> Values:
    return () if value is None else (value,)


def _lacking(share: float | None) -> Values:
    return () if share is None else (1 - share,)


def _short(features: Features) -> Values:
    return () if features.length is None else (-features.length,)


def _long(features: Features) -> Values:
    return () if features.length is None else (features.length - _WORDY,)


_WORDY = 1.5
"""Standard deviations by which machine translations are often longer than people's."""

TERMS = (
    Factor("score", 1.5, 0.3, 4.0, lambda features: tuple(-score for score in features.scores)),
    Factor("disagreement", 2.0, 0.3, 1.0, lambda features: features.disagreements),
    Factor("errors", 1.0, 0.01, 3.0, lambda features: _known(features.errors)),
    Factor("warnings", 0.2, 0.07, 3.0, lambda features: _known(features.warnings)),
    Factor("notes", 0.04, 0.18, 3.0, lambda features: _known(features.notes)),
    Factor("short", 0.24, 0.22, 4.0, _short),
    Factor("long", 0.06, 0.06, 4.0, _long),
    Factor("rare", 0.25, 0.22, 1.0, lambda features: _known(features.rare)),
    Factor("names", 0.74, 0.89, 1.0, lambda features: _lacking(features.names)),
    Factor("legs", 0.3, 1.0, 3.0, lambda features: _known(None if features.legs is None else features.legs - 1)),
    Factor("fuzzy", 7.0, 0.25, 1.0, lambda features: _lacking(features.fuzzy)),
    Factor("round trip", 2.0, 0.4, 1.0, lambda features: _lacking(features.round_trip)),
)
"""The weights of notes, short, long, rare and names are means of those fitted to machine translations with references
in two pairs of languages, and typical values the means there (`make bench-risk`); what the decoder and the memory tell
is judged, and so are errors and warnings: docs/risk.md explains each."""

START = Weights(-1.1, tuple(term.weight for term in TERMS))
"""The typical draft has to be changed by a quarter."""


def risk(features: Features, weights: Weights = START) -> float:
    """The risk of a draft, from 0 to 1: the higher it is, the sooner somebody should look."""
    total = weights.constant + sum(
        weight * value for weight, value in zip(weights.terms, vector(features), strict=True)
    )
    return 1 / (1 + math.exp(-total)) if total > -_FAR else 0.0


_FAR = 700.0
"""Log-odds whose exponential is too large for a float."""


def vector(features: Features) -> Values:
    """What is multiplied by the weights: how far each value is from the typical one, summed over the legs."""
    return tuple(
        sum(min(max(0.0, value), term.limit) - term.typical for value in term.values(features)) for term in TERMS
    )
