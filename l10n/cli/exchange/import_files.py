"""`l10n import FILE…`: files that other programs have worked on into the catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.review.options import Force, Outdated, Source
from l10n.cli.telling.import_files import tell_imported
from l10n.workflow.exchange.import_files import ImportRequest, import_files

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="What `l10n export` made, as it came back.")]
Catalogues = Annotated[
    list[Path] | None,
    typer.Option("--catalogues", metavar="PO", help="PO files or folders that may change; default: --locales."),
]
ReviewerName = Annotated[
    str | None,
    typer.Option("--reviewer", metavar="NAME", help="Who answers for the states in the files, and signs; else none."),
]


def command(
    files: Files,
    catalogues: Catalogues = None,
    locales: options.Locales = None,
    reviewer: ReviewerName = None,
    outdated: Outdated = False,
    force: Force = False,
    source: Source = None,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
) -> None:
    """Put what other programs made of exported files into the catalogues: import a.xlf is import files a.xlf.

    What somebody has changed meanwhile is refused, named and kept in a leftover file beside the one that came in.
    """
    request = ImportRequest(
        settings=config.load(Path.cwd()),
        files=tuple(files),
        catalogues=tuple(catalogues or ()),
        locales=locales,
        reviewer=reviewer,
        outdated=outdated,
        force=force,
        source_language=source,
        dry_run=dry_run,
    )
    console = Console(quiet)
    for event in console.follow(import_files(request)):
        tell_imported(event, console)
    console.exit()
