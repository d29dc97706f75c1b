"""`l10n update`: catalogues follow the article."""

from __future__ import annotations

from pathlib import Path

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.garbage import uncollected
from l10n.cli.output import result
from l10n.cli.telling.update import line, tell
from l10n.updating import Updated
from l10n.workflow.update import UpdateRequest, update


def command(
    sources: options.Sources = None,
    form: options.Format = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    force: options.Force = False,
    prune: options.Prune = False,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write or update the catalogues of each source without translating anything."""
    request = UpdateRequest(
        settings=config.load(Path.cwd()),
        sources=tuple(sources or ()),
        format=form,
        to=to,
        source_language=source,
        locales=locales,
        force=force,
        prune=prune,
        dry_run=dry_run,
    )
    console = Console(quiet, verbose)
    with uncollected():
        for event in console.follow(update(request)):
            tell(event, console, dry_run)
            if isinstance(event, Updated):
                result(line(event))
    console.exit()
