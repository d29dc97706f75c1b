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
from l10n.text.lines import LINE_BREAK, one_line

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
        yield from _of_words(block, split)
        return
    offsets = [0, *accumulate([len(piece.text) for piece in pieces])]
    lines = list(accumulate([_lines(piece.source or piece.text) for piece in pieces], initial=block.line))
    breaks = _breaks(pieces, offsets)
    is_text = all(piece.kind is _TEXT for piece in pieces)
    has_tags = not is_text and any(piece.note or piece.source.startswith("<") for piece in pieces)
    text = block.text
    for start, end in split(text) if is_text else _spans(pieces, offsets, split):
        first = bisect_right(offsets, start) - 1
        line = block.line and lines[first] + bisect_right(breaks, start) - bisect_right(breaks, offsets[first])
        if is_text:
            yield Segment(one_line(text[start:end]), start, end, line)
        elif _has_words(own := _cut(pieces, offsets, first, start, end)):
            texts = numbered(own) if has_tags else (text[start:end],)
            yield Segment(one_line("".join(texts)), start, end, line, explained(own, texts) if has_tags else ())


def _of_words(block: Block, split: Split) -> Iterator[Segment]:
    """The same of a block that is one piece of words, as most are in a text with few tags."""
    text = block.pieces[0].text
    breaks = _breaks(block.pieces, (0,))
    for start, end in split(text):
        line = block.line and block.line + bisect_right(breaks, start)
        yield Segment(one_line(text[start:end]), start, end, line)


def _has_words(pieces: Sequence[Piece]) -> bool:
    for kind, _, _, text, *_ in pieces:
        if kind is _TEXT and (text[:1].isalnum() or any(map(str.isalnum, text))):
            return True
    return all(piece.kind is _TEXT for piece in pieces)


def _lines(text: str) -> int:
    return len(LINE_BREAK.findall(text)) if "\n" in text or "\r" in text else 0


def _breaks(pieces: Sequence[Piece], offsets: Sequence[int]) -> list[int]:
    """Offsets after the line breaks within the pieces, in the text of the block."""
    return [
        offset + line_break.end()
        for piece, offset in zip(pieces, offsets, strict=False)
        if "\n" in piece.text or "\r" in piece.text
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
    depths = [0, *accumulate([(piece.kind is _OPEN) - (piece.kind is _CLOSE) for piece in pieces])]
    start = _with_tags(pieces, offsets, sentences[0].start, range(sentences[0].first))
    for sentence, following in pairwise(sentences):
        border = min(range(sentence.last + 1, following.first + 1), key=depths.__getitem__, default=following.first)
        if not depths[border]:
            yield start, _through_tags(pieces, offsets, sentence.end, range(sentence.last + 1, border))
            start = _with_tags(pieces, offsets, following.start, range(border, following.first))
    last = sentences[-1]
    yield start, _through_tags(pieces, offsets, last.end, range(last.last + 1, len(pieces)))


def _sentences(pieces: Sequence[Piece], offsets: Sequence[int], split: Split) -> Iterator[_Sentence]:
    """What the rules make of the words."""
    shown = [piece.text if piece.kind is _TEXT else _shown(piece) for piece in pieces]
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
    """What the rules see of a mark or tag."""
    if piece.kind is not _ALONE or piece.text.startswith(_NOTE_TAG):
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
