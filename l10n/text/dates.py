"""Dates in a text, as 31 February, 03.10.2024 or Monday, May 6, 2024, with what cannot be right about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from l10n.model import Span
from l10n.text.meanings import Meanings
from l10n.text.months import month_places, names_month
from l10n.text.numbers import numbers
from l10n.text.typography import SPACES

_DAY_BEFORE = re.compile(r"(?<![\d.,:/–-])(\d{1,2})(?:\.|st|nd|rd|th|-?(?:го|е|є|ci|cı|cu|cü))?(?: of)?[ \u00a0]$")
_DAY_AFTER = re.compile(r"[ \u00a0](\d{1,2})(?:(?:st|nd|rd|th)\b|(?=,[ \u00a0]\d{4}\b))")
_POINTS = re.compile(rf"\d[.٫][{SPACES}]?\d\d?[.٫]")
"""What all dates in figures have, and few other texts with numbers."""
_YEAR = re.compile(r",?[ \u00a0](\d{4})(?![\d.,]?\d)")
_BETWEEN = re.compile(r"[\s,(]{0,3}(?:\w{2,3}\s)?$")
"""Between a day of the week and its date: “Montag, den 6. Mai”."""
_NEAR = 24
"""Characters before a month, or before a date, that are looked at."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""As `weekdays.tsv` calls them, from Monday on."""
_SINCE = 1919
"""From here on all countries of our languages have the Gregorian calendar."""
_LEAP = 2000
"""A year for dates without one."""


class WrittenDate(NamedTuple):
    """A date in a text."""

    span: Span
    """Characters of day, month and year."""
    day: int
    month: int
    year: int | None

    @property
    def exists(self) -> bool:
        """There is such a day, in a leap year if no year is named."""
        year = self.year or _LEAP
        return 1 <= self.month <= 12 and year >= 1 and 1 <= self.day <= monthrange(year, self.month)[1]


def dates(text: str, lang: str) -> list[WrittenDate]:
    """All dates that have a day and a month, from left to right."""
    return sorted((*_in_figures(text, lang), *_with_names(text, lang)))


def wrong_weekdays(text: str, lang: str, mentioned: Meanings) -> Iterator[tuple[WrittenDate, Span]]:
    """Dates with the day of the week before them, where it is another one."""
    named = mentioned.mentioned("weekdays", sure=True)
    weekdays = sorted((span[1], span, name) for name, spans in named.items() for span in spans)
    for written in dates(text, lang) if weekdays else ():
        if written.year is None or written.year < _SINCE or not written.exists:
            continue
        right = _WEEKDAYS[date(written.year, written.month, written.day).weekday()]
        before = bisect_right(weekdays, (written.span[0] + 1,)) - 1
        if before < 0:
            continue
        end, span, name = weekdays[before]
        if name != right and written.span[0] - end <= _NEAR and _BETWEEN.match(text[end : written.span[0]]):
            yield written, span


def has_points(text: str) -> bool:
    """There may be a date in figures in it."""
    return _POINTS.search(text) is not None


def _in_figures(text: str, lang: str) -> Iterator[WrittenDate]:
    """With full stops: with slashes nobody knows which is the month."""
    for number in numbers(text, lang) if has_points(text) else ():
        if number.date and "." in number.text and len(number.values) == 3:
            day, month, year = map(int, number.values)
            if year >= 1000:
                yield WrittenDate(number.span, day, month, year)


def _with_names(text: str, lang: str) -> Iterator[WrittenDate]:
    for month, (start, end) in month_places(text, lang) if names_month(text.lower(), lang) else ():
        before, after = _DAY_BEFORE.search(text, max(0, start - _NEAR), start), _DAY_AFTER.match(text, end)
        if before:
            yield _dated(text, (before.start(1), end), int(before[1]), month)
        elif after:
            yield _dated(text, (start, after.end()), int(after[1]), month)


def _dated(text: str, span: Span, day: int, month: int) -> WrittenDate:
    """With the year, if one follows."""
    year = _YEAR.match(text, span[1])
    return WrittenDate((span[0], year.end() if year else span[1]), day, month, int(year[1]) if year else None)
