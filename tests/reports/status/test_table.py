"""The status table: what it says at any width."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from l10n.model import Counts, State, Status
from l10n.reports.status.table import NOTHING, Shown, bar, status_table

from .strategies import COUNTS as ANY
from .strategies import statuses

COUNTS = Counts(
    {State.DRAFT: 60, State.TRANSLATED: 8, State.UNREAD: 2, State.REVIEWED: 1},
    {State.DRAFT: 900, State.TRANSLATED: 100, State.UNREAD: 15, State.REVIEWED: 2},
)
RISKS = (3, 0, 0, 40, 0, 0, 0, 0, 0, 1)


def _row(name: str = "000_17d84892c08cd0d1", lang: str = "ru", before: Counts | None = None) -> Status:
    return Status(name, lang, Path("x.po"), COUNTS, RISKS, before)


def _lines(width: int | None, *rows: Status, shown: Shown = NOTHING) -> list[str]:
    out = io.StringIO()
    status_table(rows, out, width, shown)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("width", [80, 100, 119, 120, 200, None])
def test_document_language_and_figures_are_whole_at_any_usual_width(width: int | None) -> None:
    lines = _lines(width, _row())
    assert lines[1].split()[:8] == ["000_17d84892c08cd0d1", "ru", "71", "1017", "60", "11", "1", "0"]
    assert "2 accepted unread" in lines[3]


@pytest.mark.parametrize("width", [26, 32, 40, 45, 52, 60, 66, 75, 80, 119, 120])
def test_no_line_of_the_table_is_wider_than_the_terminal_and_the_bar_or_the_figures_are_whole(width: int) -> None:
    lines = _lines(width, _row(), _row("a" * 300, "uk"), _row("漢字" * 30, "pt_BR"))
    assert all(cell_len(line) <= width for line in lines)
    for line in lines[1:4]:
        assert "█" in line or line.split()[-4:] == ["60", "11", "1", "0"]


def test_a_long_name_is_cut_and_nothing_else() -> None:
    line = _lines(80, _row("a" * 100))[1]
    assert line.startswith("aaaaaaaa")
    assert "… ru " in line
    assert line.split()[2:8] == ["71", "1017", "60", "11", "1", "0"]


def test_a_pipe_cuts_nothing() -> None:
    assert _lines(None, _row("a" * 1000))[1].startswith("a" * 1000 + "  ru ")


def test_names_are_no_markup_and_no_control_sequence() -> None:
    assert _lines(None, _row("a [bold] [red]x"))[1].startswith("a [bold] [red]x ")
    assert _lines(None, _row("a\x1b[31m\nb"))[1].startswith("a\\x1b[31m⏎b ")


@given(ANY, st.sampled_from([10, 24]))
def test_a_bar_has_its_width_and_shows_whatever_is_there(counts: Counts, width: int) -> None:
    text = bar(counts, width).plain
    assert len(text) == (width if counts.segments else 0)
    assert ("·" in text) == (counts.untranslated > 0)
    assert ("▒" in text) == (counts.drafted > 0)
    assert ("▌" in text) == (counts[State.UNREAD] > 0)
    assert ("▓" in text) == (counts[State.TRANSLATED] > 0)
    assert ("█" in text) == (counts.reviewed > 0)


def test_second_signatures_are_told_only_where_there_are_some() -> None:
    counts = Counts({State.REVIEWED: 2, State.SECOND: 3})
    lines = _lines(None, Status("x", "ru", Path("x.po"), counts))
    assert "3 second: reviewed, and signed by another person, too" in lines
    assert "second" not in "".join(_lines(None, _row()))


def test_every_sign_of_the_bar_is_in_the_legend() -> None:
    every = Counts(dict.fromkeys(State, 1))
    lines = _lines(None, Status("x", "ru", Path("x.po"), every))
    assert set(bar(every, 24).plain) <= set(lines[2])


def test_words_take_the_place_of_segments() -> None:
    lines = _lines(None, _row(), shown=Shown(words=True))
    assert lines[1].split()[2:8] == ["71", "1017", "900", "117", "2", "0"]
    assert lines[2].endswith("· untranslated, by words")


def test_a_language_with_several_catalogues_has_a_sum_and_no_other() -> None:
    lines = _lines(None, _row("a"), _row("b"), _row("b", "uk"))
    assert lines[4].split()[:9] == ["2", "catalogues", "ru", "142", "2034", "120", "22", "2", "0"]
    assert lines[5].startswith("█ reviewed")


def test_the_risk_of_the_drafts_is_shown_by_language_if_there_is_room() -> None:
    rows = [_row(lang=lang) for lang in ("ru", "uk")]
    lines = _lines(80, *rows, shown=Shown(risk=True))[-11:]
    assert lines[0].split() == ["risk", "of", "88", "drafts", "ru", "uk", "all"]
    assert lines[1].split() == ["0.0", "to", "0.1", "3", "3", "6", "▒▒"]
    assert lines[2].split() == ["0.1", "to", "0.2", "0", "0", "0"]
    assert lines[4].split()[3:] == ["40", "40", "80", "▒" * 24]
    assert lines[10].split() == ["0.9", "to", "1.0", "1", "1", "2", "▒"]
    assert _lines(50, *rows, shown=Shown(risk=True))[-11].split() == ["risk", "of", "88", "drafts", "all"]


def test_a_risk_that_nobody_has_measured_is_called_so() -> None:
    rows = [_row(lang="en"), replace(_row(lang="ru"), calibrated=False)]
    assert _lines(80, *rows, shown=Shown(risk=True))[-1].startswith("not calibrated: ru (")
    assert "not calibrated" not in "".join(_lines(80, *rows))


def test_without_a_risk_it_says_so() -> None:
    row = Status("x", "ru", Path("x.po"), COUNTS)
    assert _lines(None, row, shown=Shown(risk=True))[-1] == "no draft has a risk"


def test_the_trend_names_what_has_changed_and_counts_what_has_not() -> None:
    drafts = Counts({State.DRAFT: 71}, {State.DRAFT: 1017})
    rows = [_row("a", before=drafts), _row("b", before=COUNTS), _row("c", "uk", before=Counts())]
    shown = [line.split(maxsplit=2) for line in _lines(None, *rows, shown=Shown(since="v1"))[-5:]]
    assert shown == [
        ["since", "v1"],
        ["a", "ru", "+1 reviewed, +8 translated, +2 accepted unread, −11 draft"],
        ["c", "uk", "+1 reviewed, +8 translated, +2 accepted unread, +60 draft"],
        ["2", "catalogues", "ru  +1 reviewed, +8 translated, +2 accepted unread, −11 draft"],
        ["no", "change", "since v1 in 1 catalogue"],
    ]
    words = _lines(None, *rows, shown=Shown(since="v1", words=True))[-4]
    assert words.endswith("+2 reviewed, +100 translated, +15 accepted unread, −117 draft")


@given(statuses(), st.integers(1, 200), st.booleans())
def test_any_status_can_be_shown_at_any_width(case: tuple[list[Status], str], width: int, words: bool) -> None:
    rows, since = case
    assert _lines(width, *rows, shown=Shown(words, True, since))
