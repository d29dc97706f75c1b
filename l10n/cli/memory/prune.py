"""`l10n memory prune`: what nobody needs any more goes out of the memory."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.memory.options import UnitsTo
from l10n.cli.telling.memory import tell
from l10n.memory.unit import UnitOrigin
from l10n.workflow.memory.prune import MemoryPruneRequest, prune


def command(
    memory: options.MemoryFile = None,
    packages: options.PackagesFolder = None,
    older_than: Annotated[
        int | None, typer.Option("--older-than", min=0, metavar="DAYS", help="Machine translations made before that.")
    ] = None,
    origin: Annotated[UnitOrigin | None, typer.Option("--origin", help="Units of this origin.")] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="DATE", help="Units last changed before it, as 2026-01-31.")
    ] = None,
    target: UnitsTo = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell how many.")] = False,
) -> None:
    """Remove cached machine translations of packages that are not installed any more, or older ones.

    Translations by people go only if --origin, --before or --to say which; first drafts never.
    """
    request = MemoryPruneRequest(
        settings=config.load(Path.cwd()),
        memory=memory,
        packages=packages,
        older_than=older_than,
        origin=origin,
        before=before,
        language=target,
        dry_run=dry_run,
    )
    console = Console()
    for event in console.follow(prune(request)):
        tell(event, console)
