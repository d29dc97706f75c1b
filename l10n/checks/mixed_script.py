"""A word has Latin and Cyrillic letters.

They look alike, but no search, spell checker or screen reader takes such a word for what it is. Type it again.

Bad ru: Das Haus | Дoм
Bad en: Moskau | Mоscow
Good ru: die IT-Branche | IT-отрасль
Good ru: COVID-19-Fälle | случаи COVID-19
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.typography import CYRILLIC, LATIN

SEVERITY = Severity.ERROR
ALONE = True

_CYRILLIC = r"\u0400-\u052f"
_LATIN = r"A-Za-z\u00c0-\u024f\u0259\u018f"
_MIXED = re.compile(rf"(?<!\w)\w*(?:[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}])\w*")

_PUT_TOGETHER = re.compile(r"[A-Z]+[a-z]+[A-Z][A-Za-z]*|[a-z]+[A-Z][A-Za-z]*")


def check(pair: Pair) -> Iterator[Hit]:
    """Words with both, whatever the language; what the source has like that may stay."""
    if not (pair.latin and pair.cyrillic):
        return
    for match in _MIXED.finditer(pair.target_plain):
        if match[0] not in pair.source:
            other = CYRILLIC if _latin(match[0]) else LATIN
            strangers = " ".join(dict.fromkeys(letter for letter in match[0] if letter in other))
            name = "Cyrillic" if other is CYRILLIC else "Latin"
            message = f"“{match[0]}” has {name} letters among the others: {strangers}"
            yield Hit(message, match.span(), severity=Severity.INFO if _is_name(pair) else None)


def _is_name(pair: Pair) -> bool:
    """The whole source is a name of something in a program, put together of words: CopyFontName."""
    return pair.kind.is_technical and _PUT_TOGETHER.fullmatch(pair.source.strip()) is not None


def _latin(word: str) -> bool:
    return sum(letter in LATIN for letter in word) * 2 > len(word)
