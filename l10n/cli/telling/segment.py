"""The segments of a text, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.model import Block, Document, Segment


def lines(document: Document) -> str:
    """A line for each segment: number, kind and number of its block, offsets in characters, text."""
    width = len(str(len(document.text)))
    return "\n".join(
        f"{number:4} {block.kind:9} {block.number:3} "
        f"{block.offset + segment.start:{width}}-{block.offset + segment.end:<{width}}  {segment.text}"
        for number, block, segment in _numbered(document)
    )


def table(document: Document) -> dict[str, object]:
    """The same as values for JSON."""
    rows = [
        {
            "number": number,
            "kind": block.kind,
            "block": block.number,
            "line": segment.line,
            "start": block.offset + segment.start,
            "end": block.offset + segment.end,
            "text": segment.text,
        }
        for number, block, segment in _numbered(document)
    ]
    return {"version": 1, "document": document.name, "segments": rows}


def _numbered(document: Document) -> Iterator[tuple[int, Block, Segment]]:
    pairs = ((block, segment) for block in document.blocks for segment in block.segments)
    return ((number, block, segment) for number, (block, segment) in enumerate(pairs, 1))
