"""`l10n memory stats`: how much there is in the memory."""

from __future__ import annotations

from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling.memory import tell
from l10n.workflow.memory.stats import MemoryStatsRequest, stats


def command(memory: options.MemoryFile = None) -> None:
    """Count what is in the memory."""
    console = Console()
    for event in console.follow(stats(MemoryStatsRequest(settings=options.settings(memory), memory=memory))):
        tell(event, console)
