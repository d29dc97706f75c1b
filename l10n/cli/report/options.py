"""Options that the commands of `l10n report` share."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.accounting import Account, write
from l10n.cli.output import data

Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, csv, markdown or json.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where it goes; - is stdout.")]
STDOUT = Path("-")
_TEXT = "text"


def show(account: Account, form: str) -> None:
    """The report on stdout: a table for the terminal's width, or what a program will read."""
    if form == _TEXT:
        write(account, form, sys.stdout)
        return
    out = io.StringIO()
    write(account, form, out)
    data(out.getvalue())
