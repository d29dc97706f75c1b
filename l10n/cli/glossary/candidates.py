"""`l10n glossary candidates`: names and terms that the glossary lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.glossary.options import Catalogues, Formats, TermFormat
from l10n.cli.telling.glossary import tell
from l10n.workflow.glossary.candidates import TermCandidatesRequest, candidates


def command(
    sources: options.Sources = None,
    minimum: Annotated[int, typer.Option("--min", min=1, help="Occurrences that a candidate needs.")] = 1,
    output: Formats = TermFormat.TEXT,
    known: Annotated[Path | None, typer.Option("--glossary", metavar="FILE", help="Default: the settings'.")] = None,
    source: options.From = None,
    catalogues: Catalogues = None,
) -> None:
    """Propose names and terms of the documents that the glossary lacks, the most important first."""
    request = TermCandidatesRequest(
        settings=config.load(Path.cwd()),
        sources=tuple(sources or ()),
        minimum=minimum,
        as_table=output is TermFormat.CSV,
        glossary=known,
        source_language=source,
        catalogues=tuple(catalogues or ()),
    )
    console = Console()
    for event in console.follow(candidates(request)):
        tell(event, console)
