"""Names across scripts: Alijew, Aliyev, Алиев, Əliyev have the same consonants.

A skeleton is what is left of a name when spelling habits are taken out: its consonants in Latin letters, sounds that
languages write differently made one. Names are alike if one skeleton begins with the other: endings come last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from l10n.languages import PIVOT, record

_CYRILLIC_CONSONANTS = "дж j х h ц s ч ch ш sh щ sh ж j з s б b в v г k ґ k д d к k л l м m н n п p р r с s т t ф f"
"""In whatever language: letters, and the Latin consonant that they sound as, in turn."""
_VOWELS = re.compile(r"[^\w]|[\d_aeiouyäöüəıаеёиіїєоуыэюяйьъj]")
"""j is a vowel where it is written for one; as the sound of дж it is upper case by then."""
_DOUBLED = re.compile(r"(.)\1+")
_CYRILLIC = re.compile("[а-яіїєґ]")
_EDGES = ".,;:!?…()[]{}\"'“”„«»‘’‚‹›*_–—-"
_LOOSE = str.maketrans({"H": "", "K": "G", "S": "Z", "C": "Z", "J": "Z", "P": "B", "F": "V", "T": "D", "B": "V"})
_PREFIX = 2
_ALIKE = 75.0
_SMALL = 3
"""Letters of words that stay small in a title: of, and, the, das, und."""


@lru_cache(65536)
def skeleton(name: str, lang: str) -> str:
    """Its consonants, in capitals: LV for Alijew, Aliyev, Алиев and Əliyev."""
    word = name.lower().replace("i\u0307", "i")
    for letters, consonant in _sounds(_CYRILLIC_CONSONANTS if _CYRILLIC.search(word) else _consonants(lang)):
        if letters in word:
            word = word.replace(letters, consonant)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word).upper())


def _consonants(lang: str) -> str:
    """The language's own, or those of the pivot, which most names are spelt for."""
    return record(lang).consonants or record(PIVOT).consonants


@cache
def _sounds(consonants: str) -> tuple[tuple[str, str], ...]:
    """Letters, each with its consonant in capitals."""
    letters = consonants.split()
    return tuple(zip(letters[::2], map(str.upper, letters[1::2]), strict=True))


def capitals(text: str) -> list[str]:
    """The words with a capital, without the punctuation around them; the first word of a sentence may be any.

    The capital may be the second letter: iPhone.
    """
    return [
        word
        for part in text.split()
        if not part.islower() and (word := part.strip(_EDGES)) and (word[:1].isupper() or word[1:2].isupper())
    ]


def sure_names(text: str) -> list[str]:
    """Words that are names beyond doubt: a capital where no sentence begins, or Latin letters in a Cyrillic text."""
    parts = text.split()
    cyrillic = not text.isascii() and _CYRILLIC.search(text) is not None
    return [
        word
        for before, part in pairwise((".", *parts))
        if not part.islower() and (word := part.strip(_EDGES)) and word[:1].isupper()
        if before[-1] not in ".!?:…" or (cyrillic and not _CYRILLIC.search(word.lower()))
    ]


def alike(bone: str, other: str) -> bool:
    """Skeletons of the same name, perhaps with an ending."""
    short, long = sorted((bone, other), key=len)
    return len(short) > 1 and long.startswith(short) and len(long) - len(short) <= max(2, len(short) - 1)


def resembles(name: str, bone: str, words: Iterable[str], lang: str) -> bool:
    """One of the words may be that name, in a spelling that our tables do not know, or a word made of it.

    An abbreviation or a brand like iPhone is another one or none.
    """
    loose = bone.translate(_LOOSE)
    if name.isupper() or name[:1].islower():
        return any(_loose(word, lang) == loose for word in words)
    start, small = (loose[:_PREFIX] if len(loose) > _PREFIX else loose[:1]), loose[: _PREFIX + 1]
    for word in words:  # a plain loop, as there are so many
        other = _loose(word, lang)
        if word.islower():
            if len(small) > _PREFIX and other.startswith(small):
                return True
        elif other and (
            other.startswith(start)
            or (len(other) > 1 and loose.startswith(other))
            or fuzz.ratio(loose, other) >= _ALIKE
        ):
            return True
    return False


def is_title(text: str) -> bool:
    """Every word has a capital, but for short ones, as names of films and books have: Harry Potter and the Stone."""
    return not any(word[0].islower() for word in text.split() if len(word) > _SMALL)


@lru_cache(65536)
def _loose(word: str, lang: str) -> str:
    """Its skeleton, with sounds made one that are only alike."""
    return skeleton(word, lang).translate(_LOOSE)
