"""Long and odd texts on one line, with the place still in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from l10n.model import Span
from l10n.model.findings import Finding, Severity
from l10n.reports.characters import sign, visible
from l10n.reports.excerpt import change, excerpt, short
from tests.reports.sample import PO
from tests.reports.strategies import ANY


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        pytest.param("0123456789", (4, 5), "0123|4|56789", id="all of it"),
        pytest.param("a" * 20 + "X" + "b" * 20, (20, 21), "…aaaa|X|bbb…", id="the middle"),
        pytest.param("X" + "b" * 20, (0, 1), "|X|bbbbbbb…", id="the beginning has no … before it"),
        pytest.param("a" * 20 + "X", (20, 21), "…aaaaaaa|X|", id="the end has no … behind it"),
        pytest.param("a" * 20, (0, 0), "||aaaaaaaa…", id="nothing to mark"),
        pytest.param("a" * 20, (20, 20), "…aaaaaaaa||", id="something is missing at the end"),
        pytest.param("a" * 20, (2, 20), "…|aaaaaaaa|…", id="more than there is room for"),
        pytest.param("a\nb\tc", (1, 2), "a|⏎|b⇥c", id="line break and tab"),
        pytest.param("\x07\u200b", (0, 1), r"|\x07|\u200b", id="what nobody sees"),
        pytest.param("漢漢漢漢漢漢X", (6, 7), "…漢漢漢|X|", id="characters of two cells"),
        pytest.param("cafe\u0301", (4, 5), "caf|e\u0301|", id="an accent is marked with its letter"),
        pytest.param("👩\u200d🚀\u200d", (3, 4), "👩\u200d🚀|\\u200d|", id="a joiner is seen where it is the fault"),
        pytest.param("abc", (2, 99), "ab|c|", id="a span out of the text"),
    ],
)
def test_an_excerpt_of_ten_cells(text: str, span: Span, shown: str) -> None:
    part = excerpt(text, span, 10, cell_len)
    assert f"{part.before}|{part.marked}|{part.after}" == shown


@given(ANY, st.integers(0, 200), st.integers(0, 200), st.integers(10, 100))
def test_an_excerpt_fits_and_marks_what_the_span_says(text: str, one: int, other: int, room: int) -> None:
    start, end = min(one, other), max(one, other)
    part = excerpt(text, (start, end), room, cell_len)
    assert cell_len(str(part)) <= room
    assert len(str(part).splitlines()) <= 1
    marked = "".join(map(sign, text[start:end]))
    assert marked.startswith(part.marked) or part.marked.endswith(marked)
    assert bool(part.marked) == bool(marked)
    if "…" not in str(part):
        assert len(str(part)) >= len(text)


@given(st.text("a漢\u0301\n\u200d", min_size=1, max_size=300), st.integers(0, 300), st.integers(0, 20))
def test_what_is_far_away_changes_nothing(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    far = "b" * 1000
    part = excerpt(far + text + far, (len(far) + start, len(far) + start + length), 20, cell_len)
    near = far[:200]
    assert part == excerpt(near + text + near, (len(near) + start, len(near) + start + length), 20, cell_len)


def test_no_more_of_a_long_text_is_looked_at_than_there_is_room_for() -> None:
    looked_at = 0

    def cells(text: str) -> int:
        nonlocal looked_at
        looked_at += 1
        return cell_len(text)

    for length in (10_000, 100_000):
        excerpt("a" * length, (length // 2, length), 100, cells)
        assert looked_at < 10_000
        looked_at = 0


@given(ANY)
def test_visible_text_is_one_line_of_printable_characters(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) == bool(text)
    assert not set("\x00\x1b\u202e\ud800").intersection(shown)


@given(ANY, ANY, ANY, ANY)
def test_a_change_is_what_two_texts_do_not_share(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    start, end = change(before, after)
    assert 0 <= start <= end <= len(after)
    assert before.startswith(after[:start])
    assert before[start:].endswith(after[end:])
    assert end - start <= len(new)


@pytest.mark.parametrize(
    ("source", "target", "about", "fix", "shown"),
    [
        pytest.param(
            "x" * 50 + "5" + "x" * 49, "y" * 200, (50, 51), None, "…yyyyyyyy…", id="about where it is in the source"
        ),
        pytest.param("x.", "y" * 20, (1, 2), "y" * 20 + ".", "…yyyyyyyy", id="where it belongs"),
        pytest.param("x", "y" * 20, (0, 0), None, "yyyyyyyy…", id="nobody knows"),
    ],
)
def test_the_place_of_something_missing(source: str, target: str, about: Span, fix: str | None, shown: str) -> None:
    finding = Finding("a", Severity.ERROR, "b", PO, 1, 1, "ru", (None, source), source, target, (0, 0), about, fix)
    assert short(finding, 10)[1] == ("target", shown)


def test_texts_that_are_empty_are_left_out() -> None:
    assert short(Finding("a", Severity.ERROR, "b", PO, 1, 1, "ru"), 10) == []
