"""A negation may be lost: the source says no, and the translation seems not to.

Read both: a lost “not” turns the meaning round, and nothing else shows it. Many things can be said the other way about
(not often, seldom), so this is a note.

Bad:  Sie wird das niemals annehmen. | She will accept that.
Bad ru: Sie wird das niemals annehmen. | Она это примет.
Bad en-de: They do not sail today. | Sie segeln heute.
Good: Das stimmt nicht. | That is false and untrue.
Good ru: Sie kamen nicht. | Они не пришли.
Good az: Er kam nicht. | O gəlmədi.
Good: Nicht nur das Boot, sondern auch der Hafen | Both the boat and the harbour
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks import Hit
from l10n.languages import record
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SEVERITY = Severity.INFO
NEEDS = ("negation",)


def check(pair: Pair) -> Iterator[Hit]:
    """Words that are sure to negate in the source; anything that may mean no in the translation."""
    sure, possible = (
        _pattern(record(pair.source_language).negation.sure),
        _pattern(record(pair.language).negation.possible),
    )
    if sure is None or possible is None:
        return
    match = sure.search(pair.source_lower)
    if match and not possible.search(pair.target_lower):
        yield Hit(f"the negation may be lost: “{match[0]}”", source_span=match.span())


@cache
def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(text) if text else None
