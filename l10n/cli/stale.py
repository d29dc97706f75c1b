"""`l10n build --stale`: which published files are no longer current."""

from __future__ import annotations

import sys

import typer

from l10n.building.freshness import Published
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import result
from l10n.cli.telling.stale import line, summary, write
from l10n.workflow.stale import StaleRequest, stale


def list_stale(request: StaleRequest, as_json: bool, quiet: bool) -> None:
    """A line each, or JSON; exit with 1 if there are any."""
    console = Console(quiet)
    files = [event for event in console.follow(stale(request)) if isinstance(event, Published)]
    if as_json:
        write(files, sys.stdout)
    else:
        for file in files:
            if file.reasons:
                result(line(file))
    console.say(summary(files))
    if any(file.reasons for file in files):
        raise typer.Exit(FINDINGS)
