"""Segment -> its normal form: numbers and recognisable names are all alike, words are told apart without their case.

As Trados calls them, placeables: numbers in figures, addresses, and names that can be told from their letters alone –
acronyms and words mixed of capitals and figures (SPD, A4, COVID). Other names cannot be told from nouns in German.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

import regex

from l10n.text.apostrophe import alike
from l10n.text.numbers import Number, numbers

PLACEABLE = "\ufffc"
"""Stands for a number or name: OBJECT REPLACEMENT CHARACTER."""
VERSION = 2
"""Of the normal form as memories have it stored: to be raised when it changes, and memories are brought up to date."""

_NAME = regex.compile(
    r"https?://[^\s<>\"“”»)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w-])\p{Lu}[\p{Lu}\p{Nd}]{1,9}(?![\w-])"
)
"""Addresses of the web and of mail, and words that begin with a capital and have only capitals and figures."""
_CAPITALS = regex.compile(r"\p{Lu}[\p{Lu}\p{Nd}]")
"""In every name that is no address; few texts have it, and it is found in no time."""
_LOWER = regex.compile(r"\p{Ll}")
_DIGIT = re.compile(r"[\d¼½¾]")
"""In every number (l10n.text.numbers)."""
_FIRST = zlib.crc32(b"0 ")
_TOKEN = regex.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Placeable:
    """A number or name in a segment."""

    text: str
    number: Number | None
    """None for a name."""


@dataclass(frozen=True, slots=True)
class Form:
    """A segment in its normal form."""

    text: str
    """White space is single spaces, apostrophes are alike."""
    tokens: tuple[str, ...]
    """Words without case, marks and PLACEABLE, each by itself."""
    placeables: tuple[Placeable, ...]
    """What the PLACEABLE tokens stand for, in their order."""


@lru_cache(4096)
def form(text: str, language: str) -> Form:
    """The normal form of a segment in this language."""
    text = alike(text.replace(PLACEABLE, "\ufffd"))
    placeables = _placeables(text, language)
    parts, end = [], 0
    for start, stop, _ in placeables:
        parts.append(text[end:start])
        end = stop
    normal = " ".join(PLACEABLE.join([*parts, text[end:]]).split())
    return Form(normal, tokens(normal), tuple(placeable for _, _, placeable in placeables))


def tokens(normal: str) -> tuple[str, ...]:
    """The tokens of a normal form: OmegaT's, words without case and each other character."""
    return tuple(_TOKEN.findall(normal.lower()))


def bag(words: tuple[str, ...]) -> list[int]:
    """A number of 32 bits for each token, the n-th of a kind having another than the first: a set, so to speak.

    Different tokens may have the same number by chance.
    """
    seen: dict[str, int] = {}
    codes = []
    for word in words:
        number = seen.get(word, 0)
        seen[word] = number + 1
        start = zlib.crc32(b"%d " % number) if number else _FIRST
        codes.append(zlib.crc32(word.encode("utf-8", "surrogatepass"), start))
    return codes


def _placeables(text: str, language: str) -> list[tuple[int, int, Placeable]]:
    """Start, end and value of each, from left to right, none within another."""
    maybe = "://" in text or "@" in text or _CAPITALS.search(text)
    names = list(_NAME.finditer(text)) if maybe and _LOWER.search(text) else []  # all in capitals: words, not names
    placeables = [(*match.span(), Placeable(match[0], None)) for match in names]
    if not _DIGIT.search(text):
        return placeables
    for number in numbers(text, language):
        start, end = number.span
        if not any(start < stop and begin < end for begin, stop, _ in placeables[: len(names)]):
            placeables.append((start, end, Placeable(number.text, number)))
    return sorted(placeables, key=lambda span: span[:2])
