"""The ladder: where each pair belongs in a translation, what is to be translated for that, and what is left over."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from l10n.drafting.scoring import Languages
from l10n.drafting.tags import Rung, TaggedText, TagPair, parts, same_words, spans
from l10n.drafting.tags.inner import Answers
from l10n.drafting.tags.placing import Located, Locations
from l10n.model import Span

_MANY = 100
"""Pairs that are looked for in a text; of one with more only those around the whole."""


def located(tagged: TaggedText, translation: str, answers: Answers, languages: Languages) -> list[Located | None]:
    """Where each pair belongs, as far as that is known with these answers; a pair within one is looked for there."""
    locations: list[Located | None] = []
    few, spoken = len(tagged.pairs) <= _MANY, tagged.spoken
    for pair in tagged.pairs:
        around = locations[pair.parent] if pair.parent >= 0 else Located((0, len(translation)))
        location = _whole(tagged, pair, spoken, translation, around) if around else None
        if location is None and around and few:
            location = _sought(tagged, pair, translation[slice(*around.span)], answers, languages)
            location = location and location.moved(around.span[0])
        locations.append(location)
    return _without_conflicts(tagged, locations)


def wanted(
    tagged: TaggedText, translation: str, answers: Answers, asked: Collection[str], languages: Languages
) -> Iterator[str]:
    """What is to be translated before the tags can be put in, and has not been asked for.

    The words in pairs that have no place yet; if that has not helped, the parts between the tags.
    """
    left = [
        pair
        for pair, location in zip(tagged.pairs, located(tagged, translation, answers, languages), strict=True)
        if location is None
    ]
    insides = [tagged.inside(pair) for pair in left] if len(tagged.pairs) <= _MANY else []
    unasked = [text for text in insides if any(map(str.isalpha, text)) and text not in asked]
    if unasked or not left:
        yield from unasked
    else:
        yield from (part.text for part in parts.fragments(tagged) if not part.fixed and part.text not in asked)


def _whole(tagged: TaggedText, pair: TagPair, spoken: Span, translation: str, around: Located) -> Located | None:
    """The pair is around all that is in another one, or around all but marks that the translation has, too."""
    if pair.parent >= 0:
        return around if pair.span == tagged.pairs[pair.parent].span else None
    start, end = pair.span
    if start > spoken[0] or end < spoken[1]:
        return None
    before, after = tagged.words[:start], tagged.words[end:]
    whole = len(before), len(translation) - len(after)
    fits = translation.startswith(before) and translation.endswith(after) and whole[0] < whole[1]
    return Located(whole) if fits else None


def _sought(
    tagged: TaggedText, pair: TagPair, translation: str, answers: Answers, languages: Languages
) -> Located | None:
    inside = tagged.inside(pair)
    words = tagged.inside(tagged.pairs[pair.parent]) if pair.parent >= 0 else tagged.words
    if span := same_words.span(inside, words, translation, languages):
        return Located(span, Rung.SAME_WORDS)
    answer = answers.get(inside)
    span = spans.span(answer, inside, translation, languages.target) if answer else None
    return Located(span, Rung.SPAN) if span else None


def _without_conflicts(tagged: TaggedText, locations: Locations) -> list[Located | None]:
    """Without those that overlap another of the same parent, and without all that is in one without a place."""
    by_parent: dict[int, list[int]] = {}
    for number, (pair, location) in enumerate(zip(tagged.pairs, locations, strict=True)):
        if location:
            by_parent.setdefault(pair.parent, []).append(number)
    clear = list(locations)
    for numbers in by_parent.values():
        ordered = sorted(numbers, key=lambda number: _span(locations, number))
        last, reach = -1, -1
        for number in ordered:
            start, end = _span(locations, number)
            if start < reach:
                clear[number] = clear[last] = None
            if end > reach:
                last, reach = number, end
    for number, pair in enumerate(tagged.pairs):
        if pair.parent >= 0 and clear[pair.parent] is None:
            clear[number] = None
    return clear


def _span(locations: Locations, number: int) -> Span:
    location = locations[number]
    return location.span if location else (0, 0)
