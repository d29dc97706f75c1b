"""The numbers of a text as values: “1.234,5”, “3 Mio.”, “15.30 Uhr”, “03.10.2024”, “1980er”.

How a figure is read depends on the language (CLDR 47, numbers.json): “1.234” is 1234 in German and 1.234 in English. A
figure that the language does not write like that may be meant in another language's way; `loose` has such readings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from l10n.languages import record
from l10n.model import Span
from l10n.text.typography import SPACES, typography

FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
"""Each is one character."""
_FIGURE = re.compile(
    rf"[\d{FRACTIONS}](?:(?<=\d)(?:"
    rf"(?<![\d.].)\d?\.[{SPACES}](?:0?[1-9]|1[0-2])\.[{SPACES}]\d{{4}}(?!\d)"
    rf"|\d{{0,2}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d*(?:[.,:’'/_]\d+|:\s\d\d(?!\d))*)|)"
)
"""The first digit stands by itself: to look for a character takes a quarter of the time."""
_DATE = re.compile(rf"(\d{{1,2}})([./])[{SPACES}]?(\d{{1,2}})\2[{SPACES}]?(\d{{4}}|\d{{2}})")
_GROUPED = {mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,’'"}
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
"""Lakhs and crores: 2,06,737."""
_FRACTION = re.compile(r"([1-9])/([2-8])")
_JOINED = re.compile(r"\W{1,4}(?:(?:bis|auf|und|oder|to|and|or|до|и|или|й|та|і|або|və|ilə)\W{1,3})?")
"""Between the numbers of a range or a list, which may have one word for their magnitude."""
_VULGAR = {
    sign: Decimal(above) / Decimal(below)
    for sign in FRACTIONS
    for above, _, below in [unicodedata.normalize("NFKC", sign).partition("\u2044")]
}
_MIXED = re.compile(rf"[{SPACES}-]?")
_CLOCK = re.compile(r"\s?(?:uhr|h\b|[ap]\.?\s?m\b|час|годин|\bgodz)", re.IGNORECASE)

_UNSAID = frozenset({3, 5, 7})
"""Powers whose words are too short, or too rare, to be looked for anywhere in a text."""

_LATIN = str.maketrans("٫٬", ".,")
"""The marks that Arabic and Persian digits have (CLDR, numbers.json), as those of Latin ones."""

_LONGEST = 1000
"""Digits that are read as a number; longer figures are only compared."""
_BEYOND = 10**20
_MILLION = 6

Value = int | Decimal
"""Equal values are equal, and hash alike, in both types; int is faster."""


class Number(NamedTuple):
    """One figure, with the word for its magnitude."""

    text: str
    span: Span
    values: tuple[Value, ...]
    """What it is: one value, or several for dates, times, scores."""
    loose: frozenset[Value] = frozenset()
    """What it may be if it is not written as the language writes it."""
    own: frozenset[Value] = frozenset()
    """Those of them that the language itself leaves open: 5 m are metres or millions, 3.11 is no German number."""
    power: int = 0
    """Power of ten of the word after it; in `values` already."""
    date: bool = False
    shared: int = 0
    """Power of the number after it, which may be this one's, too: from 3 to 8 million."""


def numbers(text: str, lang: str) -> list[Number]:
    """All numbers in figures, from left to right; `text` without addresses and placeholders."""
    figures = list(_numbers(text, lang))
    for index in range(len(figures) - 2, -1, -1):
        if (power := figures[index + 1].shared or figures[index + 1].power) and not figures[index].power:
            between = text[figures[index].span[1] : figures[index + 1].span[0]]
            if _JOINED.fullmatch(between):
                figures[index] = _sharing(figures[index], power)
    for index in range(len(figures) - 1):
        figures[index], figures[index + 1] = _mixed(figures[index], figures[index + 1], text)
    return figures


def figures(text: str) -> list[tuple[str, Span]]:
    """All figures as they stand there, each with its place."""
    return [(match[0], match.span()) for match in _FIGURE.finditer(text)]


def spans(text: str) -> list[Span]:
    """Where the numbers of a text are, in a fraction of the time that it takes to read them."""
    return [match.span() for match in _FIGURE.finditer(_latin(text))]


def magnitudes(text: str, lang: str) -> set[int]:
    """The powers of ten, from a million, whose words or abbreviations are in the text."""
    return {power for power, pattern in _anywhere(lang).items() if pattern.search(text)}


@cache
def _after(lang: str) -> re.Pattern[str] | None:
    """The word for a magnitude that may stand after a figure, a group a power; None if we know none."""
    words = record(lang).numbers.magnitudes
    groups = "|".join(f"(?P<e{power}>{beginning})" for power, beginning in words.items())
    return re.compile(rf"[{SPACES}-]*(?:{groups})", re.IGNORECASE) if groups else None


@cache
def _anywhere(lang: str) -> dict[int, re.Pattern[str]]:
    return {
        power: re.compile(rf"(?<!\w)(?:пол|пів)?(?:{beginning})", re.IGNORECASE)
        for power, beginning in record(lang).numbers.magnitudes.items()
        if power not in _UNSAID
    }


def _numbers(text: str, lang: str) -> Iterator[Number]:
    after = _after(lang)
    text = _latin(text)
    for match in _FIGURE.finditer(text):
        figure, end = match[0], match.end()
        if date := _DATE.fullmatch(figure):
            yield Number(figure, match.span(), tuple(int(date[part]) for part in (1, 3, 4)), date=True)
            continue
        values, loose, own = _read(figure, lang, bool(_CLOCK.match(text, end)))
        number = Number(figure, match.span(), values, loose, own)
        word = after.match(text, end) if after else None
        yield _magnified(number, word, text[match.start() - 1 : match.start()] in "$€£") if word else number


def _latin(text: str) -> str:
    return text.translate(_LATIN) if "٫" in text or "٬" in text else text


def _mixed(whole: Number, part: Number, text: str) -> tuple[Number, Number]:
    """A whole number and a fraction behind it may be meant as one: 5¼, 5 1/4."""
    size = _VULGAR.get(part.text) or (next(iter(part.loose)) if _FRACTION.fullmatch(part.text) else None)
    between = text[whole.span[1] : part.span[0]]
    if size is None or size >= 1 or not whole.text.isdecimal() or not _MIXED.fullmatch(between):
        return whole, part
    both = whole.values[0] + size
    return _also(whole, both), _also(part, both)


def _sharing(number: Number, power: int) -> Number:
    scaled = [Decimal(value).scaleb(power) for value in number.values]
    return _also(number, *scaled)._replace(shared=power)


def _also(number: Number, *values: Value) -> Number:
    return number._replace(loose=number.loose.union(values), own=number.own.union(values))


def _magnified(number: Number, word: re.Match[str], currency: bool) -> Number:
    """With the word after it: 3 Mio. But 5 m may be metres, and 5k a name."""
    power = int((word.lastgroup or "e0")[1:])
    scaled = [Decimal(value).scaleb(power) for value in number.values]
    letters = len(word[0].strip(SPACES + "-"))
    if power >= _MILLION and letters == 1 and not currency:
        return number._replace(loose=number.loose.union(scaled), own=number.own.union(scaled))
    plain = frozenset(number.values) if letters == 1 and not currency else frozenset[Value]()
    loose, own = (
        plain | {Decimal(value).scaleb(power) for value in readings} for readings in (number.loose, number.own)
    )
    return number._replace(values=tuple(scaled), loose=loose, own=own, power=power)


def _read(figure: str, lang: str, clock: bool) -> tuple[tuple[Value, ...], frozenset[Value], frozenset[Value]]:
    """Values as the language reads the figure, readings of other languages, and which of these are this one's, too."""
    nothing = frozenset[Value]()
    figure = figure.replace("_", "")  # the mark of a key in a menu: 1_80°
    if figure.isdecimal():
        return (_whole(figure),), nothing, nothing
    if figure in _VULGAR:
        return (_VULGAR[figure],), nothing, nothing
    if fraction := _FRACTION.fullmatch(figure):  # a date, or what is left of 3½
        size = frozenset[Value]({Decimal(fraction[1]) / Decimal(fraction[2])})
        return (int(fraction[1]), int(fraction[2])), size, size
    if ":" in figure or "/" in figure or (clock and re.fullmatch(r"\d{1,2}\.\d\d", figure)):
        return tuple(map(_whole, re.findall(r"\d+", figure))), nothing, nothing
    compact = re.sub(rf"[{SPACES}]", "", figure)
    custom = typography(lang)
    decimal = custom.decimal if custom else "."
    groups = [mark for mark in _GROUPED if mark != decimal and (custom is None or mark in custom.group)]
    readings = [*(_reading(compact, decimal, group) for group in (*groups, ""))]
    other = "," if decimal == "." else "."
    foreign = [_reading(compact, *marks) for marks in ((other, decimal), (decimal, other), (other, ""))]
    parts = tuple(map(_whole, re.findall(r"\d+", figure)))
    strict = next((reading for reading in readings if reading is not None), None)
    loose = frozenset(reading for reading in foreign if reading is not None and reading != strict)
    if strict is not None:
        own = frozenset(parts) if figure != compact else nothing
        return (strict,), loose | own, own
    return parts, loose, loose


def _whole(digits: str) -> int:
    """Python reads no more than 4300 digits, and few are meant as a number; equal ones stay equal."""
    return int(digits) if len(digits) <= _LONGEST else _BEYOND + hash(digits)


def _reading(figure: str, decimal: str, group: str) -> Value | None:
    """The value with these marks; None if that is no way to write a number."""
    if len(figure) > _LONGEST:
        return None
    whole, mark, fraction = figure.rpartition(decimal) if decimal in figure else (figure, "", "")
    if mark and not fraction.isdigit():
        return None
    if group and group in whole and (_GROUPED[group].fullmatch(whole) or (group == "," and _INDIAN.fullmatch(whole))):
        whole = whole.replace(group, "")
    fraction = fraction.rstrip("0")
    return Decimal(f"{whole}.{fraction}" if fraction else whole) if whole.isdigit() else None


def digits(figure: str) -> str:
    """The digits of a figure, without marks and spaces."""
    return "".join(filter(str.isdigit, figure))


_BESIDE = re.compile(
    r"(?:[:.]\d\d)?(?:\s?(?:Uhr\s)?(?:bis|und|oder|to|and|or|до|и|або|или|й|та|і|və|[–—-])\s?\d{1,2}(?:[:.]\d\d)?)?"
    r"(?:-\w+)?\s?(?:[ap]\.?\s?m\b|uhr|час|годин|saat|o['’]clock|ранку|вечора|утра|вечера|дня|ночи|ночі)",
    re.IGNORECASE,
)
"""After an hour, or after the other end of a span of time."""
_SAAT = re.compile(r"\bsaat\w*\s$", re.IGNORECASE)
TIME = re.compile(r"\d{1,2}:\d\d")
_DAY = 24


def is_hour(number: Number, text: str) -> bool:
    """A time of day, or beside a word for one."""
    start, end = number.span
    if number.values[0] > _DAY:
        return False
    return bool(
        TIME.fullmatch(number.text) or _BESIDE.match(text, end) or _SAAT.search(text[max(0, start - 12) : start])
    )
