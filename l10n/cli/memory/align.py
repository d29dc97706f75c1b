"""`l10n memory align`: a document and its published translation go into the memory, sentence by sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling.memory_align import tell
from l10n.workflow.memory.align import CONFIDENCE, AlignRequest, align


def command(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A document.")],
    target: Annotated[Path, typer.Argument(metavar="TRANSLATION", help="Its published translation, in any format.")],
    language: Annotated[str, typer.Option("--to", metavar="LANG", help="The language of the translation.")],
    source_language: options.From = None,
    confidence: Annotated[
        int, typer.Option("--confidence", min=50, max=99, metavar="PERCENT", help="How sure a pair is at least.")
    ] = CONFIDENCE,
    joined: Annotated[bool, typer.Option("--joined", help="Also one sentence with the two that translate it.")] = False,
    memory: options.MemoryFile = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TMX", help="A TMX file in place of the memory.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show the pairs, each with its confidence.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Pair the sentences of a document and its published translation; keep the sure pairs in the memory."""
    request = AlignRequest(
        settings=config.load(Path.cwd()),
        source=source,
        target=target,
        source_language=source_language,
        language=language,
        confidence=confidence,
        joined=joined,
        memory=memory,
        output=output,
        dry_run=dry_run,
    )
    console = Console(quiet)
    for event in console.follow(align(request)):
        tell(event, console, dry_run)
    console.exit()
