"""`l10n import omegat`: translations of OmegaT's projects into the catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.exchange.options import Catalogues
from l10n.cli.telling.import_omegat import tell_imported
from l10n.workflow.exchange.import_omegat import OmegatImportRequest, import_omegat

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="What `l10n export omegat` made.")]


def command(
    folder: Folder,
    paths: Catalogues = None,
    locales: options.Locales = None,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
) -> None:
    """Put the translations of an OmegaT project into the catalogues; what somebody has changed meanwhile is refused."""
    request = OmegatImportRequest(
        settings=config.load(Path.cwd()),
        folder=folder,
        paths=tuple(paths or ()),
        locales=locales,
        dry_run=dry_run,
    )
    console = Console(quiet)
    for event in console.follow(import_omegat(request)):
        tell_imported(event, console)
    console.exit()
