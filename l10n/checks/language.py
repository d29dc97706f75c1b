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

from l10n.checks import Hit
from l10n.linguistics.evidence import NAMES, likely
from l10n.linguistics.pair import Pair
from l10n.linguistics.typography import CYRILLIC, LATIN
from l10n.model import Severity

SEVERITY = Severity.ERROR

_OWN_LETTERS = frozenset("əığşçöüƏĞŞÇÖÜİ")
_LETTERS = re.compile(r"[^\W\d_]")
_LONG = 12
"""Letters of Azerbaijani among which there is at least one of its own."""
_CYRILLIC_WORD = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]{2,}")


def check(pair: Pair) -> Iterator[Hit]:
    """A finding for the whole text."""
    if pair.typography is None or pair.target == pair.source or not pair.target_words:
        return
    if message := _script(pair) or _reads_like(pair):
        yield Hit(message, (0, len(pair.target)))


def _script(pair: Pair) -> str:
    """What is wrong with the alphabet as a whole."""
    if pair.typography and pair.typography.cyrillic:
        if (
            pair.target_chars.isdisjoint(CYRILLIC)
            and len(set(filter(_long, pair.target_words)) - set(pair.source_words)) > 1
        ):
            return "no Cyrillic letter in the translation"
    elif not pair.target_chars.isdisjoint(CYRILLIC):
        if len(_CYRILLIC_WORD.findall(pair.target_plain)) * 2 > len(pair.target_words):
            return "the translation is in Cyrillic letters"
    elif pair.language == "az" and pair.target_chars.isdisjoint(_OWN_LETTERS) and _typed_without(pair):
        return "none of the letters ə ı ğ ş ç ö ü: typed without them?"
    return ""


def _long(word: str) -> bool:
    return len(word) > 1 and word.isalpha()


def _typed_without(pair: Pair) -> bool:
    """Long enough to need them, and no list of names."""
    small = [word for word in pair.target_words if word.islower() and word not in pair.source_plain]
    return sum(map(len, small)) > _LONG


def _reads_like(pair: Pair) -> str:
    """Words that the source has, too, are names or another check's matter."""
    latin, cyrillic = not pair.target_chars.isdisjoint(LATIN), not pair.target_chars.isdisjoint(CYRILLIC)
    other = likely(pair.target_vocabulary, pair.language, latin, cyrillic)
    if other and other != pair.source_language:
        other = likely(pair.target_vocabulary - pair.source_vocabulary, pair.language, latin, cyrillic)
    return f"reads like {NAMES[other]}" if other else ""
