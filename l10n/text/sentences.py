"""How many sentences a text seems to have: a quick count for texts side by side, which cuts nothing.

Where it matters which sentence ends where, `l10n.segmentation` says it.
"""

from __future__ import annotations

import re
from functools import cache

from l10n.text.words import listed

_END = re.compile(
    r"(?<![.!?…])[.!?…]++[)\]\"”“»’']*+\s++[\"“«„‘(\[–—-]*+[ \u00a0]?+(?=([^\W\d_]))",
)
"""The marks at an end, and the first letter of what follows."""
_ABBREVIATIONS = ("never_final", "maybe_final", "often_final", "before_numbers")
_WORD = 24
"""Characters before an end in which its word is looked for."""
_SHORT = 2
"""Letters of an initial."""
_EDGES = "(\"“„«‘'["


def sentences(text: str, lang: str) -> int:
    """Ends before a capital, and the last one; abbreviations, initials and ordinals end nothing."""
    ends = (match for match in _END.finditer(text) if str.isupper(match[1]))
    return 1 + sum(not _goes_on(text, match.start(), lang) for match in ends)


def _goes_on(text: str, end: int, lang: str) -> bool:
    if text[end] != "." or text[end + 1 : end + 2] == ".":
        return False
    word = (text[max(0, end - _WORD) : end].split() or [""])[-1].lstrip(_EDGES).lower()
    return len(word) < _SHORT or word.isdigit() or "." in word or f"{word}." in _abbreviations(lang)


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    words = (word for name in _ABBREVIATIONS for word in listed(lang, f"segmentation/{name}"))
    return frozenset(map(str.lower, words))
