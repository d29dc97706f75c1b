"""Marks and tags in the order of the text -> parts, with a partner for each that has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from l10n.model import InlinePart, PieceKind

_OPEN, _CLOSE = PieceKind.OPEN, PieceKind.CLOSE  # looked up once: members of an enumeration are slow to reach


def paired(parts: Sequence[InlinePart]) -> list[InlinePart]:
    """The parts with each `CLOSE` joined to the last open `OPEN` of its name; whatever has no partner is `ALONE`.

    An `OPEN` within a pair that is closed outside of it has none.
    """
    joined = list(parts)
    opened: list[int] = []
    names: defaultdict[str, int] = defaultdict(int)
    for number, part in enumerate(parts):
        kind = part[0]
        if kind is _OPEN:
            opened.append(number)
            names[part.name] += 1
        elif kind is _CLOSE:
            if names[part.name]:
                other = _popped(joined, opened, names, part.name)
                joined[number], joined[other] = _with(part, other), _with(joined[other], number)
            else:
                joined[number] = _alone(part)
    for number in opened:
        joined[number] = _alone(joined[number])
    return joined


def _popped(parts: list[InlinePart], opened: list[int], names: dict[str, int], name: str) -> int:
    """The last open one of this name; all that was opened after it is alone."""
    while True:
        number = opened.pop()
        names[parts[number].name] -= 1
        if parts[number].name == name:
            return number
        parts[number] = _alone(parts[number])


def _with(part: InlinePart, partner: int) -> InlinePart:
    return InlinePart(part.kind, part.start, part.end, part.words, part.name, partner, part.inner)


def _alone(part: InlinePart) -> InlinePart:
    closing = "/" if part.kind is _CLOSE else ""
    return part._replace(kind=PieceKind.ALONE, name=f"{closing}{part.name}", partner=-1)
