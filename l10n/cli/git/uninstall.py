"""`l10n git uninstall`: git is as it was."""

from __future__ import annotations

from pathlib import Path

from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.git.options import Everywhere
from l10n.cli.telling.git import tell
from l10n.workflow.git.install import DriversRequest, uninstall


def command(everywhere: Everywhere = False, quiet: options.Quiet = False) -> None:
    """Take back what `install` has set up."""
    console = Console(quiet)
    for event in console.follow(uninstall(DriversRequest(folder=Path.cwd(), everywhere=everywhere))):
        tell(event, console, ("removed", "removed", "not installed"))
