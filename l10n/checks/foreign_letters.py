"""A word has letters that the language does not have.

Russian has no і, ї, є, ґ; Ukrainian no ы, э, ё, ъ; Azerbaijani no w and no Cyrillic letter. Such words are left over
from another language; in a name that is quoted as it is the letter may be right.

Bad uk: Das war gut. | Это было добре.
Bad ru: Die Ukraine und Russland | Украина і Россия
Bad az: Der Präsident von Kasachstan | Qazaxıstan президенти
Good uk: Das war gut. | Це було добре.
Good az: Washington | Washington
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.typography import CYRILLIC, typography

SEVERITY = Severity.ERROR

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SHOWN = 5


def check(pair: Pair) -> Iterator[Hit]:
    """Words with such letters, unless the source has the same word."""
    strange = _strange(pair.language)
    if not pair.cyrillic if strange is CYRILLIC else pair.target_chars.isdisjoint(strange):
        return
    words = [match for match in _WORD.finditer(pair.target_plain) if _telling(match[0], strange, pair)]
    if words:
        letters = dict.fromkeys(letter for word in words for letter in word[0] if letter in strange)
        shown = ", ".join(f"“{word[0]}”" for word in words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
        yield Hit(f"{shown}: no {' '.join(letters)} in this language", words[0].span())


@cache
def _strange(lang: str) -> frozenset[str]:
    """For Latin scripts Cyrillic as a whole; foreign Latin letters are in names, and a matter of another check."""
    customs = typography(lang)
    if customs is None:
        return frozenset()
    return customs.foreign | frozenset(map(str.upper, customs.foreign)) if customs.cyrillic else CYRILLIC


def _telling(word: str, strange: frozenset[str], pair: Pair) -> bool:
    """Words with both scripts are the matter of another check."""
    if strange.isdisjoint(word) or word.lower() in pair.source_lower:
        return False
    return strange is not CYRILLIC or all(letter in CYRILLIC or not letter.isalpha() for letter in word)
