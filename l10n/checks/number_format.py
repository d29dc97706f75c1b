"""A number is written in another language's way.

German 1.234,5 is 1,234.5 in English and 1 234,5 in Russian and Ukrainian, with a no-break space. “1.234” in an English
text is a little more than one.

Bad:  Er zahlte 1.234 Euro. | He paid 1.234 euros.
Bad:  Er zahlte 3,50 Euro. | He paid 3,50 euros.
Bad ru: Er zahlte 1.234,50 Euro. | Он заплатил 1.234,50 евро.
Good: Er zahlte 1.234,50 Euro. | He paid 1,234.50 euros.
Good ru: Er zahlte 1.234,50 Euro. | Он заплатил 1⍽234,50 евро.
Good: Version 1.2.3 | Version 1.2.3
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.linguistics.numbers import Number
from l10n.linguistics.pair import Pair
from l10n.model import Severity

SAFE = True
SEVERITY = Severity.WARNING

_MARKS = frozenset(".,")
_MARKED = re.compile(r"\d[.,]\d")
_DIGITS = frozenset("0123456789")


def check(pair: Pair) -> Iterator[Hit]:
    """Numbers that mean the source's only if read in another way than the language reads them."""
    if pair.typography is None or pair.target_chars.isdisjoint(_DIGITS) or not _MARKED.search(pair.target_plain):
        return
    found = [one for one in pair.target_numbers if one.loose and _figure(one, pair)]
    if not found:
        return
    source = {one.values[0]: one for one in pair.source_numbers if len(one.values) == 1}
    for number in found:
        twin = next((source[value] for value in number.loose if value in source), None)
        if twin is not None and source.keys().isdisjoint(number.values):
            new = _written(twin.text, pair)
            if new and new != number.text:
                edit = (*number.span, new)
                yield Hit(
                    f"“{number.text}” is written in another language's way: {new}", number.span, twin.span, (edit,)
                )


def _figure(number: Number, pair: Pair) -> bool:
    """With marks, and no name like 802.11n."""
    end = number.span[1]
    return not _MARKS.isdisjoint(number.text) and not pair.target_plain[end : end + 1].isalpha()


def _written(figure: str, pair: Pair) -> str:
    """The source's figure as the language of the translation writes it; empty if it has other marks than usual."""
    from l10n.linguistics.typography import TYPOGRAPHY

    old, new = TYPOGRAPHY.get(pair.source_language), pair.typography
    if old is None or new is None:
        return ""
    whole, mark, fraction = figure.partition(old.decimal)
    digits = "".join(filter(str.isdigit, whole))
    groups = whole != digits
    if groups:
        whole = f"{int(digits):,}".replace(",", new.group[0])
    return whole + (new.decimal + fraction if mark else "")
