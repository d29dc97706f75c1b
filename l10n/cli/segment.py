"""`l10n segment`: how a text is cut."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli.options import From
from l10n.cli.output import result
from l10n.languages import language
from l10n.model import Block, Document, Segment
from l10n.reports.serial import dump
from l10n.segmentation.document import extract


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text file.")],
    source: From = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, offsets in characters.")] = False,
) -> None:
    """Show the segments of a text: number, block, character offsets, text."""
    settings = config.load(Path.cwd())
    lang = language(source or settings.source_language).code
    document = extract(file, lang, settings.root)
    if as_json:
        dump(_table(document), sys.stdout)
    else:
        result(_lines(document))


def _table(document: Document) -> dict[str, object]:
    rows = [
        {
            "number": number,
            "kind": block.kind,
            "block": block.number,
            "line": segment.line,
            "start": segment.start,
            "end": segment.end,
            "text": segment.text,
        }
        for number, (block, segment) in enumerate(_pairs(document), 1)
    ]
    return {"version": 1, "document": document.name, "segments": rows}


def _lines(document: Document) -> str:
    width = len(str(len(document.text)))
    return "\n".join(
        f"{number:4} {block.kind:9} {block.number:3} {segment.start:{width}}-{segment.end:<{width}}  {segment.text}"
        for number, (block, segment) in enumerate(_pairs(document), 1)
    )


def _pairs(document: Document) -> list[tuple[Block, Segment]]:
    return [(block, segment) for block in document.blocks for segment in block.segments]
