"""Questions, which only a terminal is asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from l10n.cli.console import Console
from l10n.errors import PackageError


def download_agreed(missing: Sequence[PackageError], console: Console) -> bool:
    """Ask whether to download what is missing: without a yes nothing touches the network."""
    if console.quiet or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    console.end_progress()
    for error in missing:
        console.say(error.message)
    return typer.confirm("Download what is missing from the Argos index (about 90 MB a package)?", err=True)
