"""Links between texts and their drafts: the few texts that need them are decoded once more, leg by leg.

An engine gives them for what it writes itself, so a draft has some only if it is what a package wrote, but for marks,
spaces and capitals: not what was repaired, nor what comes from people.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from l10n.drafting import REVIEWED
from l10n.drafting.open_pairs import OpenPairs
from l10n.engines import FAINT, Decoding, Hypothesis, LanguagePair, Link, Links, Route
from l10n.errors import PackageError
from l10n.model import Draft, Span


@dataclass(frozen=True, slots=True)
class Tie:
    """A text for whose draft links are wanted, as several parts of it suit as well."""

    text: str


@dataclass(frozen=True, slots=True)
class _Step:
    """What one package made of a text on its way."""

    pair: LanguagePair
    text: str
    translation: str


def links(
    drafts: Mapping[str, Mapping[str, Draft]], routes: Mapping[str, Route], beam: int, pairs: OpenPairs
) -> Iterator[tuple[str, Mapping[str, Links]] | PackageError]:
    """Each language with the links of its drafts, by text; none where there are none to be had.

    What goes wrong with a package is told, and its links are missing.
    """
    steps = {lang: {text: _steps(text, draft, routes[lang]) for text, draft in drafts[lang].items()} for lang in drafts}
    every = dict.fromkeys(step for texts in steps.values() for own in texts.values() for step in own)
    known: dict[_Step, Links] = {}
    for pair in dict.fromkeys(step.pair for step in every):
        try:
            known |= _decoded(pair, [step for step in every if step.pair == pair], beam, pairs)
        except PackageError as error:
            yield error
    for lang, texts in steps.items():
        yield lang, {text: _whole([known.get(step, ()) for step in own]) for text, own in texts.items()}


def _steps(text: str, draft: Draft, route: Route) -> tuple[_Step, ...]:
    """None if the draft has not come that way; an accepted text may be what the package writes, too."""
    if len(route) != len(draft.legs):
        return ()
    if any(leg.package not in (pair.name, REVIEWED) for leg, pair in zip(draft.legs, route, strict=True)):
        return ()
    texts = (text, *(leg.text for leg in draft.legs))
    return tuple(map(_Step, route, texts, texts[1:]))


def _decoded(pair: LanguagePair, steps: Sequence[_Step], beam: int, pairs: OpenPairs) -> dict[_Step, Links]:
    """The links of these steps as the pair decodes their texts now. Raises PackageError."""
    texts = list(dict.fromkeys(step.text for step in steps))
    decoder = pairs.decoder(pair, beam)
    able = decoder.capabilities
    if not able.links:
        return {}
    how = Decoding(beam if able.hypotheses else 1, links=True)
    answers = {texts[index]: hypotheses for index, hypotheses in decoder.translate(texts, how)}
    return {step: _fitting(answers.get(step.text, ()), step.translation) for step in steps}


def _fitting(hypotheses: Iterable[Hypothesis], translation: str) -> Links:
    """The links of the hypothesis that has become this translation; none if none has."""
    wanted = _letters(translation)
    for hypothesis in hypotheses:
        letters = _letters(hypothesis.text)
        if [letter for _, letter in letters] == [letter for _, letter in wanted]:
            there = {old: new for (old, _), (new, _) in zip(letters, wanted, strict=True)}
            return tuple(_moved(hypothesis.links, there))
    return ()


def _letters(text: str) -> list[tuple[int, str]]:
    """Offsets of letters and digits, and these without capitals."""
    return [(index, sign.lower()) for index, sign in enumerate(text) if sign.isalnum()]


def _moved(of_text: Links, there: Mapping[int, int]) -> Iterator[Link]:
    """The links with the offsets of the same letters elsewhere; without those of marks."""
    for link in of_text:
        if letters := [there[index] for index in range(*link.target) if index in there]:
            yield Link(link.source, (letters[0], letters[-1] + 1), link.weight)


def _whole(legs: Sequence[Links]) -> Links:
    return reduce(composed, legs) if legs else ()


def composed(first: Links, second: Links) -> Links:
    """From a text to the translation of its translation: a part in between counts as far as both legs share it."""
    by_part: dict[Span, list[Link]] = {}
    for link in first:
        by_part.setdefault(link.target, []).append(link)
    parts = sorted(by_part)
    weights: dict[tuple[Span, Span], float] = {}
    for link in second:
        start, end = link.source
        for part in _overlapping(parts, link.source):
            share = (min(part[1], end) - max(part[0], start)) / (end - start)
            for other in by_part[part]:
                key = other.source, link.target
                weights[key] = weights.get(key, 0.0) + share * link.weight * other.weight
    return tuple(Link(*key, weight) for key, weight in weights.items() if weight >= FAINT)


def _overlapping(parts: Sequence[Span], span: Span) -> Iterator[Span]:
    """Those of the parts, which are apart and in order, that share something with the span."""
    index = max(bisect_right(parts, (span[0], span[0])) - 1, 0)
    while index < len(parts) and parts[index][0] < span[1]:
        if parts[index][1] > span[0]:
            yield parts[index]
        index += 1
