r"""The translation is in another language.

Told by the small words that every sentence has, by the script, and in Azerbaijani by the letters that were lost when
somebody typed without them. Where nothing but the lack of them tells, that is a warning for a long text, a note for a
short one. Commands and short messages of programs tell less: there all of it is one degree less grave.

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
from l10n.languages import PIVOT, record
from l10n.languages.record import Retyped
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.evidence import letters_of, likely, looks
from l10n.text.words import listed

SEVERITY = Severity.ERROR
NEEDS = ("evidence",)

_SOME = 3
"""Words of a text in which one tells the language."""
_SHORT = 4
"""Letters of most abbreviations."""
_CYRILLIC_WORD = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]{2,}")


def check(pair: Pair) -> Iterator[Hit]:
    """A finding for the whole text."""
    if pair.copied or pair.verbatim or not pair.target_words:
        return
    technical = pair.kind.is_technical
    if message := _script(pair) or _reads_like(pair):
        yield Hit(message, (0, len(pair.target)), severity=Severity.WARNING if technical else None)
        return
    evidence = record(pair.language).evidence
    retyped = evidence.retyped if evidence else None
    without = _typed_without(pair, retyped) if retyped else None
    if without is not Severity.ERROR and (message := _alien(pair) or _bare(pair)):
        yield Hit(message, (0, len(pair.target)), severity=Severity.INFO if technical else Severity.WARNING)
    elif retyped and without:
        message = f"none of the letters {' '.join(retyped.letters)}: typed without them?"
        yield Hit(message, (0, len(pair.target)), severity=without)


def _script(pair: Pair) -> str:
    """What is wrong with the alphabet as a whole."""
    if pair.typography and pair.typography.cyrillic:
        if not pair.cyrillic and len(_new(pair)) > 1:
            return "no Cyrillic letter in the translation"
    elif pair.cyrillic and _mostly_cyrillic(pair):
        return "the translation is in Cyrillic letters"
    return ""


def _new(pair: Pair) -> set[str]:
    """Words that the source has not, nor in another form."""
    words = set(filter(_long, pair.target_words)) - set(pair.source_words)
    return {word for word in words if not _is_abbreviated(word, pair)}


def _is_abbreviated(word: str, pair: Pair) -> bool:
    """An abbreviation, without the ending that it has in the source, CD for CDs, or in texts of programs: VLAN, ID."""
    if pair.kind.is_technical and len(word) <= _SHORT and word.isupper():
        return True
    return word.isupper() and any(other.startswith(word) for other in pair.source_words)


def _mostly_cyrillic(pair: Pair) -> bool:
    return len(_CYRILLIC_WORD.findall(pair.target_plain)) * 2 > sum(map(_long, pair.target_words))


def _long(word: str) -> bool:
    return len(word) > 1 and word.isalpha()


def _alien(pair: Pair) -> str:
    """Letters that only names have in this language, in a word that is no name: Azerbaijani ones in English."""
    evidence = record(pair.language).evidence
    if evidence is None or not evidence.strange_letters:
        return ""
    letters = letters_of(evidence.strange_letters)
    if pair.target_chars.isdisjoint(letters):
        return ""
    strange = (word for word in pair.target_words if not word.istitle() and not letters.isdisjoint(word))
    return _like(evidence.strange_letters) if any(word not in pair.source_words for word in strange) else ""


def _bare(pair: Pair) -> str:
    """Without the letters that nearly every text in this language has, a single telling word is enough."""
    own = letters_of(pair.language)
    if not own or not pair.target_chars.isdisjoint(own):
        return ""
    words = {word for word in pair.target_vocabulary - pair.source_vocabulary if word.isalpha()}
    other = likely(words, pair.language, pair.latin, pair.cyrillic, bare=True) if len(words) >= _SOME else ""
    return "" if other and any(looks(word, pair.language, other) for word in words) else _like(other)


def _typed_without(pair: Pair, retyped: Retyped) -> Severity | None:
    """How sure it is that letters are missing, or that this is English; what the source has does not count."""
    if not pair.target_chars.isdisjoint(retyped.telling):
        return None
    small = {word for word in pair.target_words if word.islower() and word not in pair.source_vocabulary}
    length = sum(map(len, small))
    if length <= retyped.long:
        return None
    endings = sum(re.fullmatch(retyped.endings, word) is not None for word in small)
    if endings > 1 or not small.isdisjoint(_retyped_words(pair.language)):
        return Severity.ERROR
    return Severity.WARNING if endings or length > retyped.very_long else Severity.INFO


@cache
def _retyped_words(lang: str) -> frozenset[str]:
    """Small words that lost their letters, but for those that are others then; and those of the pivot."""
    evidence = record(lang).evidence
    if evidence is None or evidence.retyped is None:
        return frozenset()
    letters = str.maketrans(evidence.retyped.letters, evidence.retyped.typed)
    small = listed(lang, "function_words")
    pivot = {word for word in listed(PIVOT, "function_words") if len(word) > 2}  # at, in, an are words here, too
    return (frozenset(word.translate(letters) for word in small) | pivot) - small - evidence.retyped.particles


def _reads_like(pair: Pair) -> str:
    """Words that the source has, too, are names or another check's matter."""
    words = pair.target_vocabulary
    if not likely(words, pair.language, pair.latin, pair.cyrillic):  # nearly always, and the source's words take time
        return ""
    known = pair.source_vocabulary
    other = likely(words, pair.language, pair.latin, pair.cyrillic, known)
    if other and other != pair.source_language:
        other = likely(words - known, pair.language, pair.latin, pair.cyrillic)
    return _like(other)


def _like(lang: str) -> str:
    return f"reads like {record(lang).name}" if lang else ""
