"""What of a sentence stays in its translation, whatever the languages: its keys. The first word of one is its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern

from l10n.alignment import TextSentence
from l10n.glossary import Glossary
from l10n.text.meanings import meanings
from l10n.text.months import months
from l10n.text.names import skeleton
from l10n.text.numbers import numbers
from l10n.text.words import folded, word_pattern

_CODE = re.compile(r"(?<!\S)[^\s@/\\_]*+[@/\\_]\S+|(?<!\w)\w++\.\w{2}\S*|(?<!\w)\w*[^\W\d_]\d\w*")
"""Addresses, paths, names of files and products."""
_EDGES = ".,;:!?…()[]{}\"'“”„«»‘’‚‹›"
_MARKS = str.maketrans('？！：；（؟؛」』”«»„“"', "?!:;(?;''''''''")
_TELLING = "?!:;('"
_CONSONANTS = 4
"""Consonants of a word that are compared: what follows may be an ending."""
_FEWEST = 3
_LONGEST = 400
"""Characters of a word that are looked at."""
_MOST = 5_000
"""Characters of a sentence that are looked at."""


def keys(sentence: TextSentence, lang: str, glossary: Glossary | None = None) -> frozenset[str]:
    """The keys of a sentence in this language; numbers of terms are those of this glossary."""
    text = sentence.text[:_MOST]
    words = frozenset(folded(word[:_LONGEST]) for word in word_pattern(lang).findall(text))
    parts = (_block(sentence), _figures(text, lang), _words(text, words, lang), _terms(text, lang, glossary))
    return frozenset(intern(key) for part in parts for key in part)  # there are as many as words


def _block(sentence: TextSentence) -> Iterator[str]:
    if sentence.block:
        yield "start"
        yield f"block {sentence.block}"


def _figures(text: str, lang: str) -> Iterator[str]:
    """Numbers by value, months of dates, end marks, and which other marks there are."""
    yield from (f"number {value}" for number in numbers(text, lang) for value in number.values)
    yield from (f"meaning month {month}" for month in months(text, lang))
    yield from (f"code {match.strip(_EDGES)}" for match in _CODE.findall(text))
    marks = text.translate(_MARKS)
    yield from (f"mark {mark}" for mark in _TELLING if mark in marks)
    yield f"mark end {marks.rstrip(' ' + chr(39) + ')')[-1:]}" if not marks[-1:].isalnum() else "mark end"


def _words(text: str, words: frozenset[str], lang: str) -> Iterator[str]:
    """What words say: countries, weekdays, currencies; else how they sound."""
    known = meanings(text, words, lang)
    for kind in known.senses:
        yield from (f"meaning {kind} {meaning}" for meaning in known.mentioned(kind, sure=True))
    bones = (skeleton(word, lang) for word in words if len(word) > _FEWEST)
    yield from (f"name {bone[:_CONSONANTS]}" for bone in bones if len(bone) >= _FEWEST)


def _terms(text: str, lang: str, glossary: Glossary | None) -> Iterator[str]:
    if glossary:
        yield from (f"term {id(match.term)}" for match in glossary.matches(text, lang))
