"""Fitting finds the weights that made the data, and keeps the old ones where the data say nothing."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.evaluation.fitting import EditedDraft, fit, fitted, held_out
from l10n.risk.features import Features
from l10n.risk.formula import START, TERMS, Weights, chance
from tests.risk.strategies import FEATURES, SHARES

TRUE = Weights(-2.0, (0.8, 0.0, 0.6, 0.4, 0.2, 0.5, 1.4, 0.3, 0.2, 2.0, 1.5, 0.7, 0.4, 0.5, 3.0, 1.0))
EXAMPLES = st.lists(st.builds(EditedDraft, FEATURES, SHARES, st.sampled_from("abc")), max_size=12)


def _drawn(rng: random.Random) -> Features:
    return Features(
        scores=tuple(rng.uniform(-1.5, 0) for _ in range(2)),
        disagreements=tuple(rng.random() for _ in range(2)),
        errors=rng.choice([0, 0, 1, 2]),
        warnings=rng.choice([0, 1, 2]),
        notes=rng.choice([0, 1, 2]),
        left=rng.choice([0, 0, 1, 2]),
        brief=rng.random(),
        length=rng.gauss(0, 2.5),
        rare=rng.random(),
        names=rng.random(),
        commas=rng.uniform(0, 2),
        dashes=rng.choice([0, 1]),
        legs=rng.choice([1, 2]),
        fuzzy=rng.choice([None, rng.random()]),
        round_trip=rng.random(),
    )


def _synthetic(number: int, seed: int, noise: bool) -> list[EditedDraft]:
    """Drafts whose edit rates come from the true weights; with noise, each is either edited through or not at all."""
    rng = random.Random(seed)
    found = []
    for place in range(number):
        features = _drawn(rng)
        rate = chance(features, TRUE)
        found.append(EditedDraft(features, float(rng.random() < rate) if noise else rate, "abcd"[place % 4]))
    return found


def test_the_true_weights_are_found() -> None:
    weights = fitted(_synthetic(6000, seed=1, noise=False))
    assert weights.constant == pytest.approx(TRUE.constant, abs=0.15)
    assert weights.terms == pytest.approx(TRUE.terms, abs=0.15)


def test_the_true_weights_are_found_in_noise() -> None:
    weights = fitted(_synthetic(6000, seed=2, noise=True))
    assert weights.terms == pytest.approx(TRUE.terms, abs=0.6)


def test_cross_validation_tells_that_fitted_weights_predict_better() -> None:
    result = fit(_synthetic(2000, seed=3, noise=True))
    assert result.drafts == 2000
    assert result.before is not None
    assert result.after is not None
    assert result.after > result.before + 0.02


def test_a_group_is_predicted_by_weights_that_have_not_seen_it() -> None:
    seen = _synthetic(200, seed=4, noise=False)
    changed = [replace(one, edit_rate=1 - one.edit_rate) if one.group == "a" else one for one in seen]
    own = [place for place, one in enumerate(seen) if one.group == "a"]
    before, after = held_out(seen), held_out(changed)
    assert [before[place] for place in own] == pytest.approx([after[place] for place in own])
    assert before != pytest.approx(after)


@settings(max_examples=25)
@given(examples=EXAMPLES)
def test_no_weight_is_ever_negative(examples: list[EditedDraft]) -> None:
    result = fit(examples)
    assert len(result.weights.terms) == len(TERMS)
    assert min(result.weights.terms) >= 0


@settings(max_examples=25)
@given(rates=st.lists(SHARES, max_size=5))
def test_what_no_example_has_keeps_its_weight(rates: list[float]) -> None:
    weights = fitted([EditedDraft(Features(errors=1), rate) for rate in rates])
    kept = [
        (new, old) for new, old, term in zip(weights.terms, START.terms, TERMS, strict=True) if term.name != "errors"
    ]
    assert all(new == pytest.approx(old) for new, old in kept)


def test_a_few_examples_hardly_move_the_weights() -> None:
    weights = fitted(_synthetic(5, seed=5, noise=True))
    assert weights.terms == pytest.approx(START.terms, abs=1)
    assert fitted([]) == START
