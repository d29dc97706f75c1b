"""Progress bars on a terminal; a module of its own because rich takes its time to import."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich import progress as rich
from rich.console import Console

from l10n.cli.lines import ProgressLines
from l10n.reports.characters import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from l10n.model.events import Progress


class _Amount(rich.ProgressColumn):
    """Bytes with their speed, or plain counts."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes, self._speed = rich.DownloadColumn(), rich.TransferSpeedColumn()
        self._counts = rich.MofNCompleteColumn()

    def render(self, task: rich.Task) -> RenderableType:
        """The figures after the bar."""
        if task.fields["unit"] == "bytes":
            return self._bytes.render(task).append(" ").append(self._speed.render(task))
        return self._counts.render(task).append(f" {task.fields['unit']}")


class ProgressBars(ProgressLines):
    """A bar a name."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(say)
        self._progress: rich.Progress | None = None
        self._tasks: dict[str, rich.TaskID] = {}

    @property
    def finished(self) -> bool:  # type: ignore[override]  # lines are never in the way
        """All that was begun is done."""
        return self._progress is not None and self._progress.finished

    def show(self, progress: Progress) -> None:
        """Move the bar of this name."""
        self._progress = self._progress or _started()
        if progress.name not in self._tasks:
            self._tasks[progress.name] = self._progress.add_task(visible(progress.name), unit=progress.unit)
        self._progress.update(self._tasks[progress.name], completed=progress.done, total=progress.total)

    def close(self) -> None:
        """Stop drawing; what comes next has bars of its own."""
        if self._progress:
            self._progress.stop()
            self._progress, self._tasks = None, {}


def _started() -> rich.Progress:
    columns = (
        rich.TextColumn("{task.description}", markup=False),
        rich.BarColumn(),
        _Amount(),
        rich.TimeElapsedColumn(),
    )
    # What goes to a file stays there: rich would show it on the terminal.
    bars = rich.Progress(*columns, console=Console(stderr=True), redirect_stdout=sys.stdout.isatty())
    bars.start()
    return bars
