"""Risk is between 0 and 1, rises with everything that is bad, and says nothing of what is not known."""

from __future__ import annotations

import math
import re
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.risk.features import Features, of_texts
from l10n.risk.formula import START, SURE, TERMS, Weights, risk, vector
from tests.conftest import ROOT
from tests.risk.strategies import COUNTS, FEATURES, NUMBERS, SCORES, SHARES

WEIGHTS = st.builds(
    Weights, st.floats(-1e6, 1e6), st.lists(st.floats(0, 1e6), min_size=len(TERMS), max_size=len(TERMS)).map(tuple)
)
ALONE = {
    "scores": (SCORES, -1),
    "disagreements": (SHARES, 1),
    "errors": (COUNTS, 1),
    "warnings": (COUNTS, 1),
    "notes": (COUNTS, 1),
    "left": (COUNTS, 1),
    "brief": (SHARES, 1),
    "rare": (SHARES, 1),
    "names": (SHARES, -1),
    "commas": (st.floats(0, 5), 1),
    "dashes": (COUNTS, 1),
    "legs": (st.integers(1, 5), 1),
    "fuzzy": (SHARES, -1),
    "round_trip": (SHARES, -1),
}
"""Values of each feature but the length, and whether more of it is worse (1) or better."""


@given(features=FEATURES, weights=WEIGHTS)
def test_risk_is_a_number_between_0_and_1_whatever_the_weights(features: Features, weights: Weights) -> None:
    assert 0 <= risk(features, weights) <= 1
    assert 0 <= risk(features) <= 1


@given(number=st.sampled_from([math.nan, math.inf, -math.inf]))
def test_broken_numbers_do_not_break_it(number: float) -> None:
    assert 0 <= risk(Features(scores=(number,), disagreements=(number,), length=number, fuzzy=number)) <= 1


@pytest.mark.parametrize("name", ALONE)
@given(features=FEATURES, data=st.data())
def test_risk_moves_the_evident_way_with_each_feature(name: str, features: Features, data: st.DataObject) -> None:
    values, direction = ALONE[name]
    less, more = sorted([data.draw(values), data.draw(values)])
    low, high = (risk(_with(features, name, value)) for value in (less, more))
    assert low <= high if direction > 0 else low >= high


@given(features=FEATURES, length=NUMBERS, more=st.floats(0, 50))
def test_the_further_from_the_usual_length_the_higher(features: Features, length: float, more: float) -> None:
    further = length + math.copysign(more, length)
    assert risk(replace(features, length=length)) <= risk(replace(features, length=further))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        pytest.param(Features(scores=(-0.1,)), Features(scores=(-0.8,)), id="score"),
        pytest.param(Features(scores=(-0.1, -0.1)), Features(scores=(-0.1, -0.8)), id="score of the second leg"),
        pytest.param(Features(disagreements=(0.1, 0.1)), Features(disagreements=(0.1, 0.6)), id="disagreement"),
        pytest.param(Features(errors=0), Features(errors=1), id="error"),
        pytest.param(Features(warnings=0), Features(warnings=1), id="warning"),
        pytest.param(Features(notes=0), Features(notes=1), id="note"),
        pytest.param(Features(warnings=1), Features(errors=1), id="an error is graver than a warning"),
        pytest.param(Features(notes=1), Features(warnings=1), id="a warning is graver than a note"),
        pytest.param(Features(left=0), Features(left=1), id="a word left over"),
        pytest.param(Features(errors=1), Features(errors=2), id="another error"),
        pytest.param(Features(brief=0.1), Features(brief=0.9), id="brief"),
        pytest.param(Features(commas=0.0), Features(commas=1.0), id="commas"),
        pytest.param(Features(dashes=0), Features(dashes=1), id="dash"),
        pytest.param(Features(length=0.0), Features(length=-3.0), id="short"),
        pytest.param(Features(length=0.0), Features(length=3.0), id="long"),
        pytest.param(Features(rare=0.0), Features(rare=0.5), id="rare words"),
        pytest.param(Features(names=0.5), Features(names=0.0), id="names"),
        pytest.param(Features(legs=1), Features(legs=2), id="legs"),
        pytest.param(Features(fuzzy=1.0), Features(fuzzy=0.7), id="match rate"),
        pytest.param(Features(round_trip=0.9), Features(round_trip=0.3), id="round trip"),
    ],
)
def test_what_is_worse_has_a_higher_risk(good: Features, bad: Features) -> None:
    assert risk(good) < risk(bad)


LEG = st.tuples(st.none() | SCORES, st.none() | SHARES)


@given(features=FEATURES, first=LEG, others=st.lists(LEG, min_size=1, max_size=3))
def test_no_further_leg_lowers_the_risk(
    features: Features, first: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    def of(*legs: tuple[float, float]) -> float:
        scores, disagreements = zip(*legs, strict=True)
        return risk(replace(features, scores=scores, disagreements=disagreements, legs=len(legs)))

    assert of(first, *others) >= of(first, *others[:-1]) >= of(first)


@given(features=FEATURES, more=st.integers(1, 5), name=st.sampled_from(["errors", "left"]))
def test_what_is_wrong_beyond_doubt_has_half_the_risk_at_least(features: Features, more: int, name: str) -> None:
    assert risk(_with(features, name, more)) >= SURE


@given(
    source=st.sampled_from(["Das Haus ist alt", "REGIERUNG ZAHLT", "Die Ärzte schweigen."]),
    lang=st.sampled_from(["en", "ru"]),
)
def test_a_copied_text_has_half_the_risk_at_least(source: str, lang: str) -> None:
    assert risk(of_texts(source, source, "de", lang)) >= SURE


@pytest.mark.parametrize("name", ["Angela Merkel", "SOCAR", "Film"])
def test_a_name_or_a_word_of_both_languages_is_no_copy(name: str) -> None:
    assert of_texts(name, name, "de", "en").left == 0


def test_each_feature_has_its_term_and_what_is_not_known_adds_nothing() -> None:
    assert vector(Features()) == (0,) * len(TERMS)
    assert {field.name for field in fields(Features)} == {*ALONE, "length"}
    touched: set[int] = set()
    for field in fields(Features):
        value = -0.1 if field.name == "scores" else 0.1 if field.name == "disagreements" else 3
        found = {place for place, one in enumerate(vector(_with(Features(), field.name, value))) if one}
        assert found
        touched |= found
    assert touched == set(range(len(TERMS)))


def test_a_text_found_in_the_memory_has_to_be_changed_about_as_far_as_it_is_unlike() -> None:
    for rate in (1.0, 0.9, 0.75, 0.6):
        assert risk(Features(fuzzy=rate)) == pytest.approx(1 - rate, abs=0.12)


def test_the_typical_draft_is_changed_by_a_quarter() -> None:
    assert risk(Features()) == pytest.approx(0.25, abs=0.001)


def test_the_documentation_has_the_very_table() -> None:
    page = (ROOT / "docs" / "risk.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w ]+)` \| [^|]+ \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", page, re.M)
    assert [(name, *map(float, numbers)) for name, *numbers in rows] == [
        (term.name, term.weight, term.typical, term.limit) for term in TERMS
    ]
    assert f"constant, {START.constant}" in page.replace("−", "-")


@given(source=st.text(), draft=st.text(), languages=st.tuples(*[st.sampled_from(["de", "en", "ru", "az", "xx"])] * 2))
def test_any_two_texts_have_features_and_a_risk(source: str, draft: str, languages: tuple[str, str]) -> None:
    features = of_texts(source, draft, *languages)
    assert 0 <= risk(features) <= 1
    assert all(0 <= share <= 1 for share in (features.rare, features.names) if share is not None)
    assert (features.length is None) == (not source or not draft)


def _with(features: Features, name: str, value: Any) -> Features:
    several = name in {"scores", "disagreements"}
    changed: Any = {name: (*getattr(features, name)[:1], value) if several else value}
    return replace(features, **changed)
