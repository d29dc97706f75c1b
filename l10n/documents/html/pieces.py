"""What stands between two borders -> the pieces of a block, as many of them as its sentences need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from l10n.documents.html.elements import RAW, SHOWN
from l10n.documents.html.scanning import Role, Scanned
from l10n.documents.html.tokens import attributes, value
from l10n.documents.inline import tags
from l10n.documents.inline.pairing import paired
from l10n.model import InlinePart, Piece, PieceKind
from l10n.text.lines import one_line

Escape = Callable[[Sequence[str]], list[str]]
_LONGEST_NOTE = 80
_KEPT = "<x/>"
_WHOLE = frozenset(("a",))
"""Elements that translators see even where they are around the whole text: they may lead elsewhere."""


def pieces(text: str, unit: Sequence[Scanned], escape: Escape) -> list[Piece]:
    """The pieces, which count in characters of the text; none if nobody reads anything in it.

    Pairs around the whole, line breaks, pictures and comments before and after it are left outside.
    """
    if not any(scanned.kind is PieceKind.TEXT and any(map(str.isalnum, scanned.words)) for scanned in unit):
        return []
    parts = paired([InlinePart(each.kind, each.start, each.end, each.words, each.token.name) for each in unit])
    kept = _extent(parts, [number for number, scanned in enumerate(unit) if _is_read(scanned)])
    made = [
        (Piece(PieceKind.TEXT, part.start, part.end, part.words) if part.is_text else _tag(text, scanned, part, escape))
        for scanned, part in zip(unit[kept], parts[kept], strict=True)
    ]
    return list(_escaped(text, _stripped(made), escape))


def _is_read(scanned: Scanned) -> bool:
    """It is a part of the sentence."""
    is_shown = scanned.role is Role.TEMPLATE or (scanned.role is Role.KEPT and scanned.token.name not in RAW)
    return (scanned.kind is PieceKind.TEXT or is_shown) and bool(scanned.words.strip())


def _extent(parts: Sequence[InlinePart], read: Sequence[int]) -> slice:
    """From the first to the last part that is read, with both halves of each pair."""
    first, last = read[0], read[-1]
    start, end = first, last
    for number, part in enumerate(parts[: last + 1]):
        if part.kind is PieceKind.OPEN and part.partner >= first:
            begins_before, ends_behind = number < first, part.partner > last
            if begins_before != ends_behind or (begins_before and part.name in _WHOLE):
                start, end = min(start, number), max(end, part.partner)
    return slice(start, end + 1)


def _stripped(made: list[Piece]) -> list[Piece]:
    """Without the white space around them."""
    for index, strip, is_start in ((0, str.lstrip, True), (-1, str.rstrip, False)):
        piece = made[index]
        if piece.kind is PieceKind.TEXT and piece.end - piece.start == len(piece.text):
            words = strip(piece.text)
            cut = len(piece.text) - len(words)
            start, end = (piece.start + cut, piece.end) if is_start else (piece.start, piece.end - cut)
            made[index] = piece._replace(start=start, end=end, text=words)
    return made


def _escaped(text: str, made: Sequence[Piece], escape: Escape) -> Iterator[Piece]:
    for is_text, group in groupby(made, lambda piece: piece.kind is PieceKind.TEXT):
        run = list(group)
        for piece, shown in zip(run, escape([piece.text for piece in run]) if is_text else (), strict=is_text):
            source = text[piece.start : piece.end]
            yield piece._replace(text=shown, source="" if source == shown else source)
        if not is_text:
            yield from run


def _tag(text: str, scanned: Scanned, part: InlinePart, escape: Escape) -> Piece:
    source = text[part.start : part.end]
    shown, note = _shown(scanned, part, escape), ""
    if shown == _KEPT:
        note = f"kept as it is: {_short(source)}"
    elif part.kind is not PieceKind.CLOSE and scanned.role is Role.INLINE:
        note = _note(text, scanned, source)
    return Piece(part.kind, part.start, part.end, shown, source, note)


def _shown(scanned: Scanned, part: InlinePart, escape: Escape) -> str:
    """What translators see of a tag, or of what is kept."""
    name = scanned.token.name
    if scanned.role is Role.TEMPLATE:
        return one_line(scanned.words)
    if scanned.role is Role.KEPT:
        is_shown = name in SHOWN and scanned.words.strip()
        return f"<{name}>{''.join(escape([scanned.words]))}</{name}>" if is_shown else _KEPT
    if not tags.NAME.fullmatch(f"<{name}") or name in SHOWN:
        return _KEPT
    if part.kind is PieceKind.ALONE:
        return f"<{name}>" if name in tags.VOID else _KEPT
    return f"</{name}>" if part.kind is PieceKind.CLOSE else f"<{name}>"


def _note(text: str, scanned: Scanned, source: str) -> str:
    """What the tag is, if it does not say so itself."""
    own = {attribute.name: attribute for attribute in attributes(text, scanned.token)}
    for name, what in (("href", "link to"), ("src", "from")):
        if name in own and (said := value(text, own[name])):
            return f"{what} {_short(said)}"
    return _short(source) if own else ""


def _short(text: str) -> str:
    line = " ".join(re.split(r"\s+", one_line(text[: 4 * _LONGEST_NOTE]))).strip()
    return line if len(line) <= _LONGEST_NOTE else f"{line[: _LONGEST_NOTE - 1]}…"
