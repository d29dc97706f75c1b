"""Segment -> its normal form: numbers and recognisable names are all alike, words are told apart without their case.

As Trados calls them, placeables: numbers in figures, addresses, and names that can be told from their letters alone –
acronyms and words mixed of capitals and figures (SPD, A4, COVID). Other names cannot be told from nouns in German.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from l10n.model import Span
from l10n.text import numbers
from l10n.text.apostrophe import alike
from l10n.text.numbers import Number

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
    text = _prepared(text)
    spans = _spans(text)
    read = {number.span: number for number in numbers.numbers(text, language)} if spans else {}
    normal = _normal(text, spans)
    return Form(normal, tokens(normal), tuple(_placeable(text, span, read.get(span)) for span in spans))


def _placeable(text: str, span: Span, number: Number | None) -> Placeable:
    return Placeable(number.text if number else text[slice(*span)], number)


def normal_text(text: str) -> str:
    """The text of the normal form alone, in half the time: what the placeables mean is not asked."""
    text = _prepared(text)
    return _normal(text, _spans(text))


def _prepared(text: str) -> str:
    return alike(text.replace(PLACEABLE, "\ufffd"))


def _normal(text: str, spans: Sequence[Span]) -> str:
    parts, end = [], 0
    for start, stop in spans:
        parts.append(text[end:start])
        end = stop
    return " ".join(PLACEABLE.join((*parts, text[end:])).split())


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


def _spans(text: str) -> list[Span]:
    """Where the placeables are, from left to right, none within another."""
    maybe = "://" in text or "@" in text or _CAPITALS.search(text)
    names = (
        [match.span() for match in _NAME.finditer(text)] if maybe and _LOWER.search(text) else []
    )  # all in capitals: words
    if not _DIGIT.search(text):
        return names
    figures = numbers.spans(text)
    if not names:
        return figures
    others = (span for span in figures if not any(span[0] < end and start < span[1] for start, end in names))
    return sorted((*names, *others))
