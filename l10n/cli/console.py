"""What people are told while a command works: words on stderr, progress bars on a terminal, quiet lines elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

import typer

from l10n.cli.output import insist, show_error
from l10n.cli.progress import ProgressBars
from l10n.errors import L10nError
from l10n.model.events import Event, Failed, Notice, Progress, Weight
from l10n.reports.characters import visible

FINDINGS = 1
"""Exit code of a command that was asked to look, and found something."""


class Console:
    """Words on stderr: `say` unless quiet, `detail` if verbose, `error` always. Remembers the worst exit code."""

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self._verbose = verbose and not quiet
        self.exit_code = 0

    def say(self, text: str) -> None:
        """Something everybody wants to know."""
        if not self.quiet:
            insist(text)

    def insist(self, text: str) -> None:
        """Something that nobody may miss, quiet or not: what is removed."""
        insist(text)

    def detail(self, text: str) -> None:
        """Something `-v` asks for."""
        if self._verbose:
            insist(text)

    def error(self, error: L10nError) -> None:
        """An error that does not end the run; the run's exit code will be the highest of them."""
        show_error(error)
        self.exit_code = max(self.exit_code, error.exit_code)

    def exit(self) -> None:
        """End the command with the exit code that its errors have earned."""
        if self.exit_code:
            raise typer.Exit(self.exit_code)

    @contextmanager
    def progress(self) -> Iterator[ProgressBars]:
        """Progress for the time of the block."""
        if self.quiet or not sys.stderr.isatty() or os.environ.get("CI"):
            yield ProgressBars(self.say)
            return
        from l10n.cli.bars import TerminalBars

        with TerminalBars(self.say) as bars:
            yield bars

    def follow(self, events: Iterable[Event]) -> Iterator[Event]:
        """Tell what every command tells the same way; what is left is the command's own to tell."""
        with ExitStack() as stack:
            bars: ProgressBars | None = None
            for event in events:
                match event:
                    case Progress():
                        bars = bars or stack.enter_context(self.progress())  # rich takes its time to import
                        bars.show(visible(event.name), event.done, event.total, event.unit)
                    case Notice():
                        self._notice(event)
                    case Failed():
                        self.error(event.error)
                    case _:
                        yield event

    def _notice(self, notice: Notice) -> None:
        tell = {Weight.DETAIL: self.detail, Weight.NORMAL: self.say, Weight.URGENT: self.insist}
        tell[notice.weight](notice.text)
