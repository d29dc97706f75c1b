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


def quotation_custom(texts: Iterable[str]) -> QuotationCustom:
    """Count the texts that have each mark."""
    counts: Counter[str] = Counter()
    others = total = 0
    for text in texts:
        marks = [mark for mark in MARKS if mark in text]
        counts.update(marks)
        typographic = any(mark in DOUBLE and mark != STRAIGHT for mark in marks)
        others += typographic
        total += typographic or STRAIGHT in marks
    usual = frozenset(mark for mark, count in counts.items() if count > max(_FEW, total // _SHARE))
    return QuotationCustom(counts[STRAIGHT], others, usual)
