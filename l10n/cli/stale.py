"""`l10n build --stale`: which published files are no longer current."""

from __future__ import annotations

import sys

import typer

from l10n.building.freshness import Published
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import result
from l10n.cli.telling.stale import line, summary, write
from l10n.errors import L10nError
from l10n.workflow.build import BuildRequest
from l10n.workflow.stale import StaleRequest, stale

_ONLY_TO_BUILD = {
    "--format": "format",
    "--from": "source_language",
    "--locales": "locales",
    "--require": "require",
    "--fallback": "fallback",
    "--complete": "complete",
    "--mark-drafts": "mark_drafts",
    "--notice": "notice",
    "--keep-lang": "keep_language",
    "--bilingual": "edition",
}
"""Options that say how to build, and what the request calls them."""


def list_stale(request: BuildRequest, as_json: bool, quiet: bool) -> None:
    """A line each, or JSON; exit with 1 if there are any. L10nError for an option that says how to build."""
    for option, name in _ONLY_TO_BUILD.items():
        if (given := getattr(request, name)) is not None and given is not False:
            raise L10nError(f"{option}: not with --stale", "leave it out: files are looked at however they were built")
    wanted = StaleRequest(settings=request.settings, sources=request.sources, to=request.to, output=request.output)
    console = Console(quiet)
    files = [event for event in console.follow(stale(wanted)) if isinstance(event, Published)]
    if as_json:
        write(files, sys.stdout)
    else:
        for file in files:
            if file.reasons:
                result(line(file))
    console.say(summary(files))
    if any(file.reasons for file in files):
        raise typer.Exit(FINDINGS)
