"""`l10n normalize`: catalogues that editors have changed come back to our form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import result
from l10n.cli.telling.normalize import lines
from l10n.workflow.normalize import Normalized, NormalizeRequest, normalize

Paths = Annotated[list[Path], typer.Argument(metavar="PO...", help="PO files, or folders with some.")]
KeepAccepted = Annotated[
    bool, typer.Option("--keep-accepted", help="Leave drafts that were accepted unread, and copies of the source.")
]


def command(paths: Paths, keep_accepted: KeepAccepted = False, dry_run: options.DryRun = False) -> None:
    """Undo what editors break: flags of drafts, copied sources, order, header, wraps. No translation changes."""
    request = NormalizeRequest(
        settings=config.load(Path.cwd()), paths=tuple(paths), keep_accepted=keep_accepted, dry_run=dry_run
    )
    console = Console()
    changed = False
    for event in console.follow(normalize(request)):
        if isinstance(event, Normalized):
            changed = changed or event.changed
            result(lines(event))
    console.exit()
    if dry_run and changed:
        raise typer.Exit(FINDINGS)
