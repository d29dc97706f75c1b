"""Progress bars on a terminal; a module of its own because rich takes its time to import."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TransferSpeedColumn,
)

from l10n.cli.progress import ProgressBars
from l10n.reports.characters import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType


class _Amount(ProgressColumn):
    """Bytes with their speed, or plain counts."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes, self._speed, self._counts = DownloadColumn(), TransferSpeedColumn(), MofNCompleteColumn()

    def render(self, task: Task) -> RenderableType:
        """The figures behind the bar."""
        if task.fields["unit"] == "bytes":
            return self._bytes.render(task).append(" ").append(self._speed.render(task))
        return self._counts.render(task).append(f" {task.fields['unit']}")


class TerminalBars(ProgressBars):
    """A bar a name; a context manager."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(say)
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), _Amount(), TimeElapsedColumn())
        to_terminal = sys.stdout.isatty()  # or rich would lead results from their file to the terminal
        self._progress = Progress(*columns, console=Console(stderr=True), redirect_stdout=to_terminal)
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, name: str, done: int, total: int | None, unit: str) -> None:
        """Move the bar of this name."""
        if name not in self._tasks:
            self._tasks[name] = self._progress.add_task(visible(name), unit=unit)
        self._progress.update(self._tasks[name], completed=done, total=total)
