"""A pair goes around what both languages have: a number, a name, an address, a term of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.drafting.scoring import Languages
from l10n.drafting.tags.spans import once, phrase_spans
from l10n.model import Span
from l10n.pairs.pair import addresses
from l10n.text.numbers import Number, numbers
from l10n.text.words import listed, shared

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
"""Letters of words that many languages have: in, an, die, pop."""


def span(inside: str, words: str, translation: str, languages: Languages) -> Span | None:
    """Where the translation of the words has what is inside the pair; None unless both have it exactly once."""
    here = once(phrase_spans(inside, words, languages.source))
    if here is None:
        return None
    if number := _number(inside, languages.source):
        return _of_number(number, words, translation, languages)
    phrases = dict.fromkeys(_phrases(inside, languages))
    hits = {hit for phrase in phrases for hit in phrase_spans(phrase, translation, languages.target)}
    hit = once(hits)
    return None if hit and _is_aside(hit, translation) and not _is_aside(here, words) else hit


def _is_aside(span: Span, text: str) -> bool:
    """It is in brackets by itself, as translators quote the original behind their own words."""
    start, end = span
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _phrases(inside: str, languages: Languages) -> Iterator[str]:
    """What the words may be in the translation: themselves, if not all of them are common, and terms for them."""
    words = _WORD.findall(inside)
    is_address = any(match.span() == (0, len(inside)) for match in addresses(inside))
    if is_address or not all(_is_common(word, languages) for word in words):
        yield inside
    for match in languages.glossary.matches(inside, languages.source) if languages.glossary else ():
        if match.span == (0, len(inside)):
            yield from match.words(languages.target)


def _is_common(word: str, languages: Languages) -> bool:
    """It may be there for any reason: a short word in small letters, a function word, one that both languages have."""
    source, target = languages.source, languages.target
    if (word.islower() and len(word) <= _SHORT) or word.lower() in listed(source, "function_words"):
        return True
    return shared(word, source, target) or shared(word, target, source)


def _number(inside: str, lang: str) -> Number | None:
    """The number that is all there is in the pair."""
    figures = numbers(inside, lang) if inside[:1].isdigit() else ()
    return next((number for number in figures if number.span == (0, len(inside))), None)


def _of_number(number: Number, words: str, translation: str, languages: Languages) -> Span | None:
    """The number as the other language writes it, if each text has its value exactly once."""
    here = [other for other in numbers(words, languages.source) if other.values == number.values]
    there = {other.span for other in numbers(translation, languages.target) if other.values == number.values}
    return once(there) if len(here) == 1 else None
