"""Capitals and small letters in what a decoder gives back; what it has not translated stays as the text has it.

The checks know a word that was left over by its letters: with another case nobody would see it any longer.
"""

from __future__ import annotations

import re

from l10n.drafting.scoring import Languages
from l10n.languages import record
from l10n.text.letters import to_capitals, to_small
from l10n.text.words import folded, listed, shared

_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?:(?<!\d)\.|[!?…])[\"'“”’»)\]]*\s+$")
"""An end mark, and what closes there; a full stop after a digit makes an ordinal number."""
_NO_NAME = re.compile(r"\w{3}(?:ung|keit|heit|schaft)(?:en)?$")
"""Endings of German nouns that no name has."""
_PART = 3
"""Letters by which the part of a compound is known again."""


def in_capitals(translation: str, text: str, languages: Languages) -> str:
    """Capitals throughout, as the text has them; what is a word of the text still is written as there."""
    own = {folded(word): word for word in _WORD.findall(text)}
    table = to_capitals(languages.target)

    def written(match: re.Match[str]) -> str:
        kept = None if shared(match[0], languages.source, languages.target) else own.get(folded(match[0]))
        return kept or match[0].translate(table).upper()

    return _WORD.sub(written, translation)


def within_sentence(answer: str, word: str, head: str, text: str, languages: Languages) -> str:
    """The translation of a word by itself, after `head`: without its capital, if that is sure to be no name's."""
    first = _FIRST.match(answer)
    if first is None or not first[0][1:].islower() or not head.strip() or _SENTENCE_END.search(head):
        return answer
    small = first[0][0].translate(to_small(languages.target)).lower() + first[0][1:]
    if _is_left(first[0], word, text, languages) or not _is_common(small, word, languages):
        return answer
    return small + answer[first.end() :]


def is_untranslated(answer: str, word: str) -> bool:
    """The letters are those of the word, whatever their case and whatever stands around them."""
    return _letters(answer) in {"", _letters(word)}


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, folded(text)))


def _is_left(first: str, word: str, text: str, languages: Languages) -> bool:
    """A word of the text, a part of the one that was left over, or another one of the source language."""
    low = folded(first)
    if low in map(folded, _WORD.findall(text)) or (len(low) >= _PART and low in folded(word)):
        return True
    forms = {first, first.lower()}
    return not forms.isdisjoint(_known(languages.source)) and forms.isdisjoint(_known(languages.target))


def _is_common(small: str, word: str, languages: Languages) -> bool:
    """No name: a word in small letters in either language, or a German noun that is none in the other one."""
    if word.islower() or small in _known(languages.target):
        return True
    if (
        not record(languages.source).noun_capitals
        or word in listed(languages.source, "names")
        or word in listed(languages.source, f"capitals_in_{languages.target}")
    ):
        return False
    return word in listed(languages.source, "common_words") or _NO_NAME.search(word) is not None


def _known(lang: str) -> frozenset[str]:
    return listed(lang, "common_words") | listed(lang, "function_words")
