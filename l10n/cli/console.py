"""What people are told while a command works: words on stderr, progress bars on a terminal, quiet lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typer

from l10n.cli.lines import ProgressLines
from l10n.cli.output import insist, show_error
from l10n.cli.progress import opened
from l10n.errors import L10nError
from l10n.model.events import Event, Failed, Notice, Progress, Weight

FINDINGS = 1
"""Exit code of a command that was asked to look, and found something."""


class Console:
    """Words on stderr: `say` unless quiet, `detail` if verbose, `error` always. Remembers the worst exit code."""

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self._verbose = verbose and not quiet
        self.exit_code = 0
        self._bars: ProgressLines | None = None

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

    def follow(self, events: Iterable[Event]) -> Iterator[Event]:
        """Tell what every command tells the same way; what is left is the command's own to tell."""
        try:
            for event in events:
                match event:
                    case Progress():
                        self._show(event)
                    case Notice():
                        tell = {Weight.DETAIL: self.detail, Weight.NORMAL: self.say, Weight.URGENT: self.insist}
                        tell[event.weight](event.text)
                    case Failed():
                        self.error(event.error)
                    case _:
                        yield event
        finally:
            self.end_progress()

    def _show(self, progress: Progress) -> None:
        """Bars are on the terminal only while something is on its way: results and questions have it to themselves."""
        self._bars = self._bars or opened(self.say, bars=not self.quiet)
        self._bars.show(progress)
        if self._bars.finished:
            self.end_progress()

    def end_progress(self) -> None:
        """Take the bars from the terminal's control; they stay to be read."""
        if self._bars:
            self._bars.close()
