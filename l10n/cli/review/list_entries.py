"""`l10n review list`: the entries, with the numbers by which to name them."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.console import Console
from l10n.cli.output import result
from l10n.cli.review.options import Files
from l10n.cli.telling.review import row
from l10n.model import State
from l10n.workflow.review.list_entries import EntryListed, ListRequest, Selected, list_entries

Only = Annotated[State | None, typer.Option("--state", help="Only entries in this state.")]


def command(files: Files, only: Only = None) -> None:
    """Show number, key, state, source and translation of each entry, a line each, separated by tabs.

    With several files the path comes first. A key outlives insertions, a number does not.
    """
    console = Console()
    several = False
    for event in console.follow(list_entries(ListRequest(paths=tuple(files), state=only))):
        match event:
            case Selected(paths):
                several = len(paths) > 1
            case EntryListed():
                result(row(event, with_path=several))
            case _:
                pass
    console.exit()
