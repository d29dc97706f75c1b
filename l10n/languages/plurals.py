"""Plural forms as the header of a catalogue states them: `nplurals=2; plural=(n != 1);`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.plural import PluralRule

_COUNT = re.compile(r"nplurals\s*=\s*(\d+)")
_DIGITS = 9
"""More of them are nonsense, and Python reads no more than 4300."""
_NUMBERS = (*range(1000), *range(1000, 10**6, 1000))
"""Integers by which a form is known to be in use; millions, which CLDR tells apart in French, no catalogue does."""
_ONE_FORM = "nplurals=1; plural=0;"
_TAGS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's names of forms, in its order."""


def form_count(plural_forms: str) -> int | None:
    """How many forms a Plural-Forms field states, whatever else is wrong with it; None if it states none."""
    match = _COUNT.search(plural_forms)
    return int(match[1][:_DIGITS]) if match else None


def plural_forms(rule: PluralRule) -> str:
    """The field Plural-Forms with the forms that integers have, in CLDR's order.

    Babel's own `to_gettext` also writes those that nothing but fractions have: a fourth one of Russian.
    """
    from babel.plural import PluralRule, to_gettext

    used = {rule(number) for number in _NUMBERS}
    if len(used) == 1:
        return _ONE_FORM
    rules = rule.rules
    tags = [tag for tag in _TAGS if tag in used]
    # The last form is what remains, whatever CLDR calls it.
    return to_gettext(PluralRule({tag: rules[tag] for tag in tags[:-1]}))
