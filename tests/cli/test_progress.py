"""Progress without a terminal: a line a minute, and how long it will take."""

from __future__ import annotations

import pytest

from l10n.cli.lines import ProgressLines, duration
from l10n.cli.telling.pace import line
from l10n.model.events import Progress
from l10n.workflow.draft import Pace


def test_a_line_at_the_beginning_and_one_a_minute() -> None:
    now = [0.0]
    said: list[str] = []
    lines = ProgressLines(said.append, lambda: now[0])
    for done in range(0, 301, 5):  # a step every five seconds
        now[0] = float(done)
        lines.show(Progress("de-en-1.0", done, 300, "segments"))
    assert said == ["de-en-1.0: 300 segments"] + [f"de-en-1.0: {done} of 300 segments" for done in range(60, 301, 60)]


def test_of_what_nobody_knows_the_end_the_line_says_so() -> None:
    now = [0.0]
    said: list[str] = []
    lines = ProgressLines(said.append, lambda: now[0])
    for now[0] in (0.0, 61.0):
        lines.show(Progress("in.tmx", 7, None, "units"))
    assert said == ["in.tmx: some units", "in.tmx: 7 units"]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (89, "89 s"), (91, "2 min"), (3600, "1 h 0 min"), (12_000, "3 h 20 min")]
)
def test_a_duration_is_as_exact_as_an_estimate(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_between_slices_the_line_has_rate_and_remaining_time() -> None:
    told = line(Pace(catalogues=100, total=400, words=60_000, seconds=1_200))
    assert told == "100 of 400 catalogues, 60000 words in 20 min, 3000 a minute, 1 h 0 min left"
