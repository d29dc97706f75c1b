"""The ladder: where each pair belongs in a translation, what is to be translated for that, and what is left over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from l10n.drafting.linking import Tie
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import Rung, TaggedText, TagPair, parts, same_words, spans
from l10n.drafting.tags.inner import Answers
from l10n.drafting.tags.placing import Located, Locations
from l10n.drafting.tags.ties import heaviest
from l10n.engines import Links
from l10n.model import Span

_MANY = 100
"""Pairs that are looked for in a text; of one with more only those around the whole."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """A text with tags, the translation of its words, and what is known of both by now."""

    tagged: TaggedText
    translation: str
    answers: Answers
    languages: Languages
    links: Links | None = None
    """Which words became which; None if nobody has asked for that."""

    def located(self) -> list[Located | None]:
        """Where each pair belongs, as far as that is known; links change nothing that is known without them."""
        certain = self._located(())
        located = self._located(self.links) if self.links else certain
        agreed = all(known in (None, now) for known, now in zip(certain, located, strict=True))
        return located if agreed else certain

    def _located(self, links: Links) -> list[Located | None]:
        """A pair within one is looked for there."""
        locations: list[Located | None] = []
        few, spoken = self._is_searched, self.tagged.spoken
        for pair in self.tagged.pairs:
            around = self._around(pair, locations)
            location = self._whole(pair, spoken, around) if around else None
            if location is None and around and few:
                location = self._sought(pair, around.span, links)
            locations.append(location)
        return _without_conflicts(self.tagged, locations)

    def wanted(self, asked: Collection[str]) -> Iterator[str | Tie]:
        """What is to be asked for before the tags can be put in, and has not been.

        The words in pairs that have no place yet; links, if they may have several; if neither has helped, the parts
        between the tags.
        """
        locations = self.located()
        left = [pair for pair, location in zip(self.tagged.pairs, locations, strict=True) if location is None]
        insides = [self.tagged.inside(pair) for pair in left] if self._is_searched else []
        unasked = [text for text in insides if any(map(str.isalpha, text)) and text not in asked]
        if unasked or not left:
            yield from unasked
        elif self.links is None and self._has_ties(left, locations):
            yield Tie(self.tagged.words)
        else:
            fragments = parts.fragments(self.tagged)
            yield from (part.text for part in fragments if not part.fixed and part.text not in asked)

    @property
    def _is_searched(self) -> bool:
        return len(self.tagged.pairs) <= _MANY

    def _around(self, pair: TagPair, locations: Locations) -> Located | None:
        return locations[pair.parent] if pair.parent >= 0 else Located((0, len(self.translation)))

    def _whole(self, pair: TagPair, spoken: Span, around: Located) -> Located | None:
        """The pair is around all that is in another one, or around all but marks that the translation has, too."""
        if pair.parent >= 0:
            return around if pair.span == self.tagged.pairs[pair.parent].span else None
        start, end = pair.span
        if start > spoken[0] or end < spoken[1]:
            return None
        before, after = self.tagged.words[:start], self.tagged.words[end:]
        whole = len(before), len(self.translation) - len(after)
        fits = self.translation.startswith(before) and self.translation.endswith(after) and whole[0] < whole[1]
        return Located(whole) if fits else None

    def _sought(self, pair: TagPair, around: Span, links: Links) -> Located | None:
        outer = self.tagged.pairs[pair.parent] if pair.parent >= 0 else None
        words = self.tagged.inside(outer) if outer else self.tagged.words
        there = self.translation[slice(*around)]
        if span := same_words.span(self.tagged.inside(pair), words, there, self.languages):
            return Located(span, Rung.SAME_WORDS).moved(around[0])
        candidates = self._candidates(pair, around)
        if len(candidates) == 1:
            return Located(candidates[0], Rung.SPAN)
        heavy = heaviest(candidates, pair.span, links) if candidates else None
        return Located(heavy, Rung.ATTENTION) if heavy else None

    def _candidates(self, pair: TagPair, around: Span) -> list[Span]:
        """Where the translation has what the words in the pair are by themselves."""
        inside, start = self.tagged.inside(pair), around[0]
        if not (answer := self.answers.get(inside)):
            return []
        there = spans.candidates(answer, inside, self.translation[slice(*around)], self.languages.target)
        return [(first + start, last + start) for first, last in there]

    def _has_ties(self, left: Collection[TagPair], locations: Locations) -> bool:
        """Some of these pairs may stand around several parts, one as good as the other."""
        sought = ((pair, self._around(pair, locations)) for pair in left) if self._is_searched else ()
        return any(around and len(self._candidates(pair, around.span)) > 1 for pair, around in sought)


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
