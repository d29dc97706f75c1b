"""`l10n export xliff`: files for programs of translators."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.exchange.options import Catalogues
from l10n.cli.telling.export_xliff import tell_exported
from l10n.model import State
from l10n.workflow.exchange.export_xliff import XliffExportRequest, export_xliff

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="The file; a folder if there are several languages."),
]
Profile = Annotated[
    str, typer.Option("--profile", metavar="NAME", help="Who names the states: generic, weblate, trados or memoq.")
]
Version = Annotated[str, typer.Option("--version", metavar="VERSION", help="1.2 or 2.1.")]
States = Annotated[
    list[State] | None,
    typer.Option("--state", metavar="STATE", help="Only entries in this state; as often as you like."),
]


def command(
    paths: Catalogues = None,
    output: Output = None,
    locales: options.Locales = None,
    profile: Profile = "generic",
    version: Version = "1.2",
    states: States = None,
    quiet: options.Quiet = False,
) -> None:
    """Make an XLIFF file: texts with their states, context, what the checks say; l10n import brings it back."""
    request = XliffExportRequest(
        settings=config.load(Path.cwd()),
        output=output,
        paths=tuple(paths or ()),
        locales=locales,
        profile=profile,
        version=version,
        states=tuple(states or ()),
    )
    console = Console(quiet)
    for event in console.follow(export_xliff(request)):
        tell_exported(event, console)
    console.exit()
