"""`l10n report provenance`: who or what wrote, edited and reviewed the texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.accounting.provenance_report import account
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.cli.report.options import STDOUT, Format, Output, show
from l10n.workflow.outputs import Written
from l10n.workflow.report.provenance import ProvenanceRequest, ProvenanceTraced, provenance

Each = Annotated[bool, typer.Option("--verbose", "-v", help="A row for each segment.")]


def command(
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    each: Each = False,
    form: Format = "text",
    output: Output = None,
    quiet: options.Quiet = False,
) -> None:
    """Show per document and language who or what wrote, edited and reviewed the texts, and when."""
    request = ProvenanceRequest(
        settings=config.load(Path.cwd()),
        catalogues=tuple(paths or ()),
        locales=locales,
        each=each,
        format=form,
        output=None if output == STDOUT else output,
    )
    console = Console(quiet)
    for event in console.follow(provenance(request)):
        if isinstance(event, ProvenanceTraced) and request.output is None:
            show(account(event.catalogues, each), form)
        elif isinstance(event, Written):
            console.say(f"{shown(event.path)}: written")
    console.exit()
