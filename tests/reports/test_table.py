"""The status table: what it says at any width."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model import Counts, State, Status
from l10n.reports.table import bar, status_table

COUNTS = Counts(
    {State.DRAFT: 60, State.TRANSLATED: 8, State.UNREAD: 2, State.REVIEWED: 1}, {State.DRAFT: 1000, State.REVIEWED: 17}
)


def _table(width: int | None, name: str = "000_17d84892c08cd0d1") -> list[str]:
    out = io.StringIO()
    status_table([Status(name, "ru", Path("x.po"), COUNTS)], out, width)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 100, 119, 120, 200, None])
def test_document_language_and_figures_are_whole_at_any_usual_width(width: int | None) -> None:
    lines = _table(width)
    assert lines[1].split()[:8] == ["000_17d84892c08cd0d1", "ru", "71", "1017", "60", "11", "1", "0"]
    assert "2 accepted unread" in lines[3]


def test_a_long_name_is_cut_and_nothing_else() -> None:
    line = _table(80, "a" * 100)[1]
    assert line.startswith("aaaaaaaa")
    assert "… ru " in line
    assert line.split()[2:8] == ["71", "1017", "60", "11", "1", "0"]


def test_names_are_no_markup() -> None:
    assert _table(None, "a [bold] [red]x")[1].startswith("a [bold] [red]x ")


@given(st.dictionaries(st.sampled_from(State), st.integers(0, 1000)), st.sampled_from([10, 24]))
def test_a_bar_has_its_width_and_shows_whatever_is_there(states: dict[State, int], width: int) -> None:
    counts = Counts(states)
    text = bar(counts, width).plain
    assert len(text) == (width if counts.segments else 0)
    assert ("░" in text) == (counts.untranslated > 0)
    assert ("█" in text) == (counts[State.REVIEWED] > 0)
