"""Capitals throughout were lost or gained.

WHAT IS SHOUTED in the source is shouted in the translation, and nothing else. Abbreviations do not count. Texts on
programs write names of values and files so: there what is lost is only noted, and so is the first word of any text,
with which newspapers begin a paragraph.

Bad:  DAS IST WICHTIG | That is important
Bad ru: Das ist wichtig | ЭТО ВАЖНО
Bad:  Löschen Sie diese Datei NICHT. | Do not delete this file.
Bad:  Das Haus ist groß. | The HOUSE is big.
Good ru: DAS IST WICHTIG | ЭТО ВАЖНО
Good en-uk: Now QUEUEING %s for us | Зараз ПОСТАНОВКА В ЧЕРГУ %s для нас
Good en-de: Localized file:README | README
Good: Die NATO und die USA | NATO and the US
Good en-uk: Enter the date (yymmdd). | Введіть дату (РРММДД).
Good en-de: yyyy-mm-dd | JJJJ-MM-TT
Good en-ru: Use YYYY-MM-DD | Пишите гггг-мм-дд
Good en-ru: ISLAMABAD (AP) - The head of the General Assembly | ИСЛАМАБАД (АП) — Глава Ассамблеи ООН
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from l10n.checks import Hit
from l10n.languages.knowledge import knows
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.words import listed

SEVERITY = Severity.WARNING
NEEDS = ("capitals",)

_UPPER = r"A-ZÄÖÜƏĞİŞÇА-ЯЁІЇЄҐ"
_SHOUTED = re.compile(rf"(?<!\w)[{_UPPER}]{{2,}}(?:[ ’'ʼ-]+[{_UPPER}]+)+(?!\w)")
_WORD = re.compile(rf"(?<![\w-])(?<!\w['’])[{_UPPER}](?:['’ʼ]?[{_UPPER}]){{4,}}(?![\w-])")
_CAPITALS = re.compile(rf"(?<!\w)[{_UPPER}](?:[{_UPPER}]|['’ʼ][{_UPPER}](?=[{_UPPER}]))+")
_RUNS = re.compile(rf"{_CAPITALS.pattern}(?: (?:[{_UPPER}] )?{_CAPITALS.pattern})*")
_DATELINE = re.compile(rf"^[{_UPPER}][{_UPPER} .-]*(?=,| ?[(–—-] ?)")
"""ISLAMABAD (AP) –"""
_MASK = re.compile(r"(?<!\w)(?:([^\W\d_])\1(?:\1\1)?[-/.: ]?){2,}(?!\w)")
"""How a date or time is to be written: yyyy-mm-dd, hh:mm:ss; capitals are a custom of the language."""
_ROMAN = re.compile("[IVXLCM]+")
_RUN, _LONG = 8, 5
"""Letters of several words, and of the longest, from which it is no row of abbreviations."""
_WHOLE = 6
"""Letters of a text that is in capitals altogether."""


def check(pair: Pair) -> Iterator[Hit]:
    """The whole text, runs of words, and words that are no abbreviations as the source has none."""
    if pair.copied or not knows(pair.source_language, "capitals"):
        return
    source = _longest(filter(str.isupper, pair.source_plain.split())) if pair.source_capitals else 0
    target = _longest(pair.target_capitals)
    if (
        source > 1 >= target
        and not _loud(pair.target_plain)
        and (span := _shouted(_without_masks(pair.source_plain, pair.target_plain), pair.source_language))
    ):
        technical = pair.conventions is not None and pair.conventions.kept is not None and pair.conventions.kept.usual
        noted = technical or pair.source_plain[: span[1]].isalpha()
        yield Hit("the source is in capitals here", source_span=span, severity=Severity.INFO if noted else None)
    if (target >= _LONG or (target > 1 and pair.target_plain.isupper())) and (span := _gained(pair)):
        yield Hit("capitals throughout, which the source has not", span)


def _longest(words: Iterable[str]) -> int:
    """Letters of the longest word in capitals: far faster than looking for it; “I” and “В” are everywhere."""
    return max(map(len, words), default=0)


def _shouted(text: str, lang: str) -> Span | None:
    """Where the text is in capitals that are not just an abbreviation's."""
    if _whole(text):
        return (0, len(text))
    if _DATELINE.match(text):
        return None
    for match in _SHOUTED.finditer(text):
        words = re.findall(r"\w+", match[0])
        if sum(map(len, words)) >= _RUN and max(map(len, words)) >= _LONG:
            return match.span()
    common = _common(lang)
    for word in re.finditer(rf"(?<![\w-])[{_UPPER}]{{3,}}(?![\w-])", text):
        if not common.isdisjoint((word[0].lower(), word[0].capitalize())):
            return word.span()
    return None


@cache
def _common(lang: str) -> frozenset[str]:
    return listed(lang, "common_words") | listed(lang, "function_words")


def _gained(pair: Pair) -> Span | None:
    if pair.source.isupper():  # <FILE>
        return None
    target = _without_masks(pair.target_plain, pair.source_plain)
    if _whole(target):
        if _longest(pair.target_capitals) < _LONG:  # nothing but abbreviations: DVD+R DL
            return None
        small = sum(not word.isupper() for word in pair.source_words)
        return (0, len(pair.target)) if small > 1 and pair.target.strip() not in pair.source else None
    cyrillic = pair.typography is not None and pair.typography.cyrillic
    labelled = any(map(_is_label, _RUNS.finditer(pair.source_plain)))
    matches = [
        match
        for match in _WORD.finditer(target)
        if not _ROMAN.fullmatch(match[0]) and not (cyrillic and match[0].isascii())  # a name of something
        if match[0].lower() not in pair.source_words and not (labelled and _is_label(match))
    ]
    if len(matches) <= len(_WORD.findall(pair.source_plain)) or matches[0][0] in pair.source:
        return None
    if len(_RUNS.findall(target)) <= len(_RUNS.findall(pair.source_plain)):
        return None  # an abbreviation is longer in the other language: UNESCO, ЮНЕСКО; FATAL, ФАТАЛЬНАЯ ОШИБКА
    return None if _shouted(pair.source_plain, pair.source_language) else matches[0].span()


def _is_label(match: re.Match[str]) -> bool:
    """A word before a colon, NOTE:, which may be longer in the other language."""
    return match.string.startswith(":", match.end())


def _without_masks(text: str, other: str) -> str:
    """Those that both texts have, in small letters."""
    if not _MASK.search(other):
        return text
    return _MASK.sub(lambda mask: mask[0].lower(), text)


def _whole(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= _WHOLE


def _loud(text: str) -> bool:
    return _CAPITALS.search(text) is not None
