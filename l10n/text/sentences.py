"""How many sentences a text seems to have: a quick count for texts side by side, which cuts nothing.

Where it matters which sentence ends where, `l10n.segmentation` says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from l10n.text.words import listed

_END = re.compile(
    r"(?<![.!?…])[.!?…]++[)\]\"”“»’']*+\s++[\"“«„‘(\[–—-]*+[ \u00a0]?+(?=([^\W\d_]))",
)
"""The marks at an end, and the first letter of what follows."""
_ABBREVIATIONS = ("never_final", "maybe_final", "often_final", "before_numbers", "units")
_WORD = 24
"""Characters before an end in which its word is looked for."""
_SHORT = 2
"""Letters of an initial."""
_ORDINAL = 2
"""Digits of an ordinal; a year ends its sentence."""
_DOTTED = re.compile(r"\.[^\W\d_]")
"""Within an abbreviation, `z. B.` or `U.S.`; figures have full stops, too: 31.12.2026."""
_EDGES = "(\"“„«‘'["


def sentences(text: str, lang: str) -> int:
    """Ends before a capital, and the last one; abbreviations, initials and ordinals end nothing."""
    return 1 + sum(1 for _ in _ends(text, lang))


def sentence_texts(text: str, lang: str) -> list[str]:
    """These sentences; joined they give back the text."""
    edges = [0, *(match.end() for match in _ends(text, lang)), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def _ends(text: str, lang: str) -> Iterator[re.Match[str]]:
    ends = (match for match in _END.finditer(text) if str.isupper(match[1]))
    return (match for match in ends if not _goes_on(text, match.start(), lang))


def _goes_on(text: str, end: int, lang: str) -> bool:
    if text[end] != "." or text[end + 1 : end + 2] == ".":
        return False
    word = (text[max(0, end - _WORD) : end].split() or [""])[-1].lstrip(_EDGES).lower()
    if word.isdigit():
        return len(word) <= _ORDINAL
    initial = len(word) < _SHORT and (not word or word.isalpha())
    return initial or _DOTTED.search(word) is not None or f"{word}." in _abbreviations(lang)


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    words = (word for name in _ABBREVIATIONS for word in listed(lang, f"segmentation/{name}"))
    return frozenset(map(str.lower, words))
