"""The corridor has a path, leads past the points, and grows with the texts and not with their square."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from l10n.alignment.corridor import corridor, fixed_points
from tests.conftest import examples

sizes = st.integers(1, 2_000)


@examples(30, thorough=500)
@given(sizes, sizes, st.data())
def test_it_leads_from_end_to_end_and_is_linear(sources: int, targets: int, data: st.DataObject) -> None:
    points = data.draw(st.lists(st.tuples(st.integers(0, sources - 1), st.integers(0, targets - 1)), max_size=8))
    rows = corridor(sources, targets, points)
    assert len(rows) == sources + 1
    assert rows[0].start == 0
    assert rows[-1].stop == targets + 1
    for before, after in pairwise(rows):
        assert before.start <= after.start < before.stop <= after.stop
    assert sum(map(len, rows)) <= 300 * (sources + targets)


@examples(10, thorough=200)
@given(st.integers(200, 1_000))
def test_it_leads_past_points_that_rise_whatever_is_left_out_before(gap: int) -> None:
    points = [(number, gap + number) for number in range(400)]
    rows = corridor(400, gap + 400, [*points, (399, 3)])
    assert all(target in rows[source] and target + 1 in rows[source + 1] for source, target in points)


def test_points_are_sentences_that_share_what_no_other_has() -> None:
    sources = [{"number 1", "mark ?"}, {"number 2"}, {"number 3"}]
    targets = [{"mark ?"}, {"number 3"}, {"number 1"}, {"number 2"}, {"number 2"}]
    assert fixed_points(sources, targets) == [(0, 0), (0, 2), (2, 1)]
