"""Progress where there is no terminal to draw bars on."""

from __future__ import annotations

from collections.abc import Callable

from l10n.model.events import Progress
from l10n.reports.characters import visible


class ProgressLines:
    """A line when something begins, none while it goes on."""

    finished = False
    """Nothing is on its way, so that there is nothing to draw."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._known: set[str] = set()

    def show(self, progress: Progress) -> None:
        """How far it is."""
        if progress.name not in self._known:
            self._known.add(progress.name)
            total = progress.total if progress.total is not None else "some"
            self._say(f"{visible(progress.name)}: {total} {progress.unit}")

    def close(self) -> None:
        """Leave the terminal as it is."""
