"""Pieces -> what translators see of them: tags of one name that stand for different things get a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.documents.inline.tags import BARE, NAME
from l10n.model import Piece, PieceKind

_BEGINNINGS = ("<", "{")
"""Of tags; a brace begins one in subtitles, and template expressions, which are not shown as tags."""
_CLOSING = re.compile(r"\s*/?>\Z")


def numbered(pieces: Sequence[Piece]) -> list[str]:
    """The text of each piece, as it is in a segment of just these pieces."""
    if not any(piece.source.startswith(_BEGINNINGS) for piece in pieces):
        return [piece.text for piece in pieces]
    originals = list(_originals(pieces))
    variants: dict[str, dict[str, int]] = {}
    for piece, original in zip(pieces, originals, strict=True):
        if original and not piece.text.startswith("</"):
            known = variants.setdefault(_name(piece.text), {})
            known.setdefault(original, len(known) + 1)
    return [
        _with_number(piece.text, variants.get(_name(piece.text), {}), original) if original else piece.text
        for piece, original in zip(pieces, originals, strict=True)
    ]


def explained(pieces: Sequence[Piece], texts: Sequence[str]) -> tuple[str, ...]:
    """What the tags of a segment are, each once: `<a1> = link to https://…`."""
    notes = [f"{text} = {piece.note}" for piece, text in zip(pieces, texts, strict=True) if piece.note]
    return tuple(dict.fromkeys(notes))


def _originals(pieces: Sequence[Piece]) -> Iterator[str]:
    """Of each tag what stands in the file for it, of an end tag what stands for its start tag; empty for the rest.

    An end tag that is shown as a tag alone has no start tag for translators.
    """
    opened: list[str] = []
    for piece in pieces:
        if piece.kind is PieceKind.OPEN:
            opened.append(_original(piece))
        if piece.kind is PieceKind.CLOSE:
            start = opened.pop() if opened else ""
            yield start if piece.text.startswith("</") else _original(piece)
        else:
            yield _original(piece)


def _original(piece: Piece) -> str:
    """The tag in the file, of one that is shown without attributes; `<br>`, `<br />` and `<BR>` are one."""
    if piece.kind is PieceKind.TEXT or not piece.source.startswith(_BEGINNINGS) or not BARE.match(piece.text):
        return ""
    tag = _CLOSING.sub(">", piece.source)
    return tag.lower() if BARE.fullmatch(tag) else tag


def _name(tag: str) -> str:
    match = NAME.match(tag)
    return match["name"] if match else ""


def _with_number(tag: str, variants: dict[str, int], original: str) -> str:
    name = _name(tag)
    if len(variants) < 2 or not name or original not in variants:
        return tag
    start, end = (f"{name}{variants[original]}", f"</{name}>")
    slash = "/" if tag.startswith("</") else ""
    rest = tag[len(f"<{slash}{name}") :]
    return f"<{slash}{start}{rest.removesuffix(end)}{f'</{start}>' if rest.endswith(end) else ''}"
