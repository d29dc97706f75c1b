"""Where the cues of a file are: their times, and the lines that are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from l10n.errors import L10nError
from l10n.model import Remark
from l10n.text.lines import LINE_BREAK

ARROW = "-->"
_TIME = r"-?(?:\d{1,6}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES = re.compile(
    rf"[ \t]*+(?P<begin>{_TIME})[ \t]*+-->[ \t]*+(?P<end>{_TIME})[ \t]*+(?P<settings>(?<=[ \t])[^\r\n]*+)?"
)
_ATTEMPT = re.compile(r"[ \t]*+-?\d{1,6}:[\d:., \t]*+-->")
_HINT = "write them as 00:00:01,000 --> 00:00:04,000"


class Times(NamedTuple):
    """When a cue is shown."""

    begin: str
    """As the file writes it."""
    end: str
    settings: str
    """What stands behind the times: where and how it is shown."""

    @property
    def from_second(self) -> float:
        """Seconds from the beginning of the film."""
        return _seconds(self.begin)

    @property
    def to_second(self) -> float:
        """Seconds from the beginning of the film."""
        return _seconds(self.end)

    @property
    def seconds(self) -> float:
        """How long it is shown; 0 where it ends before it begins."""
        return max(0.0, self.to_second - self.from_second)


class FileLine(NamedTuple):
    """A line of the file, without its line break."""

    number: int
    """From 1."""
    start: int
    """Character offset in the text."""
    end: int


class Cue(NamedTuple):
    """A text that is shown for some time."""

    times: Times
    number: int
    """Line of its times, from 1."""
    start: int
    """Character offset at which its number or name begins, or its times."""
    body: int
    """Offset behind the line of its times."""
    lines: tuple[FileLine, ...]
    """Those of its text that have something on them."""

    @property
    def end(self) -> int:
        """Offset behind its last line."""
        return self.lines[-1].end if self.lines else self.body


def file_lines(text: str) -> Iterator[FileLine]:
    """All lines of a text; without a line break at its end the last one, too."""
    start = 0
    number = 1
    for line_break in LINE_BREAK.finditer(text):
        yield FileLine(number, start, line_break.start())
        start = line_break.end()
        number += 1
    yield FileLine(number, start, len(text))


def times(text: str, line: FileLine, path: Path) -> Times | None:
    """The times on a line with an arrow; None if it begins with none, and L10nError for some that cannot be read."""
    match = _TIMES.fullmatch(text, line.start, line.end)
    if match:
        return Times(match["begin"], match["end"], (match["settings"] or "").strip())
    if _ATTEMPT.match(text, line.start, line.end):
        raise L10nError(f"{path}:{line.number}: times of a cue that cannot be read", _HINT)
    return None


def untimely(cues: Sequence[Cue]) -> Iterator[Remark]:
    """Those that end before they begin, in one remark."""
    lines = [cue.number for cue in cues if cue.times.to_second < cue.times.from_second]
    if lines:
        more = f", and {len(lines) - 1} more" if len(lines) > 1 else ""
        yield Remark(lines[0], f"a cue that ends before it begins{more}")


def _seconds(time: str) -> float:
    whole, _, fraction = time.replace(",", ".").rpartition(".")
    seconds = 0
    for part in whole.removeprefix("-").split(":"):
        seconds = seconds * 60 + int(part)
    total = seconds + float(f"0.{fraction}")
    return -total if time.startswith("-") else total
