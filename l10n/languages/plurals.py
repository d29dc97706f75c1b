"""Plural forms as the header of a catalogue states them: `nplurals=2; plural=(n != 1);`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.languages import plural_rules

if TYPE_CHECKING:
    from babel.plural import PluralRule

_COUNT = re.compile(r"nplurals\s*=\s*(\d+)")
_DIGITS = 9
"""More of them are nonsense, and Python reads no more than 4300."""
_NUMBERS = (*range(1000), *range(1000, 10**6, 1000))
"""Integers by which a form is known to be in use; millions, which CLDR tells apart in French, no catalogue does."""
_SHORT = {"n==1": "n != 1", "n==0 || n==1": "n > 1"}
"""Of two forms, the condition of the first, and gettext's expression for the other."""
_TAGS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's names of forms, in its order."""
_CUSTOM = {
    "nplurals=1; plural=0;": "ja ko vi",
    "nplurals=2; plural=(n != 1);": "bg ca da de el en eo es et fi fo he hu it nb nl nn no pt sv",
    "nplurals=2; plural=(n > 1);": "fr pt_BR",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);": "lv",
    "nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;": "ga",
    "nplurals=3; plural=n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2;": "ro",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);": "lt",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);": (
        "be hr ru sr uk"
    ),
    "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;": "cs sk",
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);": "pl",
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);": "sl",
}
"""What msginit writes (plural-table.c of gettext): translators and editors know these by sight."""
_BY_CODE = {code: forms for forms, codes in _CUSTOM.items() for code in codes.split()}


def form_count(plural_forms: str) -> int | None:
    """How many forms a Plural-Forms field states, whatever else is wrong with it; None if it states none."""
    match = _COUNT.search(plural_forms)
    return int(match[1][:_DIGITS]) if match else None


def customary(code: str) -> str:
    """The field as gettext writes it for this language; empty if it does not know the language."""
    return _BY_CODE.get(code, "")


def counts(rule: PluralRule) -> tuple[int, ...]:
    """How many forms programs may count: those of integers, with millions, and with fractions."""
    return tuple(dict.fromkeys((len(_used(rule)), len({"other", *rule.tags}))))


def plural_forms(rule: PluralRule) -> str:
    """The field Plural-Forms with the forms that integers have, in CLDR's order.

    Babel's own `to_gettext` also writes those that nothing but fractions have: a fourth one of Russian.
    """
    tags = _used(rule)
    if len(tags) == 1:
        return "nplurals=1; plural=0;"
    # The last form is what remains, whatever CLDR calls it.
    conditions = [plural_rules.condition(rule, tag) for tag in tags[:-1]]
    chosen = "".join(f"{condition} ? {form} : " for form, condition in enumerate(conditions))
    expression = _SHORT.get(conditions[0], "") if len(tags) == 2 else ""
    return f"nplurals={len(tags)}; plural=({expression or f'{chosen}{len(tags) - 1}'});"


def _used(rule: PluralRule) -> list[str]:
    used = {rule(number) for number in _NUMBERS}
    return [tag for tag in _TAGS if tag in used]
