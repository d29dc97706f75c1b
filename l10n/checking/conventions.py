"""What a catalogue does throughout, so that a custom is not reported in every entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from l10n.model.kinds import TextKind
from l10n.pairs.pair import Conventions
from l10n.pairs.quotation_custom import QuotationCounts

_PERCENT = re.compile(r"\d([ \u00a0\u202f\u2009]?)%")

_FEW = 3
_SHARE = 20
"""One hyphen for so many dashes is a custom already, more than a few of them given."""


class CustomCounts:
    """Counts the texts that have each form, one after the other: what more have than its rival is the custom."""

    def __init__(self) -> None:
        self.texts = 0
        self._quotations = QuotationCounts()
        self._counts: Counter[str] = Counter()
        self._percent: Counter[str] = Counter()

    def add(self, text: str) -> None:
        """Count a further text."""
        self.texts += 1
        self._quotations.add(text)
        counts = self._counts
        if " - " in text:
            counts[" - "] += 1
        if "—" in text or " – " in text:
            counts["–"] += 1
        if "..." in text:
            counts["..."] += 1
        if "…" in text:
            counts["…"] += 1
        if "  " in text:
            counts["  "] += 1
        if text[:1].islower():
            counts["small"] += 1
        if "%" in text:
            self._percent.update(_PERCENT.findall(text))

    def conventions(self, kind: TextKind = TextKind.PROSE, few: int = _FEW) -> Conventions:
        """The customs so far; rare forms from a few on."""
        counts, percent, quotes = self._counts, self._percent, self._quotations.custom()
        return Conventions(
            straight_quotes=quotes.straight > quotes.others or quotes.is_mixed,
            usual_quotes=quotes.usual,
            hyphen_dashes=counts[" - "] > max(few, counts["–"] // _SHARE),
            straight_dots=counts["..."] > counts["…"],
            double_spaces=counts["  "] > max(_FEW, self.texts // 200),
            small_starts=counts["small"] > max(_FEW, self.texts // _SHARE),
            percent=percent.most_common(1)[0][0] if sum(percent.values()) >= max(few, 1) else None,
            kind=kind,
        )


def conventions(texts: Iterable[str], kind: TextKind = TextKind.PROSE, few: int = _FEW) -> Conventions:
    """The customs of these texts."""
    counts = CustomCounts()
    for text in texts:
        counts.add(text)
    return counts.conventions(kind, few)
