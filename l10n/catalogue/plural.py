"""Which form of a plural entry stands for which numbers: the header's Plural-Forms, read.

Source: GNU gettext manual, "Plural forms".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from gettext import c2py

_PLURAL_FORMS = re.compile(r"nplurals\s*=\s*(\d{1,3})\s*;(?:\s*plural\s*=\s*([^;]*))?")
_NUMBERS = range(1000)
_MOST = 10
"""No language has more than six."""
_OFTEN = 5
"""Numbers of a form from which gettext asks it to have the placeholder of the number."""


@dataclass(frozen=True, slots=True)
class PluralForms:
    """How many forms there are, and which of them is the singular."""

    count: int
    singular: int | None
    """The form that 1 takes; None if it is the only one and has to do for all numbers."""
    exact: bool
    """No other number takes it: in Russian, 21 and 31 do."""
    often: bool = False
    """Many others take it, so that it has to show which: more than the 0 that takes it in French."""


def read(value: str) -> PluralForms | None:
    """What a Plural-Forms field says; None for an empty one, a template's `nplurals=INTEGER`, or nonsense."""
    match = _PLURAL_FORMS.search(value)
    if not match or not 1 <= int(match[1]) <= _MOST:
        return None
    count = int(match[1])
    if count == 1:
        return PluralForms(1, None, exact=False)
    try:
        rule = c2py((match[2] or "").strip())
        singular = rule(1)
        times = sum(rule(number) == singular for number in _NUMBERS)
    except (ValueError, ZeroDivisionError):
        return PluralForms(count, 0, exact=False)
    return PluralForms(count, singular, exact=times == 1, often=times >= _OFTEN)


def examples(value: str, most: int = 3) -> tuple[str, ...]:
    """The numbers of each form, as `1, 21, 31`; empty strings for forms of none, () if the field says nothing."""
    match, forms = _PLURAL_FORMS.search(value), read(value)
    if not match or forms is None:
        return ()
    try:
        rule = c2py((match[2] or "0").strip())
        numbers = [[number for number in _NUMBERS if rule(number) == form][:most] for form in range(forms.count)]
    except (ValueError, ZeroDivisionError):
        return ("",) * forms.count
    return tuple(", ".join(map(str, some)) for some in numbers)
