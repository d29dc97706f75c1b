"""`l10n git install`: git's settings and attributes for catalogues."""

from __future__ import annotations

from pathlib import Path

from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.git.options import Everywhere
from l10n.cli.telling.git import tell
from l10n.workflow.git.install import DriversRequest, install


def command(everywhere: Everywhere = False, quiet: options.Quiet = False) -> None:
    """Set up readable diffs and the merge by entries for all *.po of this repository."""
    console = Console(quiet)
    for event in console.follow(install(DriversRequest(folder=Path.cwd(), everywhere=everywhere))):
        tell(event, console, ("set", "added", "installed already"))
