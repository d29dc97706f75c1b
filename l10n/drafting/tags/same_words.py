"""A pair goes around what both languages have: a number, a name, an address, a term of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.drafting.scoring import Languages
from l10n.drafting.tags.spans import once, phrase_spans
from l10n.model import Span
from l10n.text.numbers import Number, numbers
from l10n.text.words import listed

_WORD = re.compile(r"[^\W\d_]+")


def span(inside: str, words: str, translation: str, languages: Languages) -> Span | None:
    """Where the translation of the words has what is inside the pair; None unless both have it exactly once."""
    if not once(phrase_spans(inside, words, languages.source)):
        return None
    if number := _number(inside, languages.source):
        return _of_number(number, words, translation, languages)
    phrases = dict.fromkeys(_phrases(inside, languages))
    return once(hit for phrase in phrases for hit in phrase_spans(phrase, translation, languages.target))


def _phrases(inside: str, languages: Languages) -> Iterator[str]:
    """What the words may be in the translation: themselves, if no common word is among them, and terms for them."""
    words = _WORD.findall(inside)
    if words and not any(word.lower() in _common(languages.source) for word in words):
        yield inside
    for match in languages.glossary.matches(inside, languages.source) if languages.glossary else ():
        if match.span == (0, len(inside)):
            yield from match.words(languages.target)


def _common(lang: str) -> frozenset[str]:
    return listed(lang, "function_words")


def _number(inside: str, lang: str) -> Number | None:
    """The number that is all there is in the pair."""
    figures = numbers(inside, lang) if inside[:1].isdigit() else ()
    return next((number for number in figures if number.span == (0, len(inside))), None)


def _of_number(number: Number, words: str, translation: str, languages: Languages) -> Span | None:
    """The number as the other language writes it, if each text has its value exactly once."""
    here = [other for other in numbers(words, languages.source) if other.values == number.values]
    there = {other.span for other in numbers(translation, languages.target) if other.values == number.values}
    return once(there) if len(here) == 1 else None
