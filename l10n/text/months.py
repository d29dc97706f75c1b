"""The months that a text names, as numbers from 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.languages import record
from l10n.model import Span
from l10n.text.lazy import contains_any

_BEFORE = re.compile(r"\d(?:\.|st|nd|rd|th)?(?: of)?[ \u00a0]$")
_AFTER = re.compile(r",?[ \u00a0]\d")


def names_month(lower: str, lang: str) -> bool:
    """Whether there may be a month in the text, in lower case: many times faster than finding it."""
    return contains_any(lower, record(lang).months.parts)


def month_places(text: str, lang: str) -> Iterator[tuple[int, Span]]:
    """Each word that may be a month, in a date or not, from left to right."""
    pattern = _pattern(lang)
    for match in pattern.finditer(_undotted(text)) if pattern else ():
        if match.lastgroup:
            yield int(match.lastgroup[1:]), match.span()


def months(text: str, lang: str) -> dict[int, Span]:
    """Each month that stands in a date, before or after a figure, and where it does first."""
    dated: dict[int, Span] = {}
    pattern = _pattern(lang)
    for match in pattern.finditer(_undotted(text)) if pattern else ():
        before = text[max(0, match.start() - 8) : match.start()]
        if match.lastgroup and (_BEFORE.search(before) or _AFTER.match(text, match.end())):
            dated.setdefault(int(match.lastgroup[1:]), match.span())
    return dated


def named_months(text: str, lang: str) -> dict[int, Span]:
    """Each month, and where it stands first, in a date or not.

    Where months have a capital, a word without one may be another, and so may the first word: May I?
    """
    named = months(text, lang)
    pattern = _pattern(lang)
    capital = any(name[:1].isupper() for name in record(lang).months.names)
    for match in pattern.finditer(_undotted(text)) if pattern else ():
        if match.lastgroup and not (capital and (match.start() == 0 or match[0][0].islower())):
            named.setdefault(int(match.lastgroup[1:]), match.span())
    return named


def _undotted(text: str) -> str:
    """An İ is no i in a pattern."""
    return text.replace("İ", "I")


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    """A group a month; None if nobody knows how the language writes them."""
    known = record(lang).months
    names = "|".join(f"(?P<m{number}>{stem})" for number, stem in enumerate(known.stems, 1))
    return re.compile(rf"(?<!\w)(?:{names}){known.endings}", re.IGNORECASE) if names else None
