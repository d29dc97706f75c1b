r"""A word is written in letters of another script that look like its own.

As with mixed scripts, but the whole word is wrong, often a single letter: a Latin “c” for the Russian preposition “с”.
Type it again.

Bad ru: mit dem Hund | c собакой
Bad uk: Und das Haus | A будинок
Bad en: ein Haus | а house
Good ru: Vitamin C | витамин C
Good ru: das SOCAR-Abkommen | соглашение SOCAR
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.linguistics.pair import Pair
from l10n.linguistics.typography import CYRILLIC, LATIN
from l10n.model import Severity

SEVERITY = Severity.ERROR

_ALIKE = dict(zip("ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху", strict=True))
"""Latin letters and the Cyrillic ones that look like them."""
_TO_CYRILLIC = str.maketrans(_ALIKE)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _ALIKE.items()})
_LATIN_WORD = re.compile(rf"(?<![\w.'’-])[{''.join(_ALIKE)}]+(?![\w'’-]|\.\w)")
_CYRILLIC_WORD = re.compile(rf"(?<![\w.'’-])[{''.join(_ALIKE.values())}]+(?![\w'’-]|\.\w)")
_ROMAN = re.compile("[IXCM]+")
_SINGLE = frozenset("ackoyiABCKOYI")
"""Latin letters that would be words in Cyrillic."""


def check(pair: Pair) -> Iterator[Hit]:
    """Words made of such letters only, in languages whose script we know."""
    if pair.typography is None:
        return
    strangers = LATIN if pair.typography.cyrillic else CYRILLIC
    if pair.target_chars.isdisjoint(strangers):
        return
    words = (_LATIN_WORD if pair.typography.cyrillic else _CYRILLIC_WORD).finditer(pair.target_plain)
    for match in words:
        if _wrong(match[0], pair):
            table, name = (_TO_CYRILLIC, "Latin") if pair.typography.cyrillic else (_TO_LATIN, "Cyrillic")
            edit = (*match.span(), match[0].translate(table))
            yield Hit(f"“{match[0]}” is written in {name} letters", match.span(), edits=(edit,))


def _wrong(word: str, pair: Pair) -> bool:
    if word in pair.source_words:
        return False
    if pair.typography and not pair.typography.cyrillic:
        return True
    if word.isupper() and any(_within(word, other) for other in pair.source_words if other.isupper()):
        return False  # an abbreviation that lost a letter
    even = word.islower() or word.isupper() or word.istitle()
    return word in _SINGLE or (len(word) > 1 and even and not _ROMAN.fullmatch(word))


def _within(word: str, other: str) -> bool:
    """The letters of the word are in the other one, in this order."""
    letters = iter(other)
    return len(word) > 1 and all(letter in letters for letter in word)
