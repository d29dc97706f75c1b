"""The record of any language, made from the data of CLDR that Babel has.

CLDR has quotation marks, too (delimiters.json), but Babel leaves them out: here there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.languages.plurals import counts, customary, plural_forms
from l10n.languages.record import Language, Months, Tier, Typography

if TYPE_CHECKING:
    from babel import Locale


def record(code: str) -> Language:
    """The language of this code (`fr`, `pt_BR`), of the tier BASIC; without data in CLDR, its name at most."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        name = Locale("en").languages.get(code, code)
        return Language(code=code, name=name, own_name=name, plural_forms=customary(code))
    own_name = locale.get_language_name() or code
    return Language(
        code=code,
        name=locale.get_display_name("en") or code,
        own_name=own_name[0].upper() + own_name[1:],
        plural_forms=customary(code) or plural_forms(locale.plural_form),
        plural_counts=counts(locale.plural_form),
        tier=Tier.BASIC,
        direction=str(locale.text_direction),
        typography=_typography(locale),
        months=Months(names=tuple(locale.months["format"]["wide"].values())),
    )


def region(code: str) -> str:
    """The country with most speakers of a language, as CLDR's likelySubtags.json has it: DE; empty if nobody knows."""
    from babel.core import get_global

    likely: str = get_global("likely_subtags").get(code, "")
    return likely.rpartition("_")[2]


def _typography(locale: Locale) -> Typography:
    symbols = locale.number_symbols["latn"]
    percent = locale.percent_formats[None].pattern  # as "#,##0\xa0%"
    return Typography(
        quotes=(),
        inner=(),
        decimal=symbols["decimal"],
        group=symbols["group"],
        percent=percent.partition("%")[0].rpartition("0")[2],
        dash="",
    )
