"""What tells the language of a text: small words, letters, and how words look, each word counted once.

Function words alone decide for a sentence of some length; short texts need the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Set
from functools import lru_cache

from l10n.languages.record import Evidence
from l10n.languages.table import modules, ours
from l10n.text.words import listed


def likely(
    words: Collection[str], lang: str, latin: bool, cyrillic: bool, names: Collection[str] = (), bare: bool = False
) -> str:
    """Another language that these words, in lower case, are rather in; empty if it is the right one or nobody can tell.

    `latin` and `cyrillic` say which letters there are at all; how `names` look tells nothing. In a `bare` text one
    word is enough: it has none of the letters of its own language.
    """
    vocabulary = frozenset(words)
    for other, small, own_small, look in _others(lang, latin, cyrillic):
        theirs = vocabulary & small
        if not theirs and not look:
            continue
        count, own = len(theirs), len(vocabulary & own_small)
        if own < _FEW and look:
            count += _looking(vocabulary.difference(theirs, names), other, lang)
        if count > 2 * own and count >= (1 if bare else _FEW if len(vocabulary) <= _SHORT else _ENOUGH):
            return other
    return ""


_MANY = 100_000
"""Words that are remembered."""
_FEW, _ENOUGH, _SHORT = 2, 3, 12
"""So many telling words are needed, in a text of so many words and in a longer one."""


@lru_cache
def _others(lang: str, latin: bool, cyrillic: bool) -> tuple[tuple[str, frozenset[str], frozenset[str], str], ...]:
    """Each other language in these scripts, the small words that only it has, those of this one, and its look."""
    own = _telling(lang)
    others = [other for other in modules() if other != lang and (cyrillic if _is_cyrillic(other) else latin)]
    return tuple(
        (other, _telling(other) - own, own - _telling(other), _look(other, lang))
        for other in others
        if ours(other).evidence
    )


def _is_cyrillic(lang: str) -> bool:
    typography = ours(lang).typography
    return typography is not None and typography.cyrillic


def _telling(lang: str) -> frozenset[str]:
    """Small words, and for languages that share many of them common ones."""
    evidence = ours(lang).evidence or Evidence()
    return frozenset[str]().union(*(listed(lang, name) for name in evidence.lists))


def letters_of(lang: str) -> frozenset[str]:
    """The letters that nearly every text in this language has; empty if there are none, or nobody knows them."""
    evidence = ours(lang).evidence
    return evidence.letters if evidence else frozenset()


def _look(other: str, lang: str) -> str:
    evidence = ours(other).evidence
    return evidence.looks.get(lang, "") if evidence else ""


_plain: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
"""By two languages: words that do not look like the first. They are nearly all, and looked up in one go."""


def _looking(words: Set[str], other: str, lang: str) -> int:
    """How many of the words look like the other language."""
    plain, count = _plain[other, lang], 0
    for word in words - plain:
        if looks(word, other, lang):
            count += 1
        elif len(plain) < _MANY:
            plain.add(word)
    return count


@lru_cache(_MANY)
def looks(word: str, other: str, lang: str) -> bool:
    """The word, in lower case, is rather one of the other language."""
    pattern = _look(other, lang)
    return pattern != "" and re.fullmatch(pattern, word) is not None
