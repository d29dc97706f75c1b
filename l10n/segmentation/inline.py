"""Blocks with tags: where their sentences are, and what becomes the msgid of each.

The rules see words only: no tag, a word for whatever stands for itself, a space for a forced line break, nothing for
what refers to a note. No sentence ends within a pair, as half of it would be nothing; a tag between two sentences
belongs to the one that it opens or closes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, repeat

from l10n.documents.inline.numbering import explained, numbered
from l10n.model import Block, Piece, PieceKind, Segment, Span
from l10n.text.lines import count_breaks, has_break, one_line

Split = Callable[[str], Sequence[Span]]
_TEXT, _OPEN, _CLOSE, _ALONE = PieceKind  # looked up once: a member of an enumeration is slow to reach, and to hash
_Sentence = tuple[int, int, int, int]
"""The numbers of its first and last piece, and its offsets in the text of the block."""
_WORD, _BREAK = "Xaxa", " "  # a word like others: with a vowel, as what has none is an abbreviation
_LINE_BREAK_TAG = "<br"
_NOTE_TAG = "<fn"
"""What refers to a footnote stands between two sentences as if it were not there."""


def segments(block: Block, split: Split) -> Sequence[Segment]:
    """The segments of a block; a mark or tag with no letter or digit around it is none."""
    pieces = block.pieces
    if len(pieces) == 1 and pieces[0].kind is _TEXT:
        return _of_words(pieces[0].text, block.line, split)
    return list(_of_pieces(block, split))


def _of_words(text: str, line: int, split: Split) -> Sequence[Segment]:
    """Those of a block that is one piece of words, as most are in a text with few tags."""
    if line and has_break(text):
        return [_segment(text[start:end], start, end, line + count_breaks(text[:start])) for start, end in split(text)]
    return [_segment(text[start:end], start, end, line) for start, end in split(text)]


def _segment(words: str, start: int, end: int, line: int, tags: tuple[str, ...] = ()) -> Segment:
    shown = words if words.isprintable() else one_line(words)
    return tuple.__new__(Segment, (shown, start, end, line, tags, ()))  # in half the time


def _of_pieces(block: Block, split: Split) -> Iterator[Segment]:
    pieces = block.pieces
    kinds, texts = [piece[0] for piece in pieces], [piece[3] for piece in pieces]
    offsets = [0, *accumulate(map(len, texts))]
    text = "".join(texts)
    is_text = kinds.count(_TEXT) == len(kinds)
    spans = split(text) if is_text else _spans(kinds, texts, offsets, split)
    has_tags = not is_text and bool(spans) and _has_tags(pieces)
    if not has_tags and spans == [(0, len(text))] and texts[0] and texts[-1]:  # as most items and cells are
        if is_text or _has_words(pieces):
            yield _segment(text, 0, len(text), block.line)
        return
    firsts = [bisect_right(offsets, start) - 1 for start, _ in spans]
    lines = _lines(block, spans, firsts, offsets, text) if block.line and spans else repeat(0)
    for (start, end), first, line in zip(spans, firsts, lines, strict=False):
        if has_tags:
            own = _cut(pieces, offsets, first, start, end)
            if _has_words(own):
                shown = numbered(own)
                yield _segment("".join(shown), start, end, line, explained(own, shown))
        elif (
            is_text
            or (kinds[first] is _TEXT and text[start].isalnum())
            or _has_words(_cut(pieces, offsets, first, start, end))
        ):
            yield _segment(text[start:end], start, end, line)


def _lines(
    block: Block, spans: Sequence[Span], firsts: Sequence[int], offsets: Sequence[int], text: str
) -> Iterable[int]:
    """On which line of the file each span of the text of a block begins, which is in the piece with this number."""
    sources = [piece.source for piece in block.pieces]
    written = "".join(sources)
    if has_break(text) or "\r" in written:
        breaks = [count_breaks(piece.source or piece.text) for piece in block.pieces]
        numbers = list(accumulate(breaks, initial=block.line))
        within = _breaks_within(spans, firsts, offsets, text)
        return [numbers[first] + before for first, before in zip(firsts, within, strict=True)]
    if not firsts[-1] or "\n" not in written:
        return repeat(block.line)
    numbers = list(accumulate([source.count("\n") for source in sources], initial=block.line))
    return [numbers[first] for first in firsts]


def _breaks_within(spans: Sequence[Span], firsts: Sequence[int], offsets: Sequence[int], text: str) -> Iterator[int]:
    """How many lines end in the piece in which a span begins, before it; each is looked at once."""
    piece, here, breaks = -1, 0, 0
    for first, (start, _) in zip(firsts, spans, strict=True):
        if first != piece:
            piece, here, breaks = first, offsets[first], 0
        breaks += count_breaks(text[here:start])
        here = start
        yield breaks


def _has_tags(pieces: Sequence[Piece]) -> bool:
    """Whether one is shown otherwise than it is written: then it may have a number in each segment."""
    return any(note or source[:1] == "<" for _, _, _, _, source, note in pieces)


def _has_words(pieces: Sequence[Piece]) -> bool:
    for kind, _, _, text, *_ in pieces:
        if kind is _TEXT and (text[:1].isalnum() or any(map(str.isalnum, text))):
            return True
    return all(piece.kind is _TEXT for piece in pieces)


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


def _spans(kinds: Sequence[PieceKind], texts: Sequence[str], offsets: Sequence[int], split: Split) -> Sequence[Span]:
    """Where the sentences are in the text of the block, each with its tags."""
    sentences = _sentences(kinds, texts, offsets, split)
    if not sentences or (_OPEN not in kinds and _CLOSE not in kinds):
        return [(start, end) for _, _, start, end in sentences]
    return list(_with_halves(kinds, offsets, sentences))


def _with_halves(kinds: Sequence[PieceKind], offsets: Sequence[int], sentences: Sequence[_Sentence]) -> Iterator[Span]:
    """The same where there are tags of pairs: none is parted, and each belongs to what it opens or closes."""
    (first, last, start, end), *others = sentences
    begin = _with_tags(kinds, offsets, start, range(first)) if first else start
    depths = [0, *accumulate([(kind is _OPEN) - (kind is _CLOSE) for kind in kinds])] if others else ()
    for first, following, start, stop in others:
        border = min(range(last + 1, first + 1), key=depths.__getitem__) if last + 1 < first else first
        if not depths[border]:
            yield begin, _through_tags(kinds, offsets, end, range(last + 1, border)) if last + 1 < border else end
            begin = _with_tags(kinds, offsets, start, range(border, first)) if border < first else start
        last, end = following, stop
    yield begin, _through_tags(kinds, offsets, end, range(last + 1, len(kinds)))


def _sentences(
    kinds: Sequence[PieceKind], texts: Sequence[str], offsets: Sequence[int], split: Split
) -> Sequence[_Sentence]:
    """What the rules make of the words."""
    shown = [
        text if kind is _TEXT else _shown(text) if kind is _ALONE else ""
        for kind, text in zip(kinds, texts, strict=True)
    ]
    words = "".join(shown)
    spans = split(words)
    if spans == [(0, len(words))] and shown[0] and shown[-1]:
        return [(0, len(kinds) - 1, 0, offsets[-1])]
    positions = [0, *accumulate(map(len, shown))]
    sentences = []
    for start, end in spans:
        first, last = bisect_right(positions, start) - 1, bisect_right(positions, end - 1) - 1
        begin = offsets[first] + (start - positions[first] if kinds[first] is _TEXT else 0)
        stop = offsets[last] + end - positions[last] if kinds[last] is _TEXT else offsets[last + 1]
        sentences.append((first, last, begin, stop))
    return sentences


def _shown(text: str) -> str:
    """What the rules see of what stands for itself; of what begins or ends they see nothing."""
    if text.startswith(_NOTE_TAG):
        return ""
    if text.isspace():
        return text
    return _BREAK if text.startswith(_LINE_BREAK_TAG) else _WORD


def _with_tags(kinds: Sequence[PieceKind], offsets: Sequence[int], start: int, before: range) -> int:
    """Where a sentence begins with the tags before it."""
    for index in before:
        if kinds[index] is _OPEN or kinds[index] is _CLOSE:
            return offsets[index]
    return start


def _through_tags(kinds: Sequence[PieceKind], offsets: Sequence[int], end: int, after: range) -> int:
    """Where a sentence ends with the tags after it."""
    for index in reversed(after):
        if kinds[index] is _OPEN or kinds[index] is _CLOSE:
            return offsets[index + 1]
    return end
