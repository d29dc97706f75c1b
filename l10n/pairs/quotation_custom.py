"""Which quotation marks a catalogue has throughout, whatever those of its language are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from l10n.pairs.quotation import DOUBLE, MARKS, STRAIGHT

_FEW = 3
_MANY = 5
"""A kind that one of so many texts with quotation marks has is usual, beside another one."""
_SHARE = 20
"""The same for a single mark."""


@dataclass(frozen=True, slots=True)
class QuotationCustom:
    """How many texts have quotation marks of each kind, and which marks are usual."""

    straight: int
    others: int
    usual: frozenset[str]

    @property
    def is_mixed(self) -> bool:
        """Straight marks and others are both usual."""
        fewer = min(self.straight, self.others)
        return fewer >= _FEW and fewer * _MANY >= self.straight + self.others


class QuotationCounts:
    """In how many texts each mark is, one text after the other."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._others = self._total = 0

    def add(self, text: str) -> None:
        """Count a further text."""
        marks = [mark for mark in MARKS if mark in text]
        if not marks:
            return
        self._counts.update(marks)
        typographic = any(mark in DOUBLE and mark != STRAIGHT for mark in marks)
        self._others += typographic
        self._total += typographic or STRAIGHT in marks

    def custom(self) -> QuotationCustom:
        """What they show so far."""
        least = max(_FEW, self._total // _SHARE)
        usual = frozenset(mark for mark, count in self._counts.items() if count > least)
        return QuotationCustom(self._counts[STRAIGHT], self._others, usual)


def quotation_custom(texts: Iterable[str]) -> QuotationCustom:
    """Count the texts that have each mark."""
    counts = QuotationCounts()
    for text in texts:
        counts.add(text)
    return counts.custom()
