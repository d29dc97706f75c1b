"""`l10n glossary learn`: what reviewers change again and again in first drafts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.glossary.options import Formats, TermFormat
from l10n.cli.telling.glossary import tell
from l10n.workflow.glossary.learn import GlossaryLearnRequest, learn


def command(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PO...", help="Default: the settings' locales.")] = None,
    minimum: Annotated[int, typer.Option("--min", min=1, help="Segments in which a change was made.")] = 3,
    output: Formats = TermFormat.TEXT,
    source: options.From = None,
    memory: options.MemoryFile = None,
) -> None:
    """Show what reviewers changed again and again in first drafts."""
    request = GlossaryLearnRequest(
        settings=config.load(Path.cwd()),
        catalogues=tuple(paths or ()),
        minimum=minimum,
        as_table=output is TermFormat.CSV,
        source_language=source,
        memory=memory,
    )
    console = Console()
    for event in console.follow(learn(request)):
        tell(event, console)
