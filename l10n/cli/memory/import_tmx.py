"""`l10n memory import`: TMX files go into the memory."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.garbage import uncollected
from l10n.cli.telling.memory import tell
from l10n.workflow.memory.import_tmx import TmxImportRequest, import_tmx


def command(
    files: Annotated[list[Path], typer.Argument(metavar="TMX...", help="TMX files.")],
    memory: options.MemoryFile = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="LANG", help="Default: what the file says, or the settings'."),
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Add the units of TMX files, packed by gzip or not; those that are there already are not added again."""
    settings = config.load(Path.cwd())
    request = TmxImportRequest(settings=settings, files=tuple(files), memory=memory, source_language=source)
    console = Console(quiet)
    with uncollected():
        for event in console.follow(import_tmx(request)):
            tell(event, console)
    console.exit()
