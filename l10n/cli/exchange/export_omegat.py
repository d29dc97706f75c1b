"""`l10n export omegat`: projects for OmegaT."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.exchange.options import Catalogues
from l10n.cli.telling.export_omegat import tell_exported
from l10n.workflow.exchange.export_omegat import OmegatExportRequest, export_omegat

Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="The project.")]
Terms = Annotated[Path | None, typer.Option("--glossary", metavar="FILE", help="Default: the settings'.")]


def command(
    paths: Catalogues = None,
    folder: Output = None,
    locales: options.Locales = None,
    terms: Terms = None,
    quiet: options.Quiet = False,
) -> None:
    """Make an OmegaT project: accepted texts as translations, drafts as matches, the glossary; one a language."""
    request = OmegatExportRequest(
        settings=config.load(Path.cwd()),
        folder=folder,
        paths=tuple(paths or ()),
        locales=locales,
        glossary=terms,
    )
    console = Console(quiet)
    for event in console.follow(export_omegat(request)):
        tell_exported(event, console)
    console.exit()
