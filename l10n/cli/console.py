"""What people read: results on stdout, talk on stderr, progress bars on a terminal and quiet lines elsewhere.

The one way from a command to the terminal. Texts and names of files are other people's: what a terminal would obey, or
what turns a line around, is made visible, into a pipe as well: it may lead to `less`. Only data for programs go raw,
and these not to a terminal.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from l10n.cli.progress import ProgressBars
from l10n.errors import L10nError
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
            _echo(text)

    def insist(self, text: str) -> None:
        """Something that nobody may miss, quiet or not: what is removed."""
        _echo(text)

    def detail(self, text: str) -> None:
        """Something `-v` asks for."""
        if self._verbose:
            _echo(text)

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


def show_error(error: L10nError) -> None:
    """Two lines on stderr: what and where, what to do next."""
    _echo(f"error: {error.message}")
    if error.hint:
        _echo(f"hint: {error.hint}")


def result(text: str, line_end: bool = True) -> None:
    """Something that was asked for, on stdout; tabs between columns stay."""
    typer.echo("\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n")), nl=line_end)


def data(text: str) -> None:
    """What a program will read, on stdout, as it is."""
    if sys.stdout.isatty():
        result(text, line_end=False)
    else:
        sys.stdout.write(text)  # typer.echo leaves out colours


def insist(text: str) -> None:
    """A line on stderr, whatever was asked for."""
    _echo(text)


def _echo(text: str) -> None:
    typer.echo("\n".join(map(visible, text.split("\n"))), err=True)


def short(path: Path) -> Path:
    """The path as short as the current folder allows."""
    absolute, here = path.absolute(), Path.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else path


def shown(path: Path) -> str:
    """The same for people, on one line."""
    return visible(str(short(path)))
