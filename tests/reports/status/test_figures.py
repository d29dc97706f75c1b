"""Sums, percent and changes: no figure promises more than there is."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model import READ, Counts, State, Status
from l10n.reports.status.figures import (
    PARTS,
    amounts,
    change,
    change_in_words,
    named,
    percent,
    progress,
    risks,
    tenth,
    totals,
    widths,
)

from .strategies import COUNTS, statuses

WORDS = {State.DRAFT: 1, State.REVIEWED: 7, State.TRANSLATED: 2}


@given(st.integers(0, 1_000_000), st.integers(0, 1_000_000))
def test_a_percentage_is_0_only_for_nothing_and_100_only_for_everything(part: int, rest: int) -> None:
    whole = part + rest
    found = percent(part, whole)
    assert (found == 0) == (part == 0)
    assert (found == 100) == (part > 0 and rest == 0)
    if whole:
        assert abs(found - 100 * part / whole) <= 1


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=5), st.sampled_from([10, 24, 240]), st.integers(1, 2))
def test_widths_fill_the_bar_and_show_whatever_is_there(shares: list[int], width: int, least: int) -> None:
    found = widths(shares, width, least)
    assert sum(found) == (width if any(shares) else 0)
    assert [length >= least for length in found] == [share > 0 for share in shares]


def test_every_state_is_in_one_part_of_the_bar() -> None:
    assert sorted(state for part in PARTS for state in part.states) == sorted(State)


@given(COUNTS)
def test_the_parts_are_the_whole(counts: Counts) -> None:
    assert sum(amounts(counts)) == counts.segments
    assert sum(amounts(counts.in_words)) == counts.words


@given(statuses())
def test_the_languages_together_have_what_the_catalogues_have(case: tuple[list[Status], str]) -> None:
    rows, _ = case
    found = totals(rows)
    assert sum(total.catalogues for total in found) == len(rows)
    assert sum(total.counts.segments for total in found) == sum(row.counts.segments for row in rows)
    assert sum(total.counts.words for total in found) == sum(row.counts.words for row in rows)
    assert risks(found) == risks(rows)
    assert [total.language for total in found] == sorted({row.language for row in rows})
    assert len(list(named(rows))) == len(rows) + sum(total.catalogues > 1 for total in found)


@given(COUNTS, COUNTS)
def test_before_and_the_change_are_now(before: Counts, now: Counts) -> None:
    found = change(before, now)
    assert all(found.values())
    assert all(before[state] + found.get(state, 0) == now[state] for state in State)
    told = [one.split(" ", 1) for one in change_in_words(found).split(", ") if found]
    assert {state: int(number.replace("−", "-")) for number, state in told} == found


def test_a_change_is_told_from_the_farthest_state_on() -> None:
    before, now = Counts({State.DRAFT: 20}), Counts({State.DRAFT: 8, State.REVIEWED: 12})
    assert change_in_words(change(before, now)) == "+12 reviewed, −12 draft"
    assert change_in_words(change(now, now)) == "no change"


@pytest.mark.parametrize(
    ("segments", "words", "expected"),
    [
        pytest.param({State.DRAFT: 9, State.REVIEWED: 1}, WORDS, (90, "translated"), id="words count"),
        pytest.param({State.REVIEWED: 3}, {State.REVIEWED: 9}, (100, "reviewed"), id="all reviewed"),
        pytest.param({}, {State.REVIEWED: 999, State.TRANSLATED: 1}, (100, "translated"), id="one unsigned"),
        pytest.param({}, {State.REVIEWED: 9999, State.DRAFT: 1}, (99, "translated"), id="one missing"),
        pytest.param({}, {State.TRANSLATED: 1, State.DRAFT: 9999}, (1, "translated"), id="one done"),
        pytest.param({}, {State.UNREAD: 9}, (0, "translated"), id="unread"),
        pytest.param({State.TRANSLATED: 1, State.DRAFT: 1}, {}, (50, "translated"), id="a text without words"),
        pytest.param({}, {}, (0, "translated"), id="nothing"),
        pytest.param(
            {State.REVIEWED: 1, State.UNTRANSLATED: 1},
            {State.REVIEWED: 9},
            (99, "translated"),
            id="an emoji missing",
        ),
        pytest.param(
            {State.REVIEWED: 1, State.TRANSLATED: 1}, {State.REVIEWED: 9}, (100, "translated"), id="an emoji unsigned"
        ),
        pytest.param({State.REVIEWED: 1, State.DRAFT: 1}, {State.DRAFT: 9}, (1, "translated"), id="only an emoji"),
    ],
)
def test_progress_is_what_people_have_read(
    segments: dict[State, int], words: dict[State, int], expected: tuple[int, str]
) -> None:
    assert progress(Counts(segments, words)) == expected


@given(COUNTS)
def test_progress_is_complete_only_where_every_segment_is(counts: Counts) -> None:
    counts = Counts(counts.states, {state: n for state, n in counts.words_by_state.items() if counts[state]})
    share, kind = progress(counts)
    read = sum(counts[state] for state in READ)
    assert (share == 100) == (0 < counts.segments == read)
    assert (share == 0) == (read == 0)
    assert (kind == "reviewed") == (0 < counts.segments == counts.reviewed)


def test_the_tenths_have_no_gap() -> None:
    bounds = [re.findall(r"[\d.]+", tenth(number)) for number in range(10)]
    assert bounds[0][0] == "0.0"
    assert bounds[-1][1] == "1.0"
    assert all(left[1] == right[0] for left, right in pairwise(bounds))
