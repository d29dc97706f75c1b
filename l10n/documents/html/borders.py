"""Where in the file the sentences of a block begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from l10n.documents.inline import InlineForm
from l10n.model import Block, Piece, PieceKind
from l10n.model.inline import words

_REFERENCE = re.compile(r"&#?[A-Za-z0-9]+;?")


def byte_offsets(block: Block, data: bytes, encoding: str, form: InlineForm) -> dict[int, int]:
    """By the character offsets of its segments in the block, whose pieces stand side by side."""
    wanted = sorted({border for segment in block.segments for border in (segment.start, segment.end)})
    offsets: dict[int, int] = {}
    offset = 0
    for piece in block.pieces:
        end = offset + len(piece.text)
        offsets |= {offset: piece.start, end: piece.end}
        inside = wanted[bisect_right(wanted, offset) : bisect_left(wanted, end)]
        if inside:
            source = data[piece.start : piece.end].decode(encoding)
            cuts = _cuts(piece, [border - offset for border in inside], source, form)
            offsets |= zip(inside, _encoded(source, cuts, piece.start, encoding), strict=True)
        offset = end
    return offsets


def _cuts(piece: Piece, borders: Sequence[int], source: str, form: InlineForm) -> Iterator[int]:
    """Where in its source a piece is cut; a character reference, and what is no text, only behind it."""
    is_literal = piece.kind is PieceKind.TEXT and not _REFERENCE.fullmatch(source)
    cut, counted = 0, 0
    for border in borders:
        cut += len(words(form.parse(piece.text[counted:border])))
        counted = border
        yield min(cut, len(source)) if is_literal else len(source)


def _encoded(source: str, cuts: Iterator[int], start: int, encoding: str) -> Iterator[int]:
    counted = 0
    for cut in cuts:
        start += len(source[counted:cut].encode(encoding))
        counted = cut
        yield start
