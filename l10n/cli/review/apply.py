"""`l10n review apply`: decisions of review pages back into the catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.review.options import By, Force, Outdated, Source
from l10n.cli.telling.review_page import tell_applied
from l10n.workflow.review.apply import ApplyRequest, apply

Patches = Annotated[list[Path], typer.Argument(metavar="PATCH...", help="Files that review pages have exported.")]
Catalogues = Annotated[
    list[Path] | None,
    typer.Option("--catalogues", metavar="PO", help="PO files or folders that may change; default: --locales."),
]


def command(
    patches: Patches,
    catalogues: Catalogues = None,
    locales: options.Locales = None,
    by: By = None,
    outdated: Outdated = False,
    force: Force = False,
    source: Source = None,
    quiet: options.Quiet = False,
) -> None:
    """Put the decisions of patches into the catalogues; what has changed since the page was made is refused.

    So are approvals of what l10n check calls an error, or of an outdated entry, unless they were confirmed on the page.
    What is refused is named with the reason, and kept in a leftover file beside the patch. --by takes the place of the
    name in the patch.
    """
    request = ApplyRequest(
        settings=config.load(Path.cwd()),
        patches=tuple(patches),
        catalogues=tuple(catalogues or ()),
        locales=locales,
        by=by,
        outdated=outdated,
        force=force,
        source_language=source,
    )
    console = Console(quiet)
    for event in console.follow(apply(request)):
        tell_applied(event, console)
    console.exit()
