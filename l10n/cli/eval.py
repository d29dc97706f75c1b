"""`l10n eval`: how good the drafts were, and how well their risk foretold what had to be changed."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.workflow.eval import EvalRequest, Evaluated, Fitted, evaluate, write

ReferenceFile = Annotated[
    Path | None,
    typer.Option(
        "--reference",
        metavar="FILE",
        help="PO, TMX or TXT (a line an entry): compare the drafts that still stand with it.",
    ),
]
Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="table, json or html.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where it goes; - is stdout.")]


class Breakdown(StrEnum):
    """What the drafts of a language are parted by."""

    DOCUMENT = "document"
    ENGINE = "engine"


By = Annotated[Breakdown, typer.Option("--by", help="Lines for documents and kinds of text, or for engines.")]
Fit = Annotated[bool, typer.Option("--fit", help="Fit the weights of risk to the edits, and show what that is worth.")]


def command(
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    memory: options.MemoryFile = None,
    reference: ReferenceFile = None,
    by: By = Breakdown.DOCUMENT,
    format_name: Format = "table",
    output: Output = None,
    fit: Fit = False,
) -> None:
    """Compare drafts with what people made of them, or with a reference: scores, effort, and what risk foretold."""
    request = EvalRequest(
        settings=config.load(Path.cwd()),
        catalogues=tuple(paths or ()),
        locales=locales,
        memory=memory,
        reference=reference,
        by_engine=by is Breakdown.ENGINE,
        fit=fit,
        format=format_name,
        output=None if output == Path("-") else output,
    )
    console = Console()
    for event in console.follow(evaluate(request)):
        if isinstance(event, Evaluated | Fitted) and request.output is None:
            write(event, format_name, sys.stdout)
    console.exit()
