"""In which language many short texts together are, such as the msgids of a program.

Of the languages we know one is named only if nothing speaks for another, known or not: letters that it does not have,
too few of its own words. Letters tell most of them, and words those that have no letters of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from l10n.languages import LANGUAGES, record
from l10n.languages.record import Evidence
from l10n.text import placeholders
from l10n.text.words import listed

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_CODE = re.compile(r"`[^`]*`|(?<!\S)[^\s@/\\_]*+[@/\\_]\S*|(?<!\w)\w++\.\w\S*")
"""Addresses, paths, names of variables."""
_ACCELERATOR = re.compile(r"[&_](?=\w)")
_CHARACTERS = 10_000
"""So much text is enough."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MOST = 0.5
"""Of the letters of a Cyrillic text: names of programs and options are in Latin letters."""
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
    fitting = {
        lang: evidence
        for lang, evidence in _known().items()
        if total and _foreign(letters, evidence.alphabet) <= evidence.others * total
    }
    for lang, evidence in fitting.items():
        if evidence.shares and all(_share(letters, some, least) for some, least in evidence.shares):
            return lang
    return _by_words(Counter(words), [lang for lang, evidence in fitting.items() if not evidence.shares])


@cache
def _known() -> Mapping[str, Evidence]:
    """The languages that can be named."""
    evidences = ((lang, record(lang).evidence) for lang in LANGUAGES)
    return {lang: evidence for lang, evidence in evidences if evidence and evidence.alphabet}


def _beginning(texts: Iterable[str]) -> str:
    """The beginning of the texts, as much as is enough, without what is no language."""
    beginning, length = [], 0
    for text in texts:
        beginning.append(_prose(text))
        length += len(beginning[-1])
        if length > _CHARACTERS:
            break
    return "\n".join(beginning)


def _prose(text: str) -> str:
    """The text without what is no language."""
    plain = " ".join(piece.text for piece in placeholders.split(text) if not piece.fixed)
    return _ACCELERATOR.sub("", _CODE.sub(" ", plain))


def _share(letters: Counter[str], some: str, least: float) -> bool:
    """These letters are at least so much of all."""
    return sum(letters[letter] for letter in some) >= max(_FEW, least * letters.total())


def _foreign(letters: Counter[str], alphabet: frozenset[str]) -> int:
    return sum(count for letter, count in letters.items() if letter not in alphabet)


def _by_words(words: Counter[str], languages: list[str]) -> str:
    """The language that has enough of the words, and clearly more than any other."""
    total = sum(count for word, count in words.items() if len(word) > 1)
    own = {lang: {word: words[word] for word in words.keys() & _vocabulary(lang)} for lang in _told_by_words()}
    sums = {lang: sum(counts.values()) for lang, counts in own.items()}
    for lang in languages:
        enough = len(own[lang]) >= _FEW and sums[lang] >= _SHARE * total
        if enough and all(sums[lang] > 2 * sums[other] for other in sums if other != lang):
            return lang
    return ""


@cache
def _told_by_words() -> tuple[str, ...]:
    return tuple(lang for lang, evidence in _known().items() if not evidence.shares)


@cache
def _vocabulary(lang: str) -> frozenset[str]:
    """The words that are listed for this language, in small letters, and for no other."""
    return _words(lang).difference(*(_words(other) for other in _told_by_words() if other != lang))


@cache
def _words(lang: str) -> frozenset[str]:
    names = ("function_words", "common_words", "interface_words")
    return frozenset(word.lower() for name in names for word in listed(lang, name))
