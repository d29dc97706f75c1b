"""Spearman's rank correlation."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.evaluation.correlation import spearman

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=30)


@given(pairs=PAIRS)
def test_it_is_the_correlation_of_the_ranks(pairs: list[tuple[int, int]]) -> None:
    first, second = ([pair[side] for pair in pairs] for side in (0, 1))
    try:
        expected = statistics.correlation(_ranks(first), _ranks(second))
    except statistics.StatisticsError:
        assert spearman(first, second) is None
    else:
        assert spearman(first, second) == pytest.approx(expected)


@given(values=st.lists(st.floats(-1e6, 1e6), min_size=3, unique=True))
def test_only_the_order_counts(values: list[float]) -> None:
    places = [sorted(values).index(value) for value in values]
    assert spearman(values, places) == pytest.approx(1)
    assert spearman(values, [-place for place in places]) == pytest.approx(-1)


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0], [1.0, 1.0, 1.0]])
def test_there_is_none_for_too_few_pairs_or_without_an_order(values: list[float]) -> None:
    assert spearman(values, values) is None


def _ranks(values: list[int]) -> list[float]:
    return [sum(other < value for other in values) + values.count(value) / 2 for value in values]
