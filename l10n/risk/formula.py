"""Risk: the share of a draft that will presumably be changed, from 0 to 1. Explained for people in docs/risk.md.

    risk = 1 / (1 + exp(-(constant + sum of weight · (value - typical))))

and at least a half where something is wrong: then it is SURE + (1 - SURE) · that.

Every value rises with the risk and stays between 0 and its limit; no weight is negative. A value that is not known adds
nothing, as a typical one does.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from l10n.risk.features import Features

Values = tuple[float | None, ...]
"""None, one, or one a leg."""
SURE = 0.5
"""The least risk of a draft in which something is wrong: an error of the checks, a word that was left over."""


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


def _less(scores: Values) -> Values:
    return tuple(None if score is None else -score for score in scores)


def _short(features: Features) -> Values:
    return () if features.length is None else (-features.length,)


def _long(features: Features) -> Values:
    return () if features.length is None else (features.length - _WORDY,)


_WORDY = 1.5
"""Standard deviations by which machine translations are often longer than people's."""

TERMS = (
    Factor("score", 1.5, 0.3, 4.0, lambda features: _less(features.scores)),
    Factor("disagreement", 2.0, 0.3, 1.0, lambda features: features.disagreements),
    Factor("errors", 1.0, 0.01, 3.0, lambda features: _known(features.errors)),
    Factor("warnings", 0.35, 0.07, 3.0, lambda features: _known(features.warnings)),
    Factor("notes", 0.3, 0.12, 3.0, lambda features: _known(features.notes)),
    Factor("left", 0.5, 0.01, 3.0, lambda features: _known(features.left)),
    Factor("brief", 2.9, 0.45, 0.9, lambda features: _known(features.brief)),
    Factor("short", 0.32, 0.22, 4.0, _short),
    Factor("long", 0.22, 0.04, 4.0, _long),
    Factor("rare", 0.89, 0.3, 1.0, lambda features: _known(features.rare)),
    Factor("names", 1.56, 0.93, 1.0, lambda features: _lacking(features.names)),
    Factor("commas", 0.76, 0.2, 2.0, lambda features: _known(features.commas)),
    Factor("dash", 0.51, 0.04, 1.0, lambda features: _known(features.dashes)),
    Factor("legs", 0.3, 1.0, 3.0, lambda features: _known(None if features.legs is None else features.legs - 1)),
    Factor("fuzzy", 7.0, 0.25, 1.0, lambda features: _lacking(features.fuzzy)),
    Factor("round trip", 2.0, 0.4, 1.0, lambda features: _lacking(features.round_trip)),
)
"""Weights from `brief` to `dash` were fitted to machine translations with references in three pairs of languages, and
typical values are the means there (`make bench-risk`); all others are judged: docs/risk.md explains each."""

START = Weights(-1.1, tuple(term.weight for term in TERMS))
"""The typical draft has to be changed by a quarter."""


def risk(features: Features, weights: Weights = START) -> float:
    """The risk of a draft, from 0 to 1: the higher it is, the sooner somebody should look; SURE or more if one must."""
    whole = chance(features, weights)
    return SURE + (1 - SURE) * whole if features.errors or features.left else whole


def chance(features: Features, weights: Weights = START) -> float:
    """The share that is changed of drafts like this one, from 0 to 1: what weights are fitted to."""
    total = weights.constant + sum(
        weight * value for weight, value in zip(weights.terms, vector(features), strict=True)
    )
    return 1 / (1 + math.exp(-total)) if total > -_FAR else 0.0


_FAR = 700.0
"""Log-odds whose exponential is too large for a float."""


def vector(features: Features) -> tuple[float, ...]:
    """What is multiplied by the weights: how far each value is from the typical one, summed over the legs."""
    return tuple(_summed(term, term.values(features)) for term in TERMS)


def _summed(term: Factor, values: Values) -> float:
    """No leg after the first one makes it less: what is lost stays so, however sure the next one is."""
    apart = [0.0 if value is None else min(max(0.0, value), term.limit) - term.typical for value in values]
    return sum(apart[:1]) + sum(max(0.0, value) for value in apart[1:])
