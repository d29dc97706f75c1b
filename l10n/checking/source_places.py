"""Where in a source file what stands in the text of a block is: line and column."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from l10n.model import Block, Document, Entry, Piece

_WRAP = re.compile(r"[ \t]*\r?\n[ \t]*")
"""The end of a line in a hard-wrapped paragraph."""
_CHUNK = 1024
"""Bytes that are counted at once."""
_LONGEST = 4
"""Bytes of a character."""
_CONTINUED, _CONTINUATION = 0xC0, 0x80
_REST = bytes(range(0x80, 0xC0))
"""Bytes that go on with a character of UTF-8."""
Starts = tuple[tuple[int, int], ...]
"""Offsets in a joined text from which the offsets in the text of its block are others, and these."""


class JoinedBlock(NamedTuple):
    """A block whose lines are joined by spaces."""

    block: Block
    entry: Entry
    """Its text as the checks see it."""
    starts: Starts
    shown: tuple[int, ...]
    """Where the texts of its pieces begin, and where the last one ends."""

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
    """Lines and columns of a document; what is asked again and again is worked out once, as a file may be one line."""

    def __init__(self, document: Document) -> None:
        self._data = document.data
        self._lines = [0, *(match.end() for match in re.finditer(rb"\n", document.data))]
        chunks = (document.data[start : start + _CHUNK] for start in range(0, len(document.data), _CHUNK))
        self._characters = list(accumulate(map(_characters, chunks), initial=0))
        """Those before each chunk."""
        self._as_shown: dict[Piece, bool] = {}

    def find(self, joined_block: JoinedBlock, position: int) -> tuple[int, int]:
        """Of a position in a joined block, from 1; the column is 1 where the file does not have the text as it is."""
        block, offset = joined_block.block, joined_block.offset(position)
        number = max(0, min(bisect_right(joined_block.shown, offset), len(block.pieces)) - 1)
        piece = block.pieces[number]
        if not self._is_as_shown(piece):
            return _line_of(block, offset), 1
        within = 0 if piece.source else offset - joined_block.shown[number]
        byte = self._after(piece.start, within)
        line = bisect_right(self._lines, byte)
        return line, self._before(byte) - self._before(self._lines[line - 1]) + 1

    def _is_as_shown(self, piece: Piece) -> bool:
        """The file has the text of the piece in UTF-8, or what is written for it."""
        if piece not in self._as_shown:
            data = (piece.source or piece.text).encode("utf-8", "replace")
            self._as_shown[piece] = self._data[piece.start : piece.end] == data
        return self._as_shown[piece]

    def _before(self, byte: int) -> int:
        """Characters before a byte of the file."""
        chunk = byte // _CHUNK
        return self._characters[chunk] + _characters(self._data[chunk * _CHUNK : byte])

    def _after(self, byte: int, count: int) -> int:
        """The byte so many characters on."""
        wanted = self._before(byte) + count
        chunk = max(byte // _CHUNK, bisect_left(self._characters, wanted) - 1)
        start = max(byte, chunk * _CHUNK)
        while start < len(self._data) and self._data[start] & _CONTINUED == _CONTINUATION:
            start += 1
        text = self._data[start : start + _LONGEST * _CHUNK].decode("utf-8", "ignore")
        return start + len(text[: wanted - self._before(start)].encode())


def _characters(data: bytes) -> int:
    """Bytes that begin one in UTF-8."""
    return len(data.translate(None, _REST))


def _line_of(block: Block, offset: int) -> int:
    """The line of the segment that has this offset."""
    number = bisect_right(block.segments, offset, key=lambda segment: segment.start) - 1
    return block.segments[number].line if number >= 0 else block.line
