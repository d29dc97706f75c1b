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
    """What risk was made of, and what became of the draft."""

    features: Features
    edit_rate: float
    """The share of the text that was changed, from 0 (accepted as it was) to 1."""
    group: str = ""
    """What is held out together in cross-validation: a language, a document."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights, and what they are good for on drafts that they were not fitted to."""

    weights: Weights
    drafts: int
    before: float | None
    """Rank correlation of risk and edit rate with the weights from which the fit began."""
    after: float | None
    """The same where each fold's risk comes from weights fitted to the others."""


def fitted(drafts: Sequence[EditedDraft], start: Weights = START) -> Weights:
    """Coordinate by coordinate, with a bound on the curvature, so that no step can lead away from the optimum."""
    import numpy as np

    if not drafts:
        return start
    values, rates = _matrix(drafts), np.array([draft.edit_rate for draft in drafts])
    weights = np.array([start.constant, *start.terms])
    begin, curvature = weights.copy(), (values**2).sum(axis=0) / 4 + 1
    logits = values @ weights
    for _ in range(_ROUNDS):
        before = weights.copy()
        for index in range(len(weights)):
            slope = (_chance(logits) - rates) @ values[:, index] + weights[index] - begin[index]
            moved = weights[index] - slope / curvature[index]
            moved = moved if index == 0 else max(0.0, moved)
            logits += (moved - weights[index]) * values[:, index]
            weights[index] = moved
        if np.abs(weights - before).max() < _ENOUGH:
            break
    return Weights(float(weights[0]), tuple(map(float, weights[1:])))


def fit(drafts: Sequence[EditedDraft], start: Weights = START) -> Fit:
    """The weights for all drafts, and their worth by cross-validation: by group if there are several."""
    rates = [draft.edit_rate for draft in drafts]
    before = spearman([risk(draft.features, start) for draft in drafts], rates)
    return Fit(fitted(drafts, start), len(drafts), before, spearman(held_out(drafts, start), rates))


def held_out(drafts: Sequence[EditedDraft], start: Weights = START) -> list[float]:
    """The risk of each draft by weights that were fitted without its fold."""
    several = len({draft.group for draft in drafts}) > 1
    folds = [draft.group if several else str(index % FOLDS) for index, draft in enumerate(drafts)]
    weights = {
        fold: fitted([draft for draft, own in zip(drafts, folds, strict=True) if own != fold], start)
        for fold in dict.fromkeys(folds)
    }
    return [risk(draft.features, weights[fold]) for draft, fold in zip(drafts, folds, strict=True)]


def _matrix(drafts: Sequence[EditedDraft]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A row an example: 1 for the constant, then the terms."""
    import numpy as np

    return np.array([(1.0, *vector(draft.features)) for draft in drafts])


def _chance(logits: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    import numpy as np

    chance: np.ndarray[tuple[int], np.dtype[np.float64]] = 1 / (1 + np.exp(-np.clip(logits, -_FAR, _FAR)))
    return chance


_FAR = 500.0
"""Log-odds beyond which a float has no room."""
