"""Texts without inline elements: all is words."""

from __future__ import annotations

from l10n.model import InlinePart, PieceKind


def parse(text: str) -> tuple[InlinePart, ...]:
    """The whole text as one part; none of an empty one."""
    return (InlinePart(PieceKind.TEXT, 0, len(text), text),) if text else ()


def escape(words: str, after: str = "") -> str:  # noqa: ARG001  # nothing depends on it
    """The words as they are."""
    return words
