"""The record of any language, made from the data of CLDR that Babel has, and of some that it leaves out.

`data/cldr/delimiters.tsv` has quotation marks, `data/checked.tsv` the languages that were measured, `data/scripts.tsv`
what is peculiar to a script: no capitals, no spaces between words, characters that stand for several letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from l10n.languages.magnitudes import magnitudes
from l10n.languages.plurals import counts, customary, plural_forms
from l10n.languages.record import Language, Months, Numbers, Script, Segmentation, Tier, Typography

if TYPE_CHECKING:
    from babel import Locale

_SCRIPT = 4
"""Letters of the code of a script."""


def record(code: str) -> Language:
    """The language of this code (`fr`, `pt_BR`), CHECKED or BASIC; without data in CLDR, its name at most."""
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
        tier=Tier.CHECKED if code in _table("checked") else Tier.BASIC,
        direction=str(locale.text_direction),
        script=_script(code),
        typography=_typography(locale),
        numbers=Numbers(magnitudes=magnitudes(locale)),
        segmentation=_segmentation(code),
        months=Months(names=tuple(locale.months["format"]["wide"].values())),
    )


def region(code: str) -> str:
    """The country with most speakers of a language, as CLDR's likelySubtags.json has it: DE; empty if nobody knows."""
    from babel.core import get_global

    likely: str = get_global("likely_subtags").get(code, "")
    return likely.rpartition("_")[2]


@cache
def _table(name: str) -> Mapping[str, tuple[str, ...]]:
    """A table of ours, by the first column."""
    lines = files("l10n.languages").joinpath("data", f"{name}.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: tuple(values) for key, *values in rows}


def _script(code: str) -> Script:
    """What `data/scripts.tsv` says of the language's script; one that is not there is like Latin."""
    from babel.core import get_global

    _, _, tagged = code.partition("_")
    usual: str = get_global("likely_subtags").get(code.partition("_")[0], "__").split("_")[1]
    name = tagged if len(tagged) == _SCRIPT else usual
    if name not in _table("scripts"):
        return Script()
    cased, spaced, letters = _table("scripts")[name]
    return Script(cased=cased == "yes", spaced=spaced == "yes", letters=float(letters))


def _segmentation(code: str) -> Segmentation:
    """The rules that the table has for it, else those of any language."""
    *_, rules = _table("checked").get(code, ("",))
    return Segmentation(rules=tuple(rules.split())) if rules else Segmentation()


def _typography(locale: Locale) -> Typography:
    symbols = locale.number_symbols["latn"]
    percent = locale.percent_formats[None].pattern  # as "#,##0\xa0%"
    code = str(locale)
    marks = _table("cldr/delimiters").get(code) or _table("cldr/delimiters").get(locale.language, ())
    customs = _table("checked").get(code, ("",) * 5)
    return Typography(
        quotes=(*marks[:1], *customs[2].split()),
        inner=(*marks[1:], *customs[2].split()),
        decimal=symbols["decimal"],
        group=symbols["group"],
        percent=percent.partition("%")[0].rpartition("0")[2],
        dash="",
        spaced_marks=customs[3],
    )
