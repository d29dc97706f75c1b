"""Where segments stand in the text of their file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from l10n.model import Block, Span


def spans(block: Block) -> list[Span]:
    """Character offsets in `Document.text` of each segment of a block, with its marks and tags as they stand there.

    What is shown otherwise than it is written, as a character reference is, belongs to a segment as a whole. It is for
    formats with nothing between the pieces of a block.
    """
    shown = [0, *accumulate(len(piece.text) for piece in block.pieces)]
    written = [0, *accumulate(len(piece.source or piece.text) for piece in block.pieces)]
    return [
        (
            block.offset + _position(block, shown, written, segment.start, bisect_right(shown, segment.start) - 1),
            block.offset + _position(block, shown, written, segment.end, bisect_left(shown, segment.end) - 1, end=True),
        )
        for segment in block.segments
    ]


def _position(
    block: Block, shown: Sequence[int], written: Sequence[int], offset: int, index: int, end: bool = False
) -> int:
    """The offset in what is written of the offset in what is shown, which is in this piece or at its border."""
    whole = bool(block.pieces[index].source)
    return written[index + end] if whole else written[index] + offset - shown[index]
