"""`l10n glossary convert`: a glossary becomes a file of another kind."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling.glossary import tell
from l10n.glossary.export import Dialect
from l10n.workflow.glossary.convert import GlossaryConvertRequest, convert


def command(
    given: Annotated[Path, typer.Argument(metavar="IN", help="CSV, tabs or TBX.")],
    wanted: Annotated[Path, typer.Argument(metavar="OUT", help="By its suffix .csv or .tbx; .tbxm is TBX-Min.")],
    dialect: Annotated[Dialect | None, typer.Option(help="Of the TBX file; default: basic, of version 3.")] = None,
    source: options.From = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="LANG", help="The second language of TBX-Min or a bare table."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace OUT if it is there.")] = False,
) -> None:
    """Turn a glossary from a table into TBX or back, and say what is lost on the way."""
    request = GlossaryConvertRequest(
        settings=config.load(Path.cwd()),
        path=given,
        new=wanted,
        dialect=dialect,
        source_language=source,
        to=to,
        force=force,
    )
    console = Console()
    for event in console.follow(convert(request)):
        tell(event, console)
