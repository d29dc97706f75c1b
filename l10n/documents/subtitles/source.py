"""What stands in the file for parts of a block: its words, and its tags by the names that translators know."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from l10n.documents.inline import InlineForm
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.blocks import BREAK
from l10n.documents.subtitles.sharing import Atom, word_atoms
from l10n.model import Block, PieceKind, Segment
from l10n.model.inline import words

_REFERENCE = re.compile(r"&#?[A-Za-z0-9]+;?")
_SPACE = Atom(" ", 1, is_border=True)
_DEPTHS = {PieceKind.OPEN: 1, PieceKind.CLOSE: -1}


class BlockSource:
    """A block as it stands in the file."""

    def __init__(self, block: Block, syntax: Syntax, form: InlineForm) -> None:
        self._pieces = block.pieces
        self._offsets = list(accumulate((len(piece.text) for piece in block.pieces), initial=0))
        self._write = syntax.written
        self._form = form

    def atoms(self, start: int, end: int) -> Iterator[Atom]:
        """Of the text of the block from one offset to another; a character reference belongs to its first character."""
        depth = 0
        for number in range(bisect_right(self._offsets, start) - 1, len(self._pieces)):
            piece, offset = self._pieces[number], self._offsets[number]
            if offset >= end:
                return
            if piece.text == BREAK:
                yield _SPACE._replace(depth=depth)
            elif piece.kind is not PieceKind.TEXT:
                depth += _DEPTHS.get(piece.kind, 0)
                yield Atom(piece.source or piece.text, 0)
            elif _REFERENCE.fullmatch(piece.source):
                if start <= offset:
                    yield Atom(piece.source, len(piece.text))
            else:
                shown = piece.text[max(start - offset, 0) : end - offset]
                yield from word_atoms(words(self._form.parse(shown)), self._write, depth)

    def tags(self, segment: Segment) -> Mapping[tuple[PieceKind, str], str]:
        """What stands in the file for the tags of a segment."""
        first, last = bisect_left(self._offsets, segment.start), bisect_right(self._offsets, segment.end) - 1
        own = [piece for piece in self._pieces[first:last] if piece.kind is not PieceKind.TEXT and piece.text != BREAK]
        marks = [(part.kind, part.name) for part in self._form.parse(segment.text) if not part.is_text]
        return {mark: piece.source for mark, piece in zip(marks, own, strict=True)} if len(marks) == len(own) else {}
