"""`l10n report work`: words by match and state, for payment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.accounting.work_report import account
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.cli.report.options import STDOUT, Format, Output, show
from l10n.workflow.outputs import Written
from l10n.workflow.report.work import WorkCounted, WorkRequest, work

Since = Annotated[
    str | None, typer.Option("--since", metavar="GITREF", help="Only what people have finished since this revision.")
]


def command(
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    since: Since = None,
    form: Format = "text",
    output: Output = None,
    quiet: options.Quiet = False,
) -> None:
    """Count the words per document and language by match and by state, and weigh them, for payment."""
    request = WorkRequest(
        settings=config.load(Path.cwd()),
        catalogues=tuple(paths or ()),
        locales=locales,
        since=since,
        format=form,
        output=None if output == STDOUT else output,
    )
    console = Console(quiet)
    for event in console.follow(work(request)):
        if isinstance(event, WorkCounted) and request.output is None:
            show(account(event.works, event.weights, since), form)
        elif isinstance(event, Written):
            console.say(f"{shown(event.path)}: written")
    console.exit()
