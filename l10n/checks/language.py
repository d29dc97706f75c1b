r"""The translation is in another language.

Told by the small words that every sentence has, by the script, and in Azerbaijani by the letters that were lost when
somebody typed without them.

Bad:  Das Haus ist groß und die Tür ist offen. | Das Haus ist gross und die Tür ist offen.
Bad ru: Das Haus ist groß und alt. | Будинок великий і старий, але це його дім.
Bad uk: Das Haus ist groß und alt. | Дом большой и старый, но это его дом.
Bad ru: Das Haus ist groß und alt. | The house is big and old.
Bad az: Der Präsident sprach über die Lage. | Prezident olkedeki veziyyet haqqinda danisdi ve suallari dinledi.
Good: Das Haus ist groß und alt. | The house is big and old.
Good ru: Das Haus ist groß und alt. | Дом большой и старый.
Good az: Der Präsident sprach. | Prezident ölkədəki vəziyyət haqqında danışdı.
Good ru: Munich Cyber Security Conference | Munich Cyber Security Conference
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from l10n.checks import Hit
from l10n.linguistics.pair import Pair
from l10n.linguistics.typography import CYRILLIC, LATIN
from l10n.linguistics.words import listed
from l10n.model import Severity

SEVERITY = Severity.ERROR

_NAMES = {"de": "German", "en": "English", "ru": "Russian", "az": "Azerbaijani", "uk": "Ukrainian", "tr": "Turkish"}
_ENOUGH = 3
"""So many small words of another language, and more than twice as many as of its own."""
_OWN_LETTERS = frozenset("əığşçöüƏIĞŞÇÖÜİ") - frozenset("I")
_LETTERS = re.compile(r"[^\W\d_]")
_LONG = 35
"""Letters of Azerbaijani among which there is at least one of its own."""


def check(pair: Pair) -> Iterator[Hit]:
    """A finding for the whole text."""
    if pair.typography is None or len(pair.target_words) < 3 or pair.target == pair.source:
        return
    end = len(pair.target)
    if pair.typography.cyrillic and pair.target_chars.isdisjoint(CYRILLIC):
        if re.search(r"(?<!\w)[a-zäöüəığşç]{2,}(?!\w).*(?<!\w)[a-zäöüəığşç]{2,}(?!\w)", pair.target_plain):
            yield Hit("no Cyrillic letter in the translation", (0, end))
        return
    if other := _other(pair):
        yield Hit(f"reads like {_NAMES[other]}", (0, end))
    elif pair.language == "az" and pair.target_chars.isdisjoint(_OWN_LETTERS) and _typed_without(pair):
        yield Hit("none of the letters ə ı ğ ş ç ö ü: typed without them?", (0, end))


def _typed_without(pair: Pair) -> bool:
    """Long enough to need them, and no list of names."""
    return len(_LETTERS.findall(pair.target_plain)) > _LONG and sum(map(str.islower, pair.target_words)) > _ENOUGH


def _other(pair: Pair) -> str:
    """The language whose small words prevail; empty if it is the right one, or nobody can tell."""
    own = len(pair.target_vocabulary & listed(pair.language, "function_words"))
    best, most = "", 0
    for other, words in _others(pair.language, not pair.target_chars.isdisjoint(LATIN)):
        found = len(pair.target_vocabulary & words)
        if found > most:
            best, most = other, found
    enough = _ENOUGH if own or len(pair.target_words) > 8 else _ENOUGH - 1
    return best if most >= enough and most > 2 * own else ""


@lru_cache
def _others(lang: str, latin: bool) -> tuple[tuple[str, frozenset[str]], ...]:
    """Words that only the other language has; without Latin letters only languages in Cyrillic come into question."""
    own = listed(lang, "function_words")
    others = [other for other in _NAMES if other != lang and (latin or other in ("ru", "uk"))]
    return tuple((other, listed(other, "function_words") - own) for other in others)
