"""The months that a text names, as numbers from 1."""

from __future__ import annotations

import re

from l10n.model import Span
from l10n.text.lazy import contains_any

_STEMS = {
    "de": r"jan(?:uar|\.) feb(?:ruar|\.) mär(?:z|\.) apr(?:il|\.) mai juni juli aug(?:ust|\.) sept?(?:ember|\.) "
    r"okt(?:ober|\.) nov(?:ember|\.) dez(?:ember|\.)",
    "en": r"jan(?:uary|\.) feb(?:ruary|\.) mar(?:ch|\.) apr(?:il|\.) may june july aug(?:ust|\.) sept?(?:ember|\.) "
    r"oct(?:ober|\.) nov(?:ember|\.) dec(?:ember|\.)",
    "ru": "январ феврал март апрел ма[йяюе] июн июл август сентябр октябр ноябр декабр",
    "uk": "січ лют(?:ий|ого|ому) берез(?:ень|н) квіт(?:ень|н) трав(?:ень|н) черв(?:ень|н) лип(?:ень|н) серп(?:ень|н) "
    "верес(?:ень|н) жовт(?:ень|н) листопад груд(?:ень|н)",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
}
"""How the names of the twelve months begin."""
_ENDINGS = {
    "de": r"s?(?!\w)",
    "en": r"(?!\w)",
    "ru": r"[яеюи]?(?:ем|ём|ом|а|у|м)?(?!\w)",
    "uk": r"\w{0,3}(?!\w)",
    "az": r"\w{0,6}",
}
_MONTH = {
    lang: re.compile(
        rf"(?<!\w)(?:{'|'.join(f'(?P<m{n}>{stem})' for n, stem in enumerate(stems.split(), 1))}){_ENDINGS[lang]}",
        re.IGNORECASE,
    )
    for lang, stems in _STEMS.items()
}
_STARTS = {
    "de": (
        "anuar",
        "ebruar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "ember",
        "oktober",
        "jan.",
        "feb.",
        "okt.",
    ),
    "en": (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "ember",
        "october",
        "jan.",
        "feb.",
    ),
    "ru": ("январ", "феврал", "март", "апрел", "мая", "мае", "май", "июн", "июл", "август", "тябр", "ябр", "кабр"),
    "uk": ("січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"),
    "az": ("yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "tyabr", "oyabr", "dekabr"),
}
_BEFORE = re.compile(r"\d(?:\.|st|nd|rd|th)?(?: of)?[ \u00a0]$")
_AFTER = re.compile(r",?[ \u00a0]\d")


def names_month(lower: str, lang: str) -> bool:
    """Whether there may be a month in the text, in lower case: many times faster than finding it."""
    return contains_any(lower, _STARTS.get(lang, ()))


def months(text: str, lang: str) -> dict[int, Span]:
    """Each month that stands in a date, before or behind a figure, and where it does first."""
    found: dict[int, Span] = {}
    for match in _MONTH[lang].finditer(text) if lang in _MONTH else ():
        before = text[max(0, match.start() - 8) : match.start()]
        if match.lastgroup and (_BEFORE.search(before) or _AFTER.match(text, match.end())):
            found.setdefault(int(match.lastgroup[1:]), match.span())
    return found
