"""The one way from a command to the terminal: results and data on stdout, all else on stderr.

Texts and names of files are other people's: what a terminal would obey, or what turns a line around, is made visible,
into a pipe as well: it may lead to `less`. Only data for programs go raw, and these not to a terminal.
"""

from __future__ import annotations

import sys

import typer

from l10n.errors import L10nError
from l10n.reports.characters import shown, visible

__all__ = ["data", "insist", "result", "show_error", "shown"]


def show_error(error: L10nError) -> None:
    """Two lines on stderr: what and where, what to do next."""
    insist(f"error: {error.message}")
    if error.hint:
        insist(f"hint: {error.hint}")


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
    typer.echo("\n".join(map(visible, text.split("\n"))), err=True)
