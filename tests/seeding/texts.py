"""Tools for spoiling: words outside of placeholders and addresses, replacement at a place, choice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from random import Random
from typing import TypeVar

T = TypeVar("T")

_FIXED = re.compile(
    r"(?:https?://|www\.)[^\s()\[\]]+|[\w.+-]+@[\w.-]+"  # addresses
    r"|\{(?:[^{}]|\{[^{}]*\})*\}|%(?:\(\w+\))?(?:\d+\$)?(?:\.\d)?[sdf](?!\w)"  # placeholders
    r"|<[^<>]+>|&\w+;|`[^`]*`|\]\([^()]*\)"  # markup
    r"|[#@][\w.]+"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LOWER = str.maketrans({"İ": "i", "I": "ı"})
_UPPER = str.maketrans({"i": "İ", "ı": "I"})


def is_fixed(text: str, start: int, end: int) -> bool:
    """Something between the two places is no language: an address, a placeholder, a tag."""
    return any(first < end and start < last for first, last in _fixed(text))


@cache
def _fixed(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _FIXED.finditer(text))


def found(pattern: str | re.Pattern[str], text: str) -> list[re.Match[str]]:
    """All matches that touch nothing fixed."""
    return [match for match in re.finditer(pattern, text) if not is_fixed(text, *match.span())]


@cache
def words(text: str) -> tuple[re.Match[str], ...]:
    """All words, compounds with hyphen or apostrophe as one, that are language."""
    return tuple(match for match in found(_WORD, text) if not re.search(r"[\w-]$", text[: match.start()]))


def put(match: re.Match[str], new: str) -> str:
    """The whole text with `new` in place of the match."""
    return f"{match.string[: match.start()]}{new}{match.string[match.end() :]}"


def lost(match: re.Match[str]) -> str:
    """The whole text without the match and the space that its loss leaves over; it still begins as it did."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if before.endswith((" ", "\u00a0", "\n")) or not before:
        after = after.lstrip(" \u00a0")
    if not after or after[0] in ".,;:!?)»”\n":
        before = before.rstrip(" \u00a0")
    return before + (after if before else after[:1].upper() + after[1:])


def one_of(rng: Random, options: Iterable[T]) -> T | None:
    """One of the options; None if there are none."""
    listed = list(options)
    return rng.choice(listed) if listed else None


def lower(text: str, language: str) -> str:
    """In small letters, as the language has them."""
    return (text.translate(_LOWER) if language == "az" else text).lower()


def upper(text: str, language: str) -> str:
    """In capitals, as the language has them."""
    return (text.translate(_UPPER) if language == "az" else text).upper()
