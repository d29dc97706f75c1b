"""A text as words and numbered codes: a mark or tag has the same number in source and translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
        seen: Counter[tuple[bool, str]] = Counter()
        opened: dict[int, int] = {}
        result = []
        for index, part in enumerate(parts):
            if part.is_text:
                result.append(Coded(PieceKind.TEXT, text[part.start : part.end]))
                continue
            if part.kind is PieceKind.CLOSE:
                number = opened[part.partner]
            else:
                number = opened[index] = self._number(part.kind is PieceKind.OPEN, part.name, seen)
            end = _first(text, parts[part.partner]) if part.kind is PieceKind.OPEN else ""
            result.append(Coded(part.kind, _first(text, part), number, end, part.name))
            result += self._rest(text, part, seen)
        return result

    def _number(self, paired: bool, name: str, seen: Counter[tuple[bool, str]]) -> int:
        """That of the next code of this name."""
        known = paired, inline.structural(name)
        seen[known] += 1
        return self._numbers.setdefault((*known, seen[known]), len(self._numbers) + 1)

    def _rest(self, text: str, part: InlinePart, seen: Counter[tuple[bool, str]]) -> Iterator[Coded]:
        """The words within a mark, as the title of a link, and what stands between and behind them."""
        ends = [*(span[0] for span in part.inner[1:]), part.end]
        for span, after in zip(part.inner, ends, strict=False):  # most marks have none
            yield Coded(PieceKind.TEXT, text[span[0] : span[1]])
            raw = text[span[1] : after]
            if raw:
                yield Coded(PieceKind.ALONE, raw, self._number(False, f"{part.name} after", seen), name=part.name)


def _first(text: str, part: InlinePart) -> str:
    """What stands before the words within a mark; all of one without such."""
    return text[part.start : part.inner[0][0] if part.inner else part.end]
