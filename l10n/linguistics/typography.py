"""How each language sets its text: quotation marks, numbers, percent, dash, letters.

Source: CLDR 47 (delimiters.json, numbers.json, characters.json); for dashes and the second choice of Azerbaijani the
style guides named in docs/checks.md.
"""

from __future__ import annotations

import string
from dataclasses import dataclass

LATIN = frozenset(string.ascii_letters)
CYRILLIC = frozenset(map(chr, range(0x400, 0x530)))

_SPACES = "\u00a0\u202f\u2009 "


@dataclass(frozen=True, slots=True)
class Typography:
    """The customs of one language."""

    quotes: tuple[str, ...]
    """Pairs of quotation marks that may stand outside, the usual one first."""
    inner: tuple[str, ...]
    """Pairs that may stand within others, the usual one first."""
    decimal: str
    group: str
    """Characters that may part groups of three digits, the usual one first."""
    percent: str
    """What stands between number and percent sign."""
    dash: str
    """The dash within a sentence, with spaces around it."""
    cyrillic: bool = False
    foreign: frozenset[str] = frozenset()
    """Letters of related languages that this one does not have, lower case."""


TYPOGRAPHY = {
    "de": Typography(("„“", "»«"), ("‚‘", "›‹"), ",", "." + _SPACES, "\u00a0", "–"),
    "en": Typography(("“”",), ("‘’",), ".", ",", "", "–", foreign=frozenset("äöüßəığş")),
    "ru": Typography(("«»",), ("„“", "«»"), ",", _SPACES, "\u00a0", "—", cyrillic=True, foreign=frozenset("іїєґў")),
    "az": Typography(("“”", "«»"), ("‘’", "“”", "„“"), ",", "." + _SPACES, "", "–", foreign=frozenset("wäß")),
    "uk": Typography(("«»",), ("„“", "«»"), ",", _SPACES, "", "—", cyrillic=True, foreign=frozenset("ыэёъў")),
}
