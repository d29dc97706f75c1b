"""Marks and tags in the order of the text -> parts, with a partner for each that has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from l10n.model import InlinePart, PieceKind


def paired(parts: Sequence[InlinePart]) -> tuple[InlinePart, ...]:
    """The parts with each `CLOSE` joined to the last open `OPEN` of its name; whatever has no partner is `ALONE`.

    An `OPEN` within a pair that is closed outside of it has none.
    """
    partners: dict[int, int] = {}
    opened: list[int] = []
    names: Counter[str] = Counter()
    for number, part in enumerate(parts):
        if part.kind is PieceKind.OPEN:
            opened.append(number)
            names[part.name] += 1
        elif part.kind is PieceKind.CLOSE and names[part.name]:
            other = _popped(parts, opened, names, part.name)
            partners |= {number: other, other: number}
    if not opened and not partners:
        return tuple(_alone(part) if part.kind is PieceKind.CLOSE else part for part in parts)
    return tuple(_with(part, partners.get(number, -1)) for number, part in enumerate(parts))


def _popped(parts: Sequence[InlinePart], opened: list[int], names: Counter[str], name: str) -> int:
    """The last open one of this name, with all that was opened after it."""
    while True:
        number = opened.pop()
        names[parts[number].name] -= 1
        if parts[number].name == name:
            return number


def _with(part: InlinePart, partner: int) -> InlinePart:
    if part.kind not in {PieceKind.OPEN, PieceKind.CLOSE}:
        return part
    if partner < 0:
        return _alone(part)
    return InlinePart(part.kind, part.start, part.end, part.words, part.name, partner, part.inner)


def _alone(part: InlinePart) -> InlinePart:
    closing = "/" if part.kind is PieceKind.CLOSE else ""
    return replace(part, kind=PieceKind.ALONE, name=f"{closing}{part.name}")
