"""The numbers of a text as values: “1.234,5”, “3 Mio.”, “15.30 Uhr”, “03.10.2024”, “1980er”.

How a figure is read depends on the language (CLDR 47, numbers.json): “1.234” is 1234 in German and 1.234 in English. A
figure that the language does not write like that may be meant in another language's way; `loose` has such readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from l10n.linguistics.typography import TYPOGRAPHY

_SPACES = "\u00a0\u202f\u2009 "
_FIGURE = re.compile(
    rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d.,]?\d)(?:[.,]\d+)?|\d+(?:[.,:’'/]\d+|:\s\d\d(?!\d))*|[¼½¾]"
)
_DATE = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})")
_GROUPED = {mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,’'"}
_VULGAR = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_CLOCK = re.compile(r"\s?(?:uhr|h\b|[ap]\.?\s?m\b|час|годин|\bgodz)", re.IGNORECASE)

_MAGNITUDES = {
    "de": {3: "tsd|tausend", 6: r"mio|mill?\.|million", 9: "mrd|milliard", 12: r"bio\.|billion", 18: "trillion"},
    "en": {3: r"thousand|k\b", 6: r"million|mn\b|m\b", 9: r"billion|bn\b|b\b", 12: r"trillion|tn\b", 18: "quintillion"},
    "ru": {3: "тыс|-тысяч", 6: "млн|миллион", 9: "млрд|миллиард", 12: "трлн|триллион", 18: "квинтиллион"},
    "uk": {3: "тис", 6: "млн|мільйон", 9: "млрд|мільярд", 12: "трлн|трильйон", 18: "квінтильйон"},
    "az": {3: r"min(?:\b|lik|ə|d|in|lər)", 6: "milyon|mln", 9: "milyard|mlrd", 12: "trilyon|trln", 18: "kvintilyon"},
}
"""Power of ten, and how the word for it begins; German has the long scale's Milliarde for 10⁹, Billion for 10¹²."""
_AFTER = {
    lang: re.compile(
        rf"[{_SPACES}-]*(?:" + "|".join(f"(?P<e{power}>{words})" for power, words in rows.items()) + ")", re.IGNORECASE
    )
    for lang, rows in _MAGNITUDES.items()
}
_ANYWHERE = {
    lang: {
        power: re.compile(rf"(?<!\w)(?:пол|пів)?(?:{words})" if power > 3 else rf"\b(?:{words})", re.IGNORECASE)
        for power, words in rows.items()
    }
    for lang, rows in _MAGNITUDES.items()
}

_LONGEST = 4000
"""Digits that Python turns into a number; more are compared all the same."""

Value = int | Decimal
"""Equal values are equal, and hash alike, in both types; int is faster."""


@dataclass(frozen=True, slots=True)
class Number:
    """One figure, with the word for its magnitude."""

    text: str
    span: tuple[int, int]
    values: tuple[Value, ...]
    """What it is: one value, or several for dates, times, scores."""
    loose: frozenset[Value] = frozenset()
    """What it may be if it is not written as the language writes it."""
    power: int = 0
    """Power of ten of the word behind it; in `values` already."""
    date: bool = False


def numbers(text: str, lang: str) -> list[Number]:
    """All numbers in figures, from left to right; `text` without addresses and placeholders."""
    return list(_numbers(text, lang))


def magnitudes(text: str, lang: str) -> set[int]:
    """The powers of ten, from a million, whose words or abbreviations are in the text."""
    return {power for power, pattern in _ANYWHERE.get(lang, {}).items() if power > 3 and pattern.search(text)}


def _numbers(text: str, lang: str) -> Iterator[Number]:
    after = _AFTER.get(lang)
    for match in _FIGURE.finditer(text):
        figure, end = match[0], match.end()
        if date := _DATE.fullmatch(figure):
            yield Number(figure, match.span(), tuple(int(date[part]) for part in (1, 3, 4)), date=True)
            continue
        values, loose = _read(figure, lang, bool(_CLOCK.match(text, end)))
        power = 0
        if after and (word := after.match(text, end)) and word.lastgroup:
            power = int(word.lastgroup[1:])
            if power < 6 or len(word[0].strip(_SPACES + "-")) > 1 or text[match.start() - 1 : match.start()] in "$€£":
                loose |= frozenset(values) if power == 3 else frozenset()
            else:  # 5 m may be metres
                loose |= {Decimal(value).scaleb(power) for value in values}
                power = 0
            values = tuple(Decimal(value).scaleb(power) for value in values)
            loose |= {Decimal(value).scaleb(power) for value in loose} if power else set()
        yield Number(figure, match.span(), values, loose, power)


def _read(figure: str, lang: str, clock: bool) -> tuple[tuple[Value, ...], frozenset[Value]]:
    """Values as the language reads the figure, and readings of other languages."""
    if figure.isdecimal():
        return (int(figure) if len(figure) <= _LONGEST else hash(figure),), frozenset()
    if figure in _VULGAR:
        return (_VULGAR[figure],), frozenset()
    if ":" in figure or "/" in figure or (clock and re.fullmatch(r"\d{1,2}\.\d\d", figure)):
        return tuple(map(int, re.findall(r"\d+", figure))), frozenset()
    compact = re.sub(rf"[{_SPACES}]", "", figure)
    typography = TYPOGRAPHY.get(lang)
    decimal = typography.decimal if typography else "."
    groups = [mark for mark in _GROUPED if mark != decimal and (typography is None or mark in typography.group)]
    readings = [*(_reading(compact, decimal, group) for group in (*groups, ""))]
    other = "," if decimal == "." else "."
    foreign = [_reading(compact, *marks) for marks in ((other, decimal), (decimal, other), (other, ""))]
    parts = tuple(map(int, re.findall(r"\d+", figure)))
    strict = next((reading for reading in readings if reading is not None), None)
    loose = frozenset(reading for reading in foreign if reading is not None and reading != strict)
    if strict is not None:
        return (strict,), loose | ({*parts} if figure != compact else set())
    return parts, loose


def _reading(figure: str, decimal: str, group: str) -> Value | None:
    """The value with these marks; None if that is no way to write a number."""
    whole, mark, fraction = figure.rpartition(decimal) if decimal in figure else (figure, "", "")
    if mark and not fraction.isdigit():
        return None
    if group and group in whole and _GROUPED[group].fullmatch(whole):
        whole = whole.replace(group, "")
    return Decimal(f"{whole}.{fraction or 0}").normalize() + 0 if whole.isdigit() else None
