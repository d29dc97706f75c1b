"""`l10n memory export`: the units of the memory go into a TMX file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.memory.options import UnitsFrom, UnitsTo
from l10n.cli.telling.memory import tell
from l10n.workflow.memory.export_tmx import TmxExportRequest, export_tmx


def command(
    file: Annotated[Path, typer.Argument(metavar="TMX", help="The file to write.")],
    memory: options.MemoryFile = None,
    source: UnitsFrom = None,
    target: UnitsTo = None,
) -> None:
    """Write the units into a TMX file."""
    settings = options.settings(memory)
    request = TmxExportRequest(settings=settings, file=file, memory=memory, source_language=source, language=target)
    console = Console()
    for event in console.follow(export_tmx(request)):
        tell(event, console)
