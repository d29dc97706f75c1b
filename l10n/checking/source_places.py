"""Where in a source file what stands in the text of a block is: line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from l10n.model import Block, Document, Entry

_WRAP = re.compile(r"[ \t]*\r?\n[ \t]*")
"""The end of a line in a hard-wrapped paragraph."""
Starts = tuple[tuple[int, int], ...]
"""Offsets in a joined text from which the offsets in the text of its block are others, and these."""


class JoinedBlock(NamedTuple):
    """A block whose lines are joined by spaces."""

    block: Block
    entry: Entry
    """Its text as the checks see it."""
    starts: Starts

    def offset(self, position: int) -> int:
        """The offset in the block of this offset in the joined text."""
        at, start = self.starts[bisect_right(self.starts, (position, len(self.block.text))) - 1]
        return start + position - at


def joined(block: Block) -> tuple[str, Starts]:
    """The text of a block with a space for each line end, and where the lines begin."""
    parts: list[str] = []
    starts = [(0, 0)]
    end = size = 0
    for match in _WRAP.finditer(block.text):
        parts += [block.text[end : match.start()], " "]
        size += match.start() - end + 1
        end = match.end()
        starts.append((size, end))
    return "".join((*parts, block.text[end:])), tuple(starts)


class Places:
    """Lines and columns of a document."""

    def __init__(self, document: Document) -> None:
        self._data = document.data
        self._lines = [0, *(match.end() for match in re.finditer(rb"\n", document.data))]

    def find(self, joined_block: JoinedBlock, position: int) -> tuple[int, int]:
        """Of a position in a joined block, from 1; the column is 1 where the file does not have the text as it is."""
        block, offset = joined_block.block, joined_block.offset(position)
        shown = [0, *accumulate(len(piece.text) for piece in block.pieces)]
        number = min(bisect_right(shown, offset), len(block.pieces)) - 1
        piece, within = block.pieces[number], offset - shown[number]
        data = (piece.source or piece.text).encode("utf-8", "replace")
        if self._data[piece.start : piece.end] != data:
            return _line_of(block, offset), 1
        return self._place(piece.start + (0 if piece.source else len(piece.text[:within].encode("utf-8", "replace"))))

    def _place(self, byte: int) -> tuple[int, int]:
        line = bisect_right(self._lines, byte)
        return line, len(self._data[self._lines[line - 1] : byte].decode("utf-8", "replace")) + 1


def _line_of(block: Block, offset: int) -> int:
    """The line of the segment that has this offset."""
    lines: Sequence[int] = [segment.line for segment in block.segments if segment.start <= offset]
    return lines[-1] if lines else block.line
