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
Bad en-ru: Not only the boat, but the harbour, too | Только лодка, но и гавань
Good en-ru: Do not close it until it is empty. | Закройте, только когда станет пусто.
Bad en-uk: There is no light here. | Тут горить світло.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks import Hit
from l10n.languages import record
from l10n.languages.record import Negation
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.lazy import contains_any

SEVERITY = Severity.INFO
NEEDS = ("negation",)


def check(pair: Pair) -> Iterator[Hit]:
    """Words that are sure to negate in the source; anything that may mean no in the translation."""
    said, told = record(pair.source_language).negation, record(pair.language).negation
    if not (said.sure and told.possible and contains_any(pair.source_lower, said.parts)):
        return
    match = _first(said.sure, pair.source_lower) or _not_only(pair, said, told)
    if match and not _first(told.possible, pair.target_lower):
        yield Hit(f"the negation may be lost: “{match[0]}”", source_span=match.span())


def _not_only(pair: Pair, said: Negation, told: Negation) -> re.Match[str] | None:
    """Not only, where the translation says only; it may say both … and as well."""
    match = _first(said.not_only, pair.source_lower)
    return match if match and _first(told.only, pair.target_lower) else None


def _first(pattern: str, text: str) -> re.Match[str] | None:
    """The first match; None of an empty pattern."""
    return _compiled(pattern).search(text) if pattern else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
