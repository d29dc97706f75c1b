"""Which words of a source text are rare, and which are names that the draft has, too.

There is no list of frequencies that we may ship: rare is what is in none of our lists of common words (2,500 in German,
1,500 in English) and is not found again in the draft. Found again is a word with a capital
that the draft has as it is or, in another spelling or script, with the same consonants (Alijew, Алиев): a name. Any
other word with a capital is rare in German, where nouns have one, else neither. Of a language without a list nothing is
said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.languages import LANGUAGES, record
from l10n.text.names import alike, skeleton
from l10n.text.words import listed, shared

_WORD = re.compile(r"[^\W\d_]+")
_MANY = 400
"""Words that are looked at; the rest of a very long text is like its beginning."""


def shares(source: str, draft: str, source_language: str, language: str) -> tuple[float, float] | tuple[None, None]:
    """Rare words and names that the draft has, both as shares of the source's words; None if nobody can tell."""
    words, spoken = _WORD.findall(source)[:_MANY], record(source_language)
    if not words or not spoken.frequent:
        return None, None
    common = _common(source_language)
    unknown = [word for word in words if word.lower() not in common]
    again = _again(unknown, draft, source_language, language)
    capitals = spoken.noun_capitals
    rare = sum(word not in again and (capitals or word.islower()) for word in unknown)
    return rare / len(words), sum(word in again for word in unknown) / len(words)


def copied(source: str, draft: str, source_language: str, language: str) -> bool:
    """The draft is the source text, and no name or title that stays: a word of it is no word of the other language."""
    if source_language == language or draft.strip().casefold() != source.strip().casefold():
        return False
    common = _common(source_language)
    return any(
        word.lower() in common
        and not shared(word, source_language, language)
        and not shared(word, language, source_language)
        for word in _WORD.findall(source)[:_MANY]
    )


def _again(words: list[str], draft: str, source_language: str, language: str) -> frozenset[str]:
    """Those with a capital that are in the draft, too, as they are or in another spelling."""
    capitals = [word for word in words if word[0].isupper()]
    if not capitals:
        return frozenset()
    there = list(dict.fromkeys(_WORD.findall(draft)))[:_MANY]
    small = {word.lower() for word in there}
    bones = {skeleton(word, language) for word in there}
    return frozenset(
        word for word in capitals if word.lower() in small or _spelt(skeleton(word, source_language), bones)
    )


def _spelt(bone: str, bones: set[str]) -> bool:
    return (len(bone) > 1 and bone in bones) or any(alike(bone, other) for other in bones)


@lru_cache
def _common(lang: str) -> frozenset[str]:
    """The common words of a language, in lower case."""
    lists = [listed(lang, "common_words"), listed(lang, "function_words")]
    # words that are listed apart for being in both
    lists += [listed(other, f"same_in_{lang}") for other, known in LANGUAGES.items() if known.frequent]
    return frozenset(word.lower() for words in lists for word in words)
