"""Weights of risk from post-edited drafts: logistic regression on the edit rate, held near the weights it begins with.

Weights may not be negative, so that risk stays monotone in each feature. A prior as wide as one unit of log-odds holds
each weight where it was: some ten entries hardly move it, some thousand decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.evaluation.correlation import spearman
from l10n.risk.features import Features
from l10n.risk.formula import START, Weights, risk, vector

if TYPE_CHECKING:
    import numpy as np

_ROUNDS, _ENOUGH = 2000, 1e-6
"""So many rounds at most, until no weight moves by more."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class EditedDraft:
    """A draft and what became of it."""

    features: Features
    edit_rate: float
    """From 0, accepted as it was, to 1."""
    group: str = ""
    """What is held out together in cross-validation: a language, a document."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights, and what they are good for on examples that they were not fitted to."""

    weights: Weights
    examples: int
    before: float | None
    """Rank correlation of risk and edit rate with the weights from which the fit began."""
    after: float | None
    """The same where each fold's risk comes from weights fitted to the others."""


def fitted(examples: Sequence[EditedDraft], start: Weights = START) -> Weights:
    """Coordinate by coordinate, with a bound on the curvature, so that no step can lead away from the optimum."""
    import numpy as np

    if not examples:
        return start
    values, rates = _matrix(examples), np.array([one.edit_rate for one in examples])
    weights = np.array([start.constant, *start.terms])
    begin, curvature = weights.copy(), (values**2).sum(axis=0) / 4 + 1
    logits = values @ weights
    for _ in range(_ROUNDS):
        before = weights.copy()
        for place in range(len(weights)):
            slope = (_chance(logits) - rates) @ values[:, place] + weights[place] - begin[place]
            moved = weights[place] - slope / curvature[place]
            moved = moved if place == 0 else max(0.0, moved)
            logits += (moved - weights[place]) * values[:, place]
            weights[place] = moved
        if np.abs(weights - before).max() < _ENOUGH:
            break
    return Weights(float(weights[0]), tuple(map(float, weights[1:])))


def fit(examples: Sequence[EditedDraft], start: Weights = START) -> Fit:
    """The weights for all examples, and their worth by cross-validation: by group if there are several."""
    rates = [one.edit_rate for one in examples]
    before = spearman([risk(one.features, start) for one in examples], rates)
    return Fit(fitted(examples, start), len(examples), before, spearman(held_out(examples, start), rates))


def held_out(examples: Sequence[EditedDraft], start: Weights = START) -> list[float]:
    """The risk of each example by weights that were fitted without its fold."""
    several = len({one.group for one in examples}) > 1
    folds = [one.group if several else str(place % FOLDS) for place, one in enumerate(examples)]
    weights = {
        fold: fitted([one for one, own in zip(examples, folds, strict=True) if own != fold], start)
        for fold in dict.fromkeys(folds)
    }
    return [risk(one.features, weights[fold]) for one, fold in zip(examples, folds, strict=True)]


def _matrix(examples: Sequence[EditedDraft]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A row an example: 1 for the constant, then the terms."""
    import numpy as np

    return np.array([(1.0, *vector(one.features)) for one in examples])


def _chance(logits: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    import numpy as np

    chance: np.ndarray[tuple[int], np.dtype[np.float64]] = 1 / (1 + np.exp(-np.clip(logits, -_FAR, _FAR)))
    return chance


_FAR = 500.0
"""Log-odds beyond which a float has no room."""
