"""The lines of a block: where they are in its text and in the file, and which of them are set anew together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.documents.subtitles.blocks import BREAK
from l10n.model import Block, Segment, Span


class BlockLine(NamedTuple):
    """A line of a block, without the tags around it."""

    span: Span
    """Character offsets in the text of the block."""
    file_span: Span
    """Character offsets in the text of the file."""


Unit = Sequence[BlockLine]
"""Lines of one cue over which a sentence runs."""


def units(block: Block) -> list[Unit]:
    """The lines of a block, apart where another cue begins, and where no sentence goes on."""
    cues = {display.offset for display in block.displays}
    lines = list(_lines(block))
    gone_on = _within([line.span[0] for line in lines], block.segments)
    result: list[list[BlockLine]] = []
    for line in lines:
        start = line.span[0]
        if start in cues or start not in gone_on or not result:
            result.append([])
        result[-1].append(line)
    return [tuple(unit) for unit in result]


def _lines(block: Block) -> Iterator[BlockLine]:
    offset, position = 0, block.offset
    start = (offset, position)
    for piece in block.pieces:
        if piece.text == BREAK:
            yield BlockLine((start[0], offset), (start[1], position))
        offset += len(piece.text)
        position += len(piece.source or piece.text)
        if piece.text == BREAK:
            start = (offset, position)
    yield BlockLine((start[0], offset), (start[1], position))


def _within(starts: Sequence[int], segments: Sequence[Segment]) -> set[int]:
    """The starts of lines at which a sentence goes on."""
    within: set[int] = set()
    number = 0
    for segment in segments:
        while number < len(starts) and starts[number] <= segment.start:
            number += 1
        while number < len(starts) and starts[number] < segment.end:
            within.add(starts[number])
            number += 1
    return within
