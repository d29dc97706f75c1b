"""The words for powers of ten, out of the short ways in which CLDR has large numbers: 3 mln, 3 millones, 3万."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_FORM = re.compile(r"(0+)[\s\u200f]*(\D+)")
_SHORT = 3
"""Letters of a word that others may begin with: mil, milagro."""


def magnitudes(locale: Locale) -> Mapping[int, str]:
    """A pattern a power, the largest first: what is a word of one may begin those of a larger one (mil millones)."""
    words: defaultdict[int, set[str]] = defaultdict(set)
    for by_form in locale.compact_decimal_formats.values():
        for by_number in by_form.values():
            for number, pattern in by_number.items():
                if form := _FORM.fullmatch(pattern.pattern.replace("'", "").strip()):
                    words[len(number) - len(form[1])].add(form[2].rstrip(". \u00a0"))
    return {power: "|".join(map(_pattern, sorted(words[power], key=_longest))) for power in sorted(words, reverse=True)}


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word


def _pattern(word: str) -> str:
    ends = r"(?!\w)" if len(word) <= _SHORT and word.isascii() else ""
    return re.escape(word).replace(r"\ ", r"\s").replace("\u00a0", r"\s") + ends
