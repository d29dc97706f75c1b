"""There is no such day, or it is another day of the week.

Nobody knows which of the two is right: look it up. In a translation it is told only if the source does not say the
same.

Bad:  Am 28. Februar | On 30 February
Bad ru: Am 1. Mai | 31 апреля
Bad:  Am 6. Mai 2024 | On Tuesday, May 6, 2024
Bad de-de: | Die Frist endet am 31. November.
Bad de-de: | Montag, den 7. Mai 2024
Good: Am 29. Februar | On 29 February
Good: Am 31. Februar | On 31 February
Good de-de: | Montag, den 6. Mai 2024
Good de-de: | Im Februar kamen 31 Menschen.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.dates import dates, has_points, wrong_weekdays

SEVERITY = Severity.WARNING
ALONE = True

_DIGITS = frozenset("0123456789")


def check(pair: Pair) -> Iterator[Hit]:
    """What the source says, too, is no fault of the translation."""
    if pair.target_chars.isdisjoint(_DIGITS) or not (pair.target_month or has_points(pair.target_plain)):
        return
    hits = list(_wrong(pair))
    if hits and not _is_wrong_already(pair):
        yield from hits


def _wrong(pair: Pair) -> Iterator[Hit]:
    text = pair.target_plain
    for written in dates(text, pair.language):
        if not written.exists:
            yield Hit(f"there is no such day: {text[slice(*written.span)]}", written.span)
    for written, weekday in wrong_weekdays(text, pair.language, pair.target_meanings):
        yield Hit(f"{text[slice(*written.span)]} is another day of the week", (weekday[0], written.span[1]))


def _is_wrong_already(pair: Pair) -> bool:
    text, lang = pair.source_plain, pair.source_language
    if any(not written.exists for written in dates(text, lang)):
        return True
    return any(True for _ in wrong_weekdays(text, lang, pair.source_meanings))
