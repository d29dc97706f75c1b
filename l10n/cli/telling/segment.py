"""The segments of a text, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.documents.spans import spans
from l10n.model import Block, Document, Segment, Span

_INDENT = " " * 7


def lines(document: Document) -> str:
    """A line for each segment: number, kind and number of its block, offsets in characters, text; and for each note."""
    width = len(str(len(document.text)))
    kinds = max((len(block.kind) for block in document.blocks), default=0)
    return "\n".join(
        "\n".join(
            (
                f"{number:4} {block.kind:{kinds}} {block.number:3} {start:{width}}-{end:<{width}}  {segment.text}",
                *(f"{_INDENT}{note}" for note in (*segment.tags, *segment.notes)),
            )
        )
        for number, block, segment, (start, end) in _numbered(document)
    )


def table(document: Document) -> dict[str, object]:
    """The same as values for JSON."""
    rows = [
        {
            "number": number,
            "kind": block.kind,
            "block": block.number,
            "line": segment.line,
            "start": start,
            "end": end,
            "text": segment.text,
            "tags": segment.tags,
            "notes": segment.notes,
        }
        for number, block, segment, (start, end) in _numbered(document)
    ]
    return {"version": 1, "document": document.name, "segments": rows}


def _numbered(document: Document) -> Iterator[tuple[int, Block, Segment, Span]]:
    rows = (
        (block, segment, span)
        for block in document.blocks
        for segment, span in zip(block.segments, spans(block), strict=True)
    )
    return ((number, *row) for number, row in enumerate(rows, 1))
