"""How each language sets its text: quotation marks, numbers, percent, dash, letters.

Numbers and percent are CLDR's, by way of Babel. Babel has no quotation marks: these are from CLDR 47 (delimiters.json);
dashes and the second choice of Azerbaijani are from the style guides named in docs/checks.md.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache

LATIN = frozenset(string.ascii_letters)
CYRILLIC = frozenset(map(chr, range(0x400, 0x530)))

SPACES = "\u00a0\u202f\u2009 "


@dataclass(frozen=True, slots=True)
class Typography:
    """The customs of one language."""

    quotes: tuple[str, ...]
    """Pairs of quotation marks that may stand outside, the usual one first."""
    inner: tuple[str, ...]
    """Pairs that may stand within others, the usual one first."""
    decimal: str
    group: str
    """Characters that may part groups of three digits, the usual one first."""
    percent: str
    """What stands between number and percent sign."""
    dash: str
    """The dash within a sentence, with spaces around it."""
    cyrillic: bool = False
    foreign: frozenset[str] = frozenset()
    """Letters of related languages that this one does not have, lower case."""


_OWN = {
    "de": ("„“ »«", "‚‘ ›‹", "." + SPACES, "–", False, ""),
    "en": ("“”", "‘’", ",", "–", False, "äöüßəığş"),
    "ru": ("«»", "„“ «»", SPACES, "—", True, "іїєґў"),
    "az": ("“” «»", "‘’ “” „“", "." + SPACES, "–", False, "wäß"),
    "uk": ("«»", "„“ «»", SPACES, "—", True, "ыэёъў"),
}
"""Quotation marks outside and within, what may part groups of digits, dash, script, letters of others."""


@cache
def typography(lang: str) -> Typography | None:
    """The customs of this language; None if we do not know them."""
    if lang not in _OWN:
        return None
    outer, inner, groups, dash, cyrillic, foreign = _OWN[lang]
    decimal, group, percent = _cldr(lang)
    return Typography(
        tuple(outer.split()),
        tuple(inner.split()),
        decimal,
        group + groups.replace(group, ""),
        percent,
        dash,
        cyrillic,
        frozenset(foreign),
    )


def _cldr(lang: str) -> tuple[str, str, str]:
    """The decimal mark, the usual mark of groups, and what stands before the percent sign."""
    from babel import Locale

    locale = Locale.parse(lang)
    symbols = locale.number_symbols["latn"]
    percent = locale.percent_formats[None].pattern  # as "#,##0\xa0%"
    return symbols["decimal"], symbols["group"], percent.removesuffix("%").rpartition("0")[2]
