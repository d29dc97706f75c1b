"""`l10n memory learn`: what people have accepted in catalogues goes into the memory."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling.memory import tell
from l10n.workflow.memory.learn import MemoryLearnRequest, learn


def command(
    files: Annotated[list[Path], typer.Argument(metavar="PO...", help="PO files, or folders that have some.")],
    memory: options.MemoryFile = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="LANG", help="Source language; default: the header's, the msgids', or de."),
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Take the translated and reviewed entries of PO files; what was learnt from them before is brought up to date."""
    settings = config.load(Path.cwd())
    request = MemoryLearnRequest(settings=settings, files=tuple(files), memory=memory, source_language=source)
    console = Console(quiet)
    for event in console.follow(learn(request)):
        tell(event, console)
    console.exit()
