"""The pieces of a leaf with no marks but the most usual ones, as most leaves are: made sooner than by way of parts."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.documents.inline.commonmark.events import RawEvent
from l10n.documents.inline.commonmark.usual import WRAP, mark_length, mere_tag, text_start
from l10n.model import Piece, PieceKind

_TEXT, _OPEN, _CLOSE, _ALONE = PieceKind  # looked up once: a member of an enumeration is slow to reach
_NEW = tuple.__new__  # makes a piece in half the time
_EMPHASIS = frozenset(("Strong", "Emphasis", "Strikethrough"))
_BACKSLASH = ord("\\")
_WRITTEN_OUT = frozenset(("Inline", "Reference"))
"""Types of links that say where they lead, or name their definition, in a second pair of brackets."""


def usual_pieces(events: Sequence[RawEvent], data: bytes) -> list[Piece] | None:
    """The pieces of a leaf, none if it has no words; None where it has to be read as parts.

    That is where it has other marks than emphasis, code, links that are written out, and tags that are nested rightly;
    where one is around all of it, and where a link ends after a break. There is an event, and no template expression.
    """
    if len(events) == 1:
        kind, _, value, start, end = events[0]
        if kind == "Text":  # as most cells, items and headings are
            has_words = start < end and any(map(str.isalnum, value))
            return [_piece(_TEXT, text_start(events[0], data), end, data)] if has_words else []
    elif events[0][0] == "Start" and events[0][3:] == events[-1][3:]:
        return None
    pieces: list[Piece] = []
    opened: list[int | str] = []
    """Of what is not yet ended the length of the mark with which it ends, 0 of a link; of a tag its name."""
    begin = position = text_start(events[0], data)  # where a text or break begins, and up to where it is known to go
    has_words = is_break = False
    for event in events:
        kind, name, value, start, end = event
        if kind == "Text":
            if start < end:
                if is_break:
                    first = text_start(event, data) if data[start - 1] == _BACKSLASH else start
                    begin, is_break = _broken(pieces, begin, max(position, first), data), False
                position = end
                has_words = has_words or value[0].isalnum() or any(map(str.isalnum, value))
            continue
        if kind == "SoftBreak":
            if is_break:
                _broken(pieces, begin, position, data)
            elif begin < position:
                pieces.append(_piece(_TEXT, begin, position, data))
            begin, position, is_break = min(position, start), end, True
            continue
        does, before = _ALONE, start
        if kind == "Start":
            if name in _EMPHASIS:
                end = start + mark_length(event, data)
                opened.append(end - start)
            elif name == "Link" and value["link_type"] in _WRITTEN_OUT:
                end = start + 1
                opened.append(0)
            else:
                return None
            does = _OPEN
        elif kind == "End":
            length = opened.pop()
            if isinstance(length, str) or (is_break and not length):
                return None
            does, before = _CLOSE, end - length if length else position
        elif kind == "InlineHtml":
            does, tag = mere_tag(value) or (_TEXT, "")
            if does is _TEXT or (does is _CLOSE and (not opened or opened.pop() != tag)):
                return None
            if does is _OPEN:
                opened.append(tag)
        elif kind != "Code":
            return None
        if is_break:
            begin, is_break = _broken(pieces, begin, max(position, before), data), False
        elif begin < before:
            pieces.append(_piece(_TEXT, begin, before, data))
            has_words = has_words or (position < before and any(map(str.isalnum, data[position:before].decode())))
        pieces.append(_piece(does, before, end, data))
        begin = position = end
    if opened:
        return None
    if is_break:
        _broken(pieces, begin, position, data)
    elif begin < position:
        pieces.append(_piece(_TEXT, begin, position, data))
    return pieces if has_words else []


def _broken(pieces: list[Piece], start: int, end: int, data: bytes) -> int:
    """Add a soft break with all up to what follows: the marks of quotes, and indentation. Where it ends."""
    pieces.append(_NEW(Piece, (_TEXT, start, end, " ", data[start:end].decode(), "")))
    return end


def _piece(kind: PieceKind, start: int, end: int, data: bytes) -> Piece:
    source = data[start:end].decode()
    if "\n" in source or "\r" in source:
        return Piece(kind, start, end, WRAP.sub(" ", source), source)
    return _NEW(Piece, (kind, start, end, source, "", ""))
