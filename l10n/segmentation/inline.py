"""Blocks with tags: where their sentences are, and what becomes the msgid of each.

The rules see words only: no tag, a word for whatever stands for itself, a space for a forced line break, nothing for
what refers to a note. No sentence ends within a pair, as half of it would be nothing; a tag between two sentences
belongs to the one that it opens or closes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from l10n.documents.inline.numbering import explained, numbered
from l10n.model import Block, Piece, PieceKind, Segment, Span
from l10n.text.lines import LINE_BREAK, count_breaks, has_break, one_line

Split = Callable[[str], Sequence[Span]]
_TEXT, _OPEN, _CLOSE, _ALONE = PieceKind  # looked up once: a member of an enumeration is slow to reach, and to hash
_WORD, _BREAK = "Xaxa", " "  # a word like others: with a vowel, as what has none is an abbreviation
_LINE_BREAK_TAG = "<br"
_NOTE_TAG = "<fn"
"""What refers to a footnote stands between two sentences as if it were not there."""


def segments(block: Block, split: Split) -> Iterator[Segment]:
    """The segments of a block; a mark or tag with no letter or digit around it is none."""
    pieces = block.pieces
    if len(pieces) == 1 and pieces[0].kind is _TEXT:
        return _of_words(block, split)
    return _of_pieces(block, split)


def _of_pieces(block: Block, split: Split) -> Iterator[Segment]:
    pieces = block.pieces
    texts = [piece.text for piece in pieces]
    offsets = [0, *accumulate(map(len, texts))]
    text = "".join(texts)
    lines = _Lines(block, text, offsets)
    is_text = all(piece.kind is _TEXT for piece in pieces)
    has_tags = not is_text and any(piece.note or piece.source.startswith("<") for piece in pieces)
    for start, end in split(text) if is_text else _spans(pieces, offsets, split):
        first = bisect_right(offsets, start) - 1
        if has_tags:
            own = _cut(pieces, offsets, first, start, end)
            if _has_words(own):
                shown = numbered(own)
                line = lines.number(start, first)
                yield Segment(one_line("".join(shown)), start, end, line, explained(own, shown))
        elif (pieces[first].kind is _TEXT and text[start].isalnum()) or (
            is_text or _has_words(_cut(pieces, offsets, first, start, end))
        ):
            yield Segment(one_line(text[start:end]), start, end, lines.number(start, first))


class _Lines:
    """On which line of the file a place in a block is."""

    def __init__(self, block: Block, text: str, offsets: Sequence[int]) -> None:
        pieces = block.pieces
        self._offsets = offsets
        self._breaks = _breaks(pieces, offsets) if block.line and has_break(text) else ()
        self._lines: Sequence[int] = ()
        """On which the pieces begin, if they are on several."""
        self._first = block.line
        if block.line and (self._breaks or has_break("".join([piece.source for piece in pieces]))):
            numbers = [count_breaks(piece.source or piece.text) for piece in pieces]
            self._lines = list(accumulate(numbers, initial=block.line))

    def number(self, start: int, piece: int) -> int:
        """That of the offset in the text, which is in the piece with this number; 0 if the file has no lines."""
        if not self._lines:
            return self._first
        within = bisect_right(self._breaks, start) - bisect_right(self._breaks, self._offsets[piece])
        return self._lines[piece] + within


def _of_words(block: Block, split: Split) -> Iterator[Segment]:
    """The same of a block that is one piece of words, as most are in a text with few tags."""
    text, line = block.pieces[0].text, block.line
    breaks = _breaks(block.pieces, (0,)) if line and has_break(text) else ()
    for start, end in split(text):
        if breaks:
            line = block.line + bisect_right(breaks, start)
        yield Segment(one_line(text[start:end]), start, end, line)


def _has_words(pieces: Sequence[Piece]) -> bool:
    for kind, _, _, text, *_ in pieces:
        if kind is _TEXT and (text[:1].isalnum() or any(map(str.isalnum, text))):
            return True
    return all(piece.kind is _TEXT for piece in pieces)


def _breaks(pieces: Sequence[Piece], offsets: Sequence[int]) -> list[int]:
    """Offsets after the line breaks within the pieces, in the text of the block."""
    return [
        offset + line_break.end()
        for piece, offset in zip(pieces, offsets, strict=False)
        if has_break(piece.text)
        for line_break in LINE_BREAK.finditer(piece.text)
    ]


def _cut(pieces: Sequence[Piece], offsets: Sequence[int], first: int, start: int, end: int) -> list[Piece]:
    """The pieces from `start`, which is in the first of them, to `end`; only those of text may be cut."""
    last = max(bisect_left(offsets, end) - 1, first)
    cut = list(pieces[first : last + 1])
    if offsets[last + 1] > end:
        cut[-1] = _shortened(cut[-1], 0, end - offsets[last])
    if offsets[first] < start:
        cut[0] = _shortened(cut[0], start - offsets[first])
    return cut


def _shortened(piece: Piece, start: int, end: int | None = None) -> Piece:
    return piece._replace(text=piece.text[start:end]) if piece.kind is _TEXT else piece


class _Sentence(NamedTuple):
    """A sentence with the numbers of its first and last piece, and its offsets in the text of the block."""

    first: int
    last: int
    start: int
    end: int


def _spans(pieces: Sequence[Piece], offsets: Sequence[int], split: Split) -> Iterator[Span]:
    """Where the sentences are in the text of the block, each with its tags."""
    sentences = list(_sentences(pieces, offsets, split))
    if not sentences:
        return
    start = _with_tags(pieces, offsets, sentences[0].start, range(sentences[0].first))
    if len(sentences) > 1:
        depths = [0, *accumulate([(piece.kind is _OPEN) - (piece.kind is _CLOSE) for piece in pieces])]
    for sentence, following in pairwise(sentences):
        border = min(range(sentence.last + 1, following.first + 1), key=depths.__getitem__, default=following.first)
        if not depths[border]:
            yield start, _through_tags(pieces, offsets, sentence.end, range(sentence.last + 1, border))
            start = _with_tags(pieces, offsets, following.start, range(border, following.first))
    last = sentences[-1]
    yield start, _through_tags(pieces, offsets, last.end, range(last.last + 1, len(pieces)))


def _sentences(pieces: Sequence[Piece], offsets: Sequence[int], split: Split) -> Iterator[_Sentence]:
    """What the rules make of the words."""
    shown = [piece.text if piece.kind is _TEXT else _shown(piece) if piece.kind is _ALONE else "" for piece in pieces]
    positions = [0, *accumulate(map(len, shown))]
    for start, end in split("".join(shown)):
        first, last = bisect_right(positions, start) - 1, bisect_right(positions, end - 1) - 1
        yield _Sentence(
            first,
            last,
            offsets[first] + (start - positions[first] if pieces[first].kind is _TEXT else 0),
            offsets[last] + end - positions[last] if pieces[last].kind is _TEXT else offsets[last + 1],
        )


def _shown(piece: Piece) -> str:
    """What the rules see of what stands for itself; of what begins or ends they see nothing."""
    if piece.text.startswith(_NOTE_TAG):
        return ""
    if piece.text.isspace():
        return piece.text
    return _BREAK if piece.text.startswith(_LINE_BREAK_TAG) else _WORD


def _with_tags(pieces: Sequence[Piece], offsets: Sequence[int], start: int, before: range) -> int:
    """Where a sentence begins with the tags before it."""
    return next((offsets[index] for index in before if _is_half(pieces[index])), start)


def _through_tags(pieces: Sequence[Piece], offsets: Sequence[int], end: int, after: range) -> int:
    """Where a sentence ends with the tags after it."""
    return next((offsets[index + 1] for index in reversed(after) if _is_half(pieces[index])), end)


def _is_half(piece: Piece) -> bool:
    """Of a pair."""
    return piece.kind is _OPEN or piece.kind is _CLOSE
