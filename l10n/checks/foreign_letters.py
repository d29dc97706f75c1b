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

from l10n.checks import Hit
from l10n.linguistics.pair import Pair
from l10n.linguistics.typography import CYRILLIC, TYPOGRAPHY
from l10n.model import Severity

SEVERITY = Severity.ERROR

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_STRANGE = {lang: one.foreign | frozenset(map(str.upper, one.foreign)) for lang, one in TYPOGRAPHY.items()}
_GERMAN_LEFT = frozenset("ß")


def check(pair: Pair) -> Iterator[Hit]:
    """Words with such letters, unless the source has the same word."""
    if pair.typography is None:
        return
    strange = _strange(pair.language)
    if pair.target_chars.isdisjoint(strange):
        return
    for match in _WORD.finditer(pair.target_plain):
        letters = [letter for letter in match[0] if letter in strange]
        if letters and match[0].lower() not in pair.source_lower and _telling(match[0], pair):
            message = f"“{match[0]}”: no {' '.join(dict.fromkeys(letters))} in this language"
            yield Hit(message, match.span())


def _strange(lang: str) -> frozenset[str]:
    """For Latin scripts Cyrillic as a whole."""
    return _STRANGE[lang] if TYPOGRAPHY[lang].cyrillic else CYRILLIC


def _telling(word: str, pair: Pair) -> bool:
    """A mixed word is the matter of another check; Latin names in Cyrillic text have their own letters."""
    return pair.typography is not None and (pair.typography.cyrillic or all(letter in CYRILLIC for letter in word))
