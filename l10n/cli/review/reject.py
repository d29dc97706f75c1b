"""`l10n review reject`: send entries back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result
from l10n.cli.review.options import By, Files, Names
from l10n.cli.telling.review import reviewed
from l10n.workflow.review.reject import RejectRequest, reject
from l10n.workflow.review.signing import Reviewed

Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for the translator: one line, kept in the PO.")]


def command(files: Files, names: Names = None, note: Note = "", by: By = None, quiet: options.Quiet = False) -> None:
    """Send entries back: fuzzy again and unsigned; the text stays, and --note says why."""
    request = RejectRequest(settings=config.load(Path.cwd()), paths=tuple(files), entries=names, note=note, by=by)
    console = Console(quiet)
    for event in console.follow(reject(request)):
        if isinstance(event, Reviewed):
            result(reviewed(event, "rejected"))
    console.exit()
