"""Words in two scripts that were meant to be in one: the letters of the other look like its own."""

from __future__ import annotations

import re

from l10n.text.typography import CYRILLIC, LATIN, typography

LOOKS_CYRILLIC = dict(zip("ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху", strict=True))
"""Latin letters and the Cyrillic ones that look like them."""
_TO_CYRILLIC = str.maketrans(LOOKS_CYRILLIC)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in LOOKS_CYRILLIC.items()})
_MARKS = re.compile("[&_]")
_RUN = re.compile("[A-Za-z]{2,}")
_LONG = 5
"""Letters of a word."""


def to_cyrillic(text: str) -> str:
    """The text with Cyrillic letters for Latin ones that look like them."""
    return text.translate(_TO_CYRILLIC)


def to_latin(text: str) -> str:
    """The text with Latin letters for Cyrillic ones that look like them."""
    return text.translate(_TO_LATIN)


def is_mistyped(word: str, source: str, lang: str) -> bool:
    """The word is one of the source in Latin letters, or one of the language, but for letters that look alike.

    A part that is a word of the source is no slip (`Macом`), nor are capitals within a word (`МенюMC`). A single letter
    in a long word is one, whatever it looks like.
    """
    customs = typography(lang)
    word, source = _MARKS.sub("", word), _MARKS.sub("", source)
    latin, cyrillic = to_latin(word), to_cyrillic(word)
    if CYRILLIC.isdisjoint(latin) and (customs is None or not customs.cyrillic or _has(source, latin)):
        return True
    even = word.islower() or word.isupper() or word.istitle()
    if customs is None or not customs.cyrillic or not even or any(_has(source, run) for run in _RUN.findall(word)):
        return False
    strange = (LATIN | customs.foreign).intersection
    return not strange(cyrillic.lower()) or (word.isalpha() and len(word) >= _LONG and len(strange(word.lower())) == 1)


def _has(source: str, word: str) -> bool:
    """The word, or its English plural."""
    return re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", source) is not None
