"""What engines do and translators hardly ever: reason to ask again and to look twice, but no finding in people's texts.

People put names into small letters, add brackets and keep a word of the source on purpose. A draft that does so has
most likely gone wrong, so its slips count as findings when it is made, and as errors in its risk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from l10n.languages import record
from l10n.pairs.pair import Pair
from l10n.text.names import alike, skeleton, sure_names
from l10n.text.words import known_words, listed, shared

_MADE_UP = re.compile(r"\([^()\d]*\)|\[[^\[\]\d]*\]|♪")
"""“(applause)”: the models have learnt from subtitles."""
_TWICE = re.compile(r"(?<!\w)([^\W\d_]{3,})\s+\1(?!\w)", re.IGNORECASE)
_MANY = 1000
"""Words of both texts; among more, each name is like something."""
_DERIVED = re.compile("(?:an|ish|ese|day)s?$")
"""Ends of words that have a capital in few languages: peoples, languages, days."""
_LONG = 4
_SURE = 2
"""German nouns that are written alike in the other language: one may be a loan word."""


def slips(pair: Pair) -> tuple[str, ...]:
    """Names of the slips in the translation: any of `copied`, `made-up`, `word-twice`, `word-left`, `small-name`."""
    return tuple(name for name, is_there in _SLIPS.items() if is_there(pair))


def _copied(pair: Pair) -> bool:
    """A single word may be the same in both languages."""
    return pair.target.casefold() == pair.source.casefold() and len(pair.source.split()) > 1


def _made_up(pair: Pair) -> bool:
    return _MADE_UP.search(pair.target) is not None and not _MADE_UP.search(pair.source)


def _word_twice(pair: Pair) -> bool:
    """Of a name no check says so: Walla Walla is a town."""
    customs = listed(pair.language, "doubles")
    doubles = {match[1].lower() for match in _TWICE.finditer(pair.target_plain)} - customs
    return bool(doubles) and not _TWICE.search(pair.source_plain)


def _word_left(pair: Pair) -> bool:
    """A common word that begins a sentence of the source: elsewhere a capital makes it a name."""
    if record(pair.source_language).noun_capitals or pair.copied:
        return False
    there = set(pair.source_words).intersection(pair.target_words).difference(sure_names(pair.source))
    left = [word for word in there if word.istitle() and len(word) >= _LONG and _is_common(word.lower(), pair)]
    return any(re.search(rf"(?<!\w){word}(?![\w'’-]| [A-Z])", pair.target_plain) for word in left)


def _is_common(small: str, pair: Pair) -> bool:
    """Of the source's language, and of no other."""
    if shared(small, pair.source_language, pair.language):
        return False
    return small in known_words(pair.source_language) and small not in known_words(pair.language)


def _small_name(pair: Pair) -> bool:
    """Names, and no capital at all but at beginnings of sentences."""
    if pair.target.isupper() or len(pair.source_words) + len(pair.target_words) > _MANY or sure_names(pair.target):
        return False
    names = [name for name in sure_names(pair.source) if len(name) >= _LONG]
    if not names:
        return False
    if record(pair.source_language).noun_capitals:
        same = {name for name in names if _is_same(name, pair)}
        return len(same) >= _SURE or any(_is_listed(name, pair) for name in names)
    return any(_is_like_small(name, pair) for name in names)


def _is_listed(name: str, pair: Pair) -> bool:
    """Its translation has a capital wherever it stands."""
    return any(name in listed(pair.source_language, file) for file in ("names", f"capitals_in_{pair.language}"))


def _is_same(name: str, pair: Pair) -> bool:
    """A noun that is written alike in the other language has been translated, or is a name."""
    small = name.lower()
    known = shared(name, pair.source_language, pair.language) or small in listed(pair.language, "common_words")
    return small in pair.target_words and not known


def _is_like_small(name: str, pair: Pair) -> bool:
    common = listed(pair.source_language, "common_words")
    if name.lower() in common or name in common or _DERIVED.search(name):
        return False
    bone = skeleton(name, pair.source_language)
    return any(alike(bone, skeleton(word, pair.language)) for word in pair.target_words if len(word) >= _LONG)


_SLIPS: Mapping[str, Callable[[Pair], bool]] = {
    "copied": _copied,
    "made-up": _made_up,
    "word-twice": _word_twice,
    "word-left": _word_left,
    "small-name": _small_name,
}
