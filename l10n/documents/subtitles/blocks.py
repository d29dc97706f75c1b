"""Passages -> blocks: each text with its tags, and with the times at which parts of it are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from l10n.documents import Split
from l10n.documents.encoding import Encoding
from l10n.documents.inline import tags
from l10n.documents.inline.pairing import paired
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.cues import Cue
from l10n.documents.subtitles.joining import joined
from l10n.documents.subtitles.passages import CuePassage, passages
from l10n.model import Block, BlockKind, Display, InlinePart, Piece, PieceKind

BREAK = "\n"
"""What is shown of all that stands between two lines of a text; no tag is shown so."""
_KEPT = "<x/>"


def blocks_of(text: str, cues: Sequence[Cue], syntax: Syntax, split: Split, encoding: Encoding) -> Iterator[Block]:
    """The blocks of a file in its order, counted by kind, without segments."""
    read = list(passages(text, cues, syntax))
    signs = Counter[int]()
    for passage in read:
        signs[passage.number] += len(passage.words)
    numbers = Counter[BlockKind]()
    position, counted = len(encoding.mark), 0
    for group in joined(text, read, split):
        keep = len({passage.pairs(text) for passage in group}) > 1
        contents = [passage.content(text, keep) for passage in group]
        pieces = list(_pieces(text, contents))
        offset = pieces[0].start
        position += len(text[counted:offset].encode(encoding.name))
        placed = tuple(_placed(pieces, text, position, encoding))
        position, counted = placed[-1].end, pieces[-1].end
        kind = group[0].kind
        numbers[kind] += 1
        displays = tuple(_displays(group, contents, pieces, signs))
        line = group[0].lines[0].line.number
        yield Block(kind, numbers[kind], placed, offset, line, displays=displays)


def _pieces(text: str, contents: Sequence[Sequence[Sequence[InlinePart]]]) -> Iterator[Piece]:
    """In characters of the text; between two lines is a piece with all that is between them."""
    end = -1
    for passage in contents:
        made = paired([part for line in passage for part in line])
        number = 0
        for line in passage:
            own, number = made[number : number + len(line)], number + len(line)
            if end >= 0:
                yield Piece(PieceKind.ALONE, end, own[0].start, BREAK, text[end : own[0].start])
            yield from _line(text, own)
            end = own[-1].end


def _line(text: str, parts: Sequence[InlinePart]) -> Iterator[Piece]:
    for is_text, group in groupby(parts, lambda part: part.is_text):
        run = list(group)
        for part, shown in zip(run, tags.escape_all([part.words for part in run]) if is_text else (), strict=is_text):
            source = text[part.start : part.end]
            yield Piece(PieceKind.TEXT, part.start, part.end, shown, "" if source == shown else source)
        if not is_text:
            yield from (_tag(text, part) for part in run)


def _tag(text: str, part: InlinePart) -> Piece:
    source = text[part.start : part.end]
    name = part.name.removeprefix("/")
    shown, note = f"<{name}>", "" if source[1:-1] == name else source
    if part.kind is PieceKind.CLOSE:
        shown, note = f"</{name}>", ""
    elif part.kind is PieceKind.ALONE and name.lower() not in tags.VOID:
        shown, note = _KEPT, f"kept as it is: {source}"
    return Piece(part.kind, part.start, part.end, shown, source, note)


def _placed(pieces: Sequence[Piece], text: str, position: int, encoding: Encoding) -> Iterator[Piece]:
    """The same in bytes of the file, from this one."""
    for piece in pieces:
        start, position = position, position + len(text[piece.start : piece.end].encode(encoding.name))
        yield piece._replace(start=start, end=position)


def _displays(
    group: Sequence[CuePassage],
    contents: Sequence[Sequence[Sequence[InlinePart]]],
    pieces: Sequence[Piece],
    signs: Counter[int],
) -> Iterator[Display]:
    """When the part of each passage is shown: of the time of a cue, the share that the passage has of its words."""
    first = {content[0][0].start: passage for passage, content in zip(group, contents, strict=True)}
    offset = 0
    for piece in pieces:
        if (passage := first.get(piece.start)) and piece.text != BREAK:
            times, share = passage.cue.times, len(passage.words) / signs[passage.number]
            yield Display(offset, times.begin, times.end, times.seconds * share)
        offset += len(piece.text)
