"""A text as words and numbered codes: a mark or tag has the same number in source and translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from l10n.documents import inline
from l10n.model import Entry, InlinePart, PieceKind

_Occurrence = tuple[bool, str, int]
"""Is it a pair, its name, how many of that name were before it."""


@dataclass(frozen=True, slots=True)
class Coded:
    """Words, or one mark or tag."""

    kind: PieceKind
    text: str
    """As it stands in the text, escapes included."""
    number: int = 0
    """The same for both parts of a pair; 0 for words."""
    end: str = ""
    """How the other part of a pair stands in the text."""
    name: str = ""


@dataclass(slots=True)
class CodeNumbers:
    """The numbers of a unit's codes, in the order of the source."""

    _numbers: dict[_Occurrence, int] = field(default_factory=dict)

    def coded(self, entry: Entry, text: str) -> list[Coded]:
        """The text in parts; codes that the source does not have get the next numbers."""
        form = inline.markup_of(entry)
        if form is None:
            return [Coded(PieceKind.TEXT, text)] if text else []
        parts = form.parse(text)
        numbers = dict(self._numbered(parts))
        return [self._coded(text, parts, index, numbers) for index in range(len(parts))]

    def _numbered(self, parts: tuple[InlinePart, ...]) -> Iterator[tuple[int, int]]:
        seen: Counter[tuple[bool, str]] = Counter()
        for index, part in enumerate(parts):
            if part.kind in {PieceKind.OPEN, PieceKind.ALONE}:
                paired, name = part.kind is PieceKind.OPEN, inline.structural(part.name)
                occurrence = paired, name, seen[paired, name]
                seen[paired, name] += 1
                yield index, self._numbers.setdefault(occurrence, len(self._numbers) + 1)

    def _coded(self, text: str, parts: tuple[InlinePart, ...], index: int, numbers: Mapping[int, int]) -> Coded:
        part = parts[index]
        raw = text[part.start : part.end]
        if part.is_text:
            return Coded(PieceKind.TEXT, raw)
        if part.kind is PieceKind.ALONE:
            return Coded(part.kind, raw, numbers[index], name=part.name)
        other = parts[part.partner]
        first = index if part.kind is PieceKind.OPEN else part.partner
        return Coded(part.kind, raw, numbers[first], text[other.start : other.end], part.name)
