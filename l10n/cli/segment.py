"""`l10n segment`: how a text is cut."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli.console import Console
from l10n.cli.garbage import uncollected
from l10n.cli.options import Format, From
from l10n.cli.output import result
from l10n.cli.telling.segment import lines, table
from l10n.reports.serial import dump
from l10n.workflow.segment import Segmented, SegmentRequest, segment


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A source file, a folder of them, a pattern.")],
    form: Format = None,
    source: From = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, offsets in characters.")] = False,
) -> None:
    """Show the segments of a text: number, block, character offsets, text, tags."""
    request = SegmentRequest(settings=config.load(Path.cwd()), source=file, source_language=source, format=form)
    console = Console()
    with uncollected():
        read = [event for event in console.follow(segment(request)) if isinstance(event, Segmented)]
        for event in read:
            if as_json:
                dump(table(event.document), sys.stdout)
            elif event.document.segments:
                result(f"{event.path}:\n{lines(event.document)}" if len(read) > 1 else lines(event.document))
    console.exit()
