"""What a catalogue does throughout, so that a custom is not reported in every entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from l10n.model.kinds import TextKind
from l10n.pairs.pair import Conventions
from l10n.pairs.quotation_custom import quotation_custom

_PERCENT = re.compile(r"\d([ \u00a0\u202f\u2009]?)%")

_FEW = 3
_SHARE = 20
"""One hyphen for so many dashes is a custom already, more than a few of them given."""


def conventions(texts: Iterable[str], kind: TextKind = TextKind.PROSE, few: int = _FEW) -> Conventions:
    """Count the texts that have each form; what more have than its rival is the custom, rare forms from a few on."""
    counts: Counter[str] = Counter()
    percent: Counter[str] = Counter()
    texts = list(texts)
    quotes = quotation_custom(texts)
    for text in texts:
        counts[" - "] += " - " in text
        counts["–"] += " – " in text or " — " in text or "—" in text
        counts["..."] += "..." in text
        counts["…"] += "…" in text
        counts["  "] += "  " in text
        counts["small"] += text[:1].islower()
        counts["texts"] += 1
        if "%" in text:
            percent.update(_PERCENT.findall(text))
    return Conventions(
        straight_quotes=quotes.straight > quotes.others or quotes.is_mixed,
        usual_quotes=quotes.usual,
        hyphen_dashes=counts[" - "] > max(few, counts["–"] // _SHARE),
        straight_dots=counts["..."] > counts["…"],
        double_spaces=counts["  "] > max(_FEW, counts["texts"] // 200),
        small_starts=counts["small"] > max(_FEW, counts["texts"] // _SHARE),
        percent=percent.most_common(1)[0][0] if sum(percent.values()) >= max(few, 1) else None,
        kind=kind,
    )
