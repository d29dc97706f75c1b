"""`l10n memory search`: where a text, or something like it, has been translated before."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.memory.options import UnitsFrom, UnitsTo
from l10n.cli.telling.memory import tell
from l10n.memory.unit import LOWEST, THRESHOLD
from l10n.workflow.memory.search import MemorySearchRequest, search


def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A word, a phrase or a sentence.")],
    memory: options.MemoryFile = None,
    source: UnitsFrom = None,
    target: UnitsTo = None,
    threshold: Annotated[
        int, typer.Option("--threshold", min=LOWEST, max=100, metavar="PERCENT", help="How alike at least.")
    ] = THRESHOLD,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many at most.")] = 20,
) -> None:
    """Show where a text, or something like it, stands in sources or translations, the best hits first.

    The shared memories of the settings are searched, too: their hits name them, and have their penalty taken off.
    """
    request = MemorySearchRequest(
        settings=config.load(Path.cwd()),
        text=text,
        memory=memory,
        source_language=source,
        language=target,
        threshold=threshold,
        limit=limit,
    )
    console = Console()
    for event in console.follow(search(request)):
        tell(event, console)
