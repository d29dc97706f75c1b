"""A word has Latin and Cyrillic letters.

They look alike, but no search, spell checker or screen reader takes such a word for what it is. Type it again.

Bad ru: Das Haus | Дoм
Bad en: Moskau | Mоscow
Good ru: die IT-Branche | IT-отрасль
Good ru: COVID-19-Fälle | случаи COVID-19
Good en-ru: %BWarning%b: no disk | %BВнимание%b: диска нет
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from l10n.checks import Hit
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.typography import CYRILLIC, LATIN

SEVERITY = Severity.ERROR
ALONE = True

_CYRILLIC = r"\u0400-\u052f"
_LATIN = r"A-Za-z\u00c0-\u024f\u0259\u018f"
_MIXED = re.compile(rf"(?<!\w)\w*(?:[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}])\w*")

_ALIKE = frozenset("ABCEHIKMOPTXY")
"""Capitals that look like Cyrillic ones."""
_CODES = frozenset("BCEFILSXZ")
_FONT = re.compile(r"\\f(?:[BIPR]|\([A-Z]{2})")
"""An escape of groff, for the font of what follows."""
_PUT_TOGETHER = re.compile(r"[A-Z]+[a-z]+[A-Z][A-Za-z]*|[a-z]+[A-Z][A-Za-z]*")


def check(pair: Pair) -> Iterator[Hit]:
    """Words with both, whatever the language; what the source has like that may stay."""
    if not (pair.latin and pair.cyrillic):
        return
    for match in _MIXED.finditer(pair.target_plain):
        start, end = _without_marks(match, pair)
        word = match.string[start:end]
        if word not in pair.source and _MIXED.fullmatch(word):
            other = CYRILLIC if _latin(word) else LATIN
            strangers = " ".join(dict.fromkeys(letter for letter in word if letter in other))
            name = "Cyrillic" if other is CYRILLIC else "Latin"
            message = f"“{word}” has {name} letters among the others: {strangers}"
            named = _is_name(pair) or _is_part(word, pair)
            yield Hit(message, (start, end), severity=Severity.INFO if named else None)


def _without_marks(match: re.Match[str], pair: Pair) -> Span:
    r"""The word without a letter that a program reads: of the `%B` that the source has, of POD's `E<lt>`, or of groff's
    `\fB`.
    """
    start, end = match.span()
    text = pair.target
    if font := _FONT.match(text, max(0, text.rfind("\\", 0, start))):
        start = max(start, font.end())
    if text[start - 1 : start] == "%" and text[start - 1 : start + 1] in pair.source:
        start += 1
    return start, end - (text[end : end + 1] == "<" and text[end - 1] in _CODES)


def _is_name(pair: Pair) -> bool:
    """The whole source is a name of something in a program, put together of words: CopyFontName."""
    return pair.kind.is_technical and _PUT_TOGETHER.fullmatch(pair.source.strip()) is not None


def _is_part(word: str, pair: Pair) -> bool:
    """What somebody is to put in, of which a part was translated: SEUSER, GROUPN."""
    if not (pair.kind.is_technical and word.isupper()):
        return False
    latin = "".join(letter for letter in word if letter in LATIN)
    edge = word.startswith(latin) or word.endswith(latin)
    shouted = (other for other in pair.source_words if other.isupper() and len(other) > len(latin))
    return edge and not _ALIKE.issuperset(latin) and any(map(_has_edge(latin), shouted))


def _has_edge(part: str) -> Callable[[str], bool]:
    return lambda word: word.startswith(part) or word.endswith(part)


def _latin(word: str) -> bool:
    return sum(letter in LATIN for letter in word) * 2 > len(word)
