"""Numbers written as words: is this value in that text?

A rough answer is enough: what is asked for is a number that the other text has in figures. Compound numbers are looked
for by their parts (“zweiunddreißig” has “zwei” and “dreißig”); `l10n/languages/data/<code>/numerals.tsv` has the
words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

_ROMAN = re.compile(r"(?<![\wА-Я])[IVXLCІХ]{1,7}(?![\wА-Я'’])")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_TO_LATIN = str.maketrans("ІХ", "IX")
_SIMPLE = 20
_MILLION = 10**6
_MAGNITUDES = (10**9, _MILLION, 1000, 100)


def spelled(value: int | Decimal, lower: str, lang: str) -> bool:
    """The text, in lower case, has the value in words of this language."""
    words = _words(lang)
    if value in words and words[value].search(lower):
        return True
    if value <= _SIMPLE or value in _MAGNITUDES or value != int(value):
        return False
    parts = _parts(int(value))
    return bool(parts) and all(spelled(part, lower, lang) for part in parts)


def _parts(number: int) -> tuple[int | Decimal, ...]:
    """2,500,000 as two and a half and a million, 1600 as sixteen and hundred, 32 as thirty and two; else nothing."""
    for magnitude in _MAGNITUDES:
        if number > magnitude and number * (2 if magnitude >= _MILLION else 1) % magnitude == 0:
            return (magnitude, Decimal(number) / magnitude)
    for magnitude in (100, 10):
        if magnitude < number < magnitude * 10 and number % magnitude:
            return (number - number % magnitude, number % magnitude)
    return ()


def roman(text: str) -> set[int]:
    """The values of Roman numerals up to 89 in the text, also in Cyrillic letters that look like them."""
    return {value for match in _ROMAN.findall(text) if (value := _roman(match.translate(_TO_LATIN)))}


def _roman(numeral: str) -> int:
    """Its value; 0 if it is none (IIII, VX)."""
    if not re.fullmatch("L?X{0,3}(?:IX|IV|V?I{0,3})|XL(?:IX|IV|V?I{0,3})", numeral):
        return 0
    values = [_VALUES[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


@lru_cache
def _words(lang: str) -> Mapping[int | Decimal, re.Pattern[str]]:
    path = files("l10n.languages").joinpath("data", lang, "numerals.tsv")
    if not path.is_file():
        return {}
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {Decimal(value): re.compile(pattern) for value, pattern in rows}
