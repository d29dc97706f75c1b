"""The languages l10n knows: names for people, Plural-Forms for PO headers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.errors import L10nError

_TWO_FORMS = "nplurals=2; plural=(n != 1);"
_THREE_FORMS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"

_COUNT = re.compile(r"nplurals\s*=\s*(\d+)")
_DIGITS = 9
"""More of them are nonsense, and Python reads no more than 4300."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language; `plural_forms` as in gettext's plural-table.c (az, missing there, as in Weblate's data)."""

    code: str
    name: str
    plural_forms: str


LANGUAGES = {
    language.code: language
    for language in (
        Language("de", "German", _TWO_FORMS),
        Language("en", "English", _TWO_FORMS),
        Language("ru", "Russian", _THREE_FORMS),
        Language("az", "Azerbaijani", _TWO_FORMS),
        Language("uk", "Ukrainian", _THREE_FORMS),
    )
}


def form_count(plural_forms: str) -> int | None:
    """How many forms a Plural-Forms field states, whatever else is wrong with it; None if it states none."""
    match = _COUNT.search(plural_forms)
    return int(match[1][:_DIGITS]) if match else None


def base(lang: str) -> str:
    """The language without its country or script: `pt` of `pt_BR`."""
    return re.split(r"[_@.-]", lang.strip())[0].lower()


def language(code: str) -> Language:
    """The language of this ISO 639-1 code; L10nError names the known codes."""
    try:
        return LANGUAGES[code]
    except KeyError:
        known = ", ".join(LANGUAGES)
        raise L10nError(f"unknown language '{code}'", f"known languages: {known}") from None


def name_of(code: str) -> str:
    """What a language is called in English, also one that we know nothing else of; the code if nobody knows it."""
    if code in LANGUAGES:
        return LANGUAGES[code].name
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code.replace("-", "_")).get_display_name("en") or code
    except (ValueError, UnknownLocaleError):
        return code


def own_name(code: str) -> str:
    """What the language calls itself, as a heading has it; the code if it has no name there."""
    from babel import Locale

    name = Locale.parse(code).get_language_name() or code
    return name[0].upper() + name[1:]


def direction_of(code: str) -> str:
    """`ltr` or `rtl`, as CLDR has it; `ltr` for a language that nobody knows."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(code.replace("-", "_")).text_direction)
    except (ValueError, UnknownLocaleError):
        return "ltr"
