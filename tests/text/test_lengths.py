"""The model of usual lengths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text import lengths

SOURCES = st.integers(1, 500).map("x".__mul__)
PAIRS = st.sampled_from([("de", "en"), ("de", "ru"), ("en", "uk"), ("xx", "yy")])


@given(source=SOURCES, target=st.integers(0, 500), more=st.integers(1, 50), pair=PAIRS)
def test_a_longer_translation_deviates_more_towards_long(
    source: str, target: int, more: int, pair: tuple[str, str]
) -> None:
    short, long = (lengths.deviation(source, "y" * size, *pair) for size in (target, target + more))
    assert short < long


@given(source=SOURCES, target=st.integers(0, 500).map("y".__mul__), pair=PAIRS)
def test_deviation_and_excess_have_one_sign(source: str, target: str, pair: tuple[str, str]) -> None:
    excess, deviation = lengths.excess(source, target, *pair), lengths.deviation(source, target, *pair)
    assert (excess > 0, excess < 0) == (deviation > 0, deviation < 0)


def test_the_same_difference_means_more_in_a_long_text_and_between_languages_that_scatter_less() -> None:
    words, sentence = "x" * 20, "x" * 200
    assert lengths.deviation(words, words * 2, "de", "ru") < lengths.deviation(sentence, sentence * 2, "de", "ru")
    assert lengths.short("de", "az") < lengths.short("de", "en") < lengths.short("xx", "yy")


def test_a_translation_as_long_as_they_usually_are_does_not_deviate() -> None:
    source = "x" * 195
    assert lengths.deviation(source, "y" * 168, "de", "en") == pytest.approx(0, abs=0.05)
