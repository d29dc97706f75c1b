r"""A word is written in letters of another script that look like its own.

As with mixed scripts, but the whole word is wrong, often a single letter: a Latin “c” for the Russian preposition “с”.
Type it again.

Bad ru: mit dem Hund | c собакой
Bad uk: Und das Haus | A будинок
Bad en: ein Haus | а house
Bad uk: Katze und Hund | кіт i пес
Bad ru: In Baku regnet es. | B Баку идёт дождь.
Good ru: Vitamin C | витамин C
Good ru: im 1. Jahrhundert v. Chr. | в I веке до н. э.
Good uk: Der Erste Weltkrieg | I світова війна
Good ru: Löschen (j/N)? | Удалить (y/N)?
Good ru: Die Ordnung ist α = 1. | Порядок a = 1.
Good ru: beide Arten der Hepatitis | гепатит B и C
Good ru: mit chmod a+x los | запустить chmod a+x
Good ru: das SOCAR-Abkommen | соглашение SOCAR
Good en-ru: sites such as oOh!media | сайты, такие как OOH! media
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.one_script import LOOKS_CYRILLIC, to_cyrillic, to_latin
from l10n.pairs.pair import Pair
from l10n.text.words import listed

SEVERITY = Severity.ERROR
ALONE = True
NEEDS = ("typography",)

_LATIN_WORD, _CYRILLIC_WORD = (
    re.compile(rf"[{letters}](?<![\w.'’-].)[{letters}]*(?![\w'’-]|\.\w)")
    for letters in ("".join(LOOKS_CYRILLIC), "".join(LOOKS_CYRILLIC.values()))
)
_ROMAN = re.compile("[IXCM]+")
_SINGLE = frozenset("ackoyi")
"""Latin letters that would be words in Cyrillic; as capitals they may be names (hepatitis B), or I a numeral."""
_CAPITALS = frozenset("ABCKOY")
_BEGINNINGS = frozenset('.!?…:«„“"–—-')
_WORD_BEHIND = re.compile(r"\s+\w\w")
_LONGEST_RUN = 100
"""Characters without a space that are compared with the source."""
_MOST_CAPITALS = 100
"""Words in capitals of a source, of which an abbreviation may have lost a letter: with more it is all in capitals."""


def check(pair: Pair) -> Iterator[Hit]:
    """Words made of such letters only, in languages whose script we know."""
    if pair.typography is None:
        return
    if not (pair.latin if pair.typography.cyrillic else pair.cyrillic):
        return
    words = list((_LATIN_WORD if pair.typography.cyrillic else _CYRILLIC_WORD).finditer(pair.target_plain))
    retyped, name = (to_cyrillic, "Latin") if pair.typography.cyrillic else (to_latin, "Cyrillic")
    own = _HomoglyphPair(pair) if words else None
    for match in words:
        typed = retyped(match[0])
        if own and pair.typography.foreign.isdisjoint(typed.lower()) and _wrong(match, pair, own):
            unsure = pair.kind.is_technical or not pair.source
            severity = Severity.INFO if unsure and (_is_short_form(match[0]) or match[0] == own.letter) else None
            edits = ((*match.span(), typed),)
            yield Hit(f"“{match[0]}” is written in {name} letters", match.span(), edits=edits, severity=severity)


class _HomoglyphPair:
    """What is asked of a pair for each of its words, worked out once."""

    def __init__(self, pair: Pair) -> None:
        self.words = frozenset(pair.source_words)
        """Of the source."""
        self.runs = frozenset(pair.source.split())
        """What stands between its spaces."""
        capitals = (word.lower() for word in dict.fromkeys(pair.source_words) if _capital(word))
        self.capitals = tuple(islice(capitals, _MOST_CAPITALS))
        """Those of them that are written in capitals, in small letters."""
        self.is_upper = pair.target_plain.isupper()
        letter = pair.target_plain.strip()
        self.letter = letter if len(letter) == 1 else ""
        """The text if it is a letter and nothing else: a key that somebody is to press, the y of “yes”."""


def _is_short_form(word: str) -> bool:
    """Texts on programs have abbreviations that are nowhere in the source: IP, PC, API."""
    return len(word) > 1 and word.isupper()


def _wrong(match: re.Match[str], pair: Pair, own: _HomoglyphPair) -> bool:
    word = match[0]
    if word in own.words or _is_copied(match, own) or (len(word) == 1 and (_is_key(match) or _is_axis(word, pair))):
        return False
    if len(word) > 1 and (word.lower() in pair.source_vocabulary or _is_kept(word, pair)):
        return False
    if pair.typography and not pair.typography.cyrillic:
        return True
    if len(word) == 1:
        return word in _SINGLE or (word in _CAPITALS and _is_capitalized(match, own))
    if word.isupper() and any(_within(word.lower(), other) for other in own.capitals):
        return False  # an abbreviation that lost a letter, or a brand: oOh!
    even = word.islower() or word.isupper() or word.istitle()
    return even and not _ROMAN.fullmatch(word)


def _is_copied(match: re.Match[str], own: _HomoglyphPair) -> bool:
    """What it is a part of, between spaces, is in the source, too: the a of `a+x`."""
    text = match.string
    start, end = text.rfind(" ", 0, match.start()) + 1, text.find(" ", match.end())
    end = end if end >= 0 else len(text)
    return len(match[0]) < end - start <= _LONGEST_RUN and text[start:end] in own.runs


def _is_kept(word: str, pair: Pair) -> bool:
    """The catalogue has it in these letters elsewhere, as its sources do: PHP."""
    return pair.conventions is not None and pair.conventions.kept is not None and pair.conventions.kept.has(word)


def _is_key(match: re.Match[str]) -> bool:
    """One of (y/N), [y]es, b), or a variable: a=1."""
    text, start, end = match.string, *match.span()
    return text[end : end + 1] in set("/)]}=") or text.startswith(" =", end) or text[start - 1 : start] in set("/[")


def _is_axis(letter: str, pair: Pair) -> bool:
    """A letter by itself that the source has, too, and that is no word of it: y, but not a."""
    small = letter.lower()
    return small in pair.source_vocabulary and small not in listed(pair.source_language, "function_words") | {"a", "i"}


def _is_capitalized(match: re.Match[str], own: _HomoglyphPair) -> bool:
    """A word at the beginning of a sentence or among capitals, not a name."""
    if not _WORD_BEHIND.match(match.string, match.end()):
        return False
    return own.is_upper or _begins(match.string, match.start())


def _begins(text: str, start: int) -> bool:
    """Nothing but signs stands before, or among those right before it is one after which a sentence may begin."""
    while start:
        start -= 1
        if text[start] in _BEGINNINGS:
            return True
        if text[start].isalnum() or text[start] == "_":
            return False
    return True


def _capital(word: str) -> bool:
    """Capitals that are not just the first letter."""
    return not word.islower() and not word.istitle()


def _within(word: str, other: str) -> bool:
    """The letters of the word are in the other one, in this order."""
    letters = iter(other)
    return len(word) > 1 and all(letter in letters for letter in word)
