"""In which language many short texts together are, such as the msgids of a program.

Of the languages we know one is named only if nothing speaks for another, known or not: letters that it does not have,
too few of its own words. Words that only one of them has tell German from English, letters tell the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from l10n.text import placeholders
from l10n.text.words import listed

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_CODE = re.compile(r"`[^`]*`|(?<!\S)[^\s@/\\_]*+[@/\\_]\S*|(?<!\w)\w++\.\w\S*")
"""Addresses, paths, names of variables."""
_ACCELERATOR = re.compile(r"[&_](?=\w)")
_CHARACTERS = 10_000
"""So much text is enough."""

_ASCII = frozenset("abcdefghijklmnopqrstuvwxyz")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_LETTERS = {
    "en": _ASCII,
    "de": _ASCII | frozenset("äöüß"),
    "az": _ASCII - {"w"} | frozenset("əığşçöü"),
    "ru": _RUSSIAN,
    "uk": _RUSSIAN - frozenset("ёъыэ") | frozenset("іїєґ"),
}
_TELLING = {"az": (("ə", 0.02),), "ru": (("ыэё", 0.008), ("и", 0.02)), "uk": (("іїєґ", 0.02), ("и", 0.02))}
"""Letters, and how much of a text they are at least: a third of what is usual. Belarusian has no и."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MOST = 0.5
"""Of the letters of a Cyrillic text: names of programs and options are in Latin letters."""
_OTHERS = {"az": 0.03, "en": 0.03, "de": 0.03, "ru": 0.005, "uk": 0.005}
"""More letters of others a text does not have; Latin ones stand in names."""
_SHARE = 0.35
"""Of the words of a German or English text so many are in the lists; of Dutch, French or Latin not half as many."""
_FEW = 2
"""Distinct words that are needed."""


def identify(texts: Iterable[str]) -> str:
    """The code of the language, as `en`; empty if nobody can tell, or if it is none of those we know."""
    words = _WORD.findall(_beginning(texts).lower().replace("i\u0307", "i"))
    letters = Counter("".join(words))
    cyrillic = Counter({letter: count for letter, count in letters.items() if _CYRILLIC.match(letter)})
    if cyrillic.total() > _MOST * letters.total():
        letters = cyrillic
    total = letters.total()
    fitting = [lang for lang in _LETTERS if total and _foreign(letters, lang) <= _OTHERS[lang] * total]
    for lang in fitting:
        if lang in _TELLING and all(_share(letters, some, least) for some, least in _TELLING[lang]):
            return lang
    return _by_words(Counter(words), [lang for lang in fitting if lang not in _TELLING])


def _beginning(texts: Iterable[str]) -> str:
    """As much of the texts as is enough, without what is no language."""
    found, length = [], 0
    for text in texts:
        found.append(_prose(text))
        length += len(found[-1])
        if length > _CHARACTERS:
            break
    return "\n".join(found)


def _prose(text: str) -> str:
    """The text without what is no language."""
    plain = " ".join(piece.text for piece in placeholders.split(text) if not piece.fixed)
    return _ACCELERATOR.sub("", _CODE.sub(" ", plain))


def _share(letters: Counter[str], some: str, least: float) -> bool:
    """These letters are at least so much of all."""
    return sum(letters[one] for one in some) >= max(_FEW, least * letters.total())


def _foreign(letters: Counter[str], lang: str) -> int:
    return sum(count for letter, count in letters.items() if letter not in _LETTERS[lang])


def _by_words(words: Counter[str], languages: list[str]) -> str:
    """The language that has enough of the words, and clearly more than any other."""
    total = sum(count for word, count in words.items() if len(word) > 1)
    found = {lang: {word: words[word] for word in words.keys() & _vocabulary(lang)} for lang in _VOCABULARIES}
    sums = {lang: sum(some.values()) for lang, some in found.items()}
    for lang in languages:
        enough = len(found[lang]) >= _FEW and sums[lang] >= _SHARE * total
        if enough and all(sums[lang] > 2 * sums[other] for other in sums if other != lang):
            return lang
    return ""


_VOCABULARIES = ("en", "de")


@cache
def _vocabulary(lang: str) -> frozenset[str]:
    """The words that are listed for this language, in small letters, and not for the other."""
    (other,) = (one for one in _VOCABULARIES if one != lang)
    return _words(lang) - _words(other)


@cache
def _words(lang: str) -> frozenset[str]:
    names = ("function_words", "common_words", "interface_words")
    return frozenset(word.lower() for name in names for word in listed(lang, name))
