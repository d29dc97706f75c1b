r"""The translation is in another language.

Told by the small words that every sentence has, by the script, and in Azerbaijani by the letters that were lost when
somebody typed without them. Where nothing but the lack of them tells, that is a warning for a long text, a note for a
short one.

Bad:  Das Haus ist groß und die Tür ist offen. | Das Haus ist gross und die Tür ist offen.
Bad ru: Das Haus ist groß und alt. | Будинок великий і старий, але це його дім.
Bad uk: Das Haus ist groß und alt. | Дом большой и старый, но это его дом.
Bad ru: Das Haus ist groß und alt. | The house is big and old.
Bad az: Der Präsident sprach über die Lage. | Prezident olkedeki veziyyet haqqinda danisdi ve suallari dinledi.
Bad az: Reden und Fragen | danisiqlar ve suallar
Bad en-az: The code is ready now. | Der Code ist bereit.
Bad:  Warum schweigt der Minister? | Nazir niyə susur?
Bad:  Die Sitzung beginnt um 14:30 Uhr. | Заседание начнется в 14:30.
Bad uk: Der Liter kostet 2 Euro und mehr. | Литр стоит 2 евро и дороже.
Good: Erdoğan und Əliyev kamen. | Erdoğan and Əliyev came.
Good: Das Haus ist groß und alt. | The house is big and old.
Good: Nürnberg, Köln und Düsseldorf | Nürnberg, Köln and Düsseldorf
Good: Herr Müller trank Glühwein und aß Käsespätzle. | Mr Müller drank Glühwein and ate Käsespätzle.
Good ru: Rücknahme von Beschlüssen | Отмена решений, изменений, ограничений
Good ru: Die alte Ordnung brach zusammen. | Прежний внутренний порядок рухнул.
Good ru: Das Haus ist groß und alt. | Дом большой и старый.
Good az: Der Präsident sprach. | Prezident ölkədəki vəziyyət haqqında danışdı.
Good ru: Munich Cyber Security Conference | Munich Cyber Security Conference
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.evidence import LETTERS, NAMES, likely
from l10n.text.words import listed

SEVERITY = Severity.ERROR

_OWN_LETTERS = frozenset("əığşçöüƏĞŞÇÖÜİ")
_STRIPPED = str.maketrans("əığşçöü", "eigscou")
_STRIPPED_ENDING = re.compile(
    r"\w{2,}(?:[dglrmv]e|[cdgklmnry]ek|[dky]en|ler\w{0,3}|lari\w{0,3}|[^i]rin|[au]\w?inda|indan|masi|sina|mis|liq|[iu]gu|igi)"
)
"""Of Azerbaijani, typed without its letters; with them no word, or a rare one, ends so."""
_LONG, _VERY_LONG = 12, 30
"""Letters of Azerbaijani among which one of its own is to be expected, and is certain."""
_SOME = 3
"""Words of a text in which one tells the language."""
_PARTICLES = frozenset({"de"})
"""Of names: Charles de Gaulle."""
_CYRILLIC_WORD = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]{2,}")


def check(pair: Pair) -> Iterator[Hit]:
    """A finding for the whole text."""
    if pair.typography is None or pair.copied or not pair.target_words:
        return
    if message := _script(pair) or _reads_like(pair):
        yield Hit(message, (0, len(pair.target)))
        return
    without = pair.language == "az" and pair.target_chars.isdisjoint(_OWN_LETTERS) and _typed_without(pair)
    if without is not Severity.ERROR and (message := _alien(pair) or _bare(pair)):
        yield Hit(message, (0, len(pair.target)), severity=Severity.WARNING)
    elif without:
        message = "none of the letters ə ı ğ ş ç ö ü: typed without them?"
        yield Hit(message, (0, len(pair.target)), severity=without)


def _script(pair: Pair) -> str:
    """What is wrong with the alphabet as a whole."""
    if pair.typography and pair.typography.cyrillic:
        if not pair.cyrillic and len(set(filter(_long, pair.target_words)) - set(pair.source_words)) > 1:
            return "no Cyrillic letter in the translation"
    elif pair.cyrillic and _mostly_cyrillic(pair):
        return "the translation is in Cyrillic letters"
    return ""


def _mostly_cyrillic(pair: Pair) -> bool:
    return len(_CYRILLIC_WORD.findall(pair.target_plain)) * 2 > sum(map(_long, pair.target_words))


def _long(word: str) -> bool:
    return len(word) > 1 and word.isalpha()


def _alien(pair: Pair) -> str:
    """Azerbaijani letters in an English word that is no name."""
    if pair.language != "en" or pair.target_chars.isdisjoint(LETTERS["az"]):
        return ""
    strange = (word for word in pair.target_words if not word.istitle() and not LETTERS["az"].isdisjoint(word))
    return f"reads like {NAMES['az']}" if any(word not in pair.source_words for word in strange) else ""


def _bare(pair: Pair) -> str:
    """Without the letters that nearly every text in this language has, a single telling word is enough."""
    own = LETTERS.get(pair.language)
    if own is None or not pair.target_chars.isdisjoint(own):
        return ""
    words = {word for word in pair.target_vocabulary - pair.source_vocabulary if word.isalpha()}
    other = likely(words, pair.language, pair.latin, pair.cyrillic, bare=True) if len(words) >= _SOME else ""
    return f"reads like {NAMES[other]}" if other else ""


def _typed_without(pair: Pair) -> Severity | None:
    """How sure it is that letters are missing, or that this is English; what the source has does not count."""
    small = {word for word in pair.target_words if word.islower() and word not in pair.source_vocabulary}
    length = sum(map(len, small))
    if length <= _LONG:
        return None
    endings = sum(_STRIPPED_ENDING.fullmatch(word) is not None for word in small)
    if endings > 1 or not small.isdisjoint(_stripped_words()):
        return Severity.ERROR
    return Severity.WARNING if endings or length > _VERY_LONG else Severity.INFO


@cache
def _stripped_words() -> frozenset[str]:
    """Small words that lost their letters, but for those that are others then; and those of English."""
    small = listed("az", "function_words")
    english = {word for word in listed("en", "function_words") if len(word) > 2}  # at, in, an are words here, too
    return (frozenset(word.translate(_STRIPPED) for word in small) | english) - small - _PARTICLES


def _reads_like(pair: Pair) -> str:
    """Words that the source has, too, are names or another check's matter."""
    words = pair.target_vocabulary
    if not likely(words, pair.language, pair.latin, pair.cyrillic):  # nearly always, and the source's words take time
        return ""
    known = pair.source_vocabulary
    other = likely(words, pair.language, pair.latin, pair.cyrillic, known)
    if other and other != pair.source_language:
        other = likely(words - known, pair.language, pair.latin, pair.cyrillic)
    return f"reads like {NAMES[other]}" if other else ""
