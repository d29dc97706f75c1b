"""Progress where there is no terminal to draw bars on."""

from __future__ import annotations

import time
from collections.abc import Callable

from l10n.model.events import Progress
from l10n.reports.characters import visible

_MINUTE = 60.0


class ProgressLines:
    """A line when something begins, and one a minute while it goes on."""

    finished = False
    """Nothing is on its way, so that there is nothing to draw."""

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._say, self._clock = say, clock
        self._known: set[str] = set()
        self._told = clock()

    def show(self, progress: Progress) -> None:
        """How far it is."""
        name = visible(progress.name)
        if progress.name not in self._known:
            self._known.add(progress.name)
            total = progress.total if progress.total is not None else "some"
            self._tell(f"{name}: {total} {progress.unit}")
        elif self._clock() >= self._told + _MINUTE:
            total = f" of {progress.total}" if progress.total is not None else ""
            self._tell(f"{name}: {progress.done}{total} {progress.unit}")

    def _tell(self, line: str) -> None:
        self._told = self._clock()
        self._say(line)

    def close(self) -> None:
        """Leave the terminal as it is."""


def duration(seconds: float) -> str:
    """`40 s`, `12 min`, `3 h 20 min`: as exact as an estimate is."""
    minutes = round(seconds / _MINUTE)
    if minutes <= 1:
        return f"{seconds:.0f} s"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{minutes} min"
