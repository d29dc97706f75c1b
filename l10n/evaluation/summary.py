"""All figures of an evaluation: per language, and in it per document and kind of block; and what risk has foretold."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from l10n.evaluation.correlation import spearman
from l10n.evaluation.effort import Effort, edit_rate, effort
from l10n.evaluation.pairing import Pairing
from l10n.evaluation.scores import Score, scores
from l10n.languages.codes import base

FIFTHS = 5


@dataclass(frozen=True, slots=True)
class Group:
    """The drafts of one language, perhaps only those of one document or one kind of block.

    Languages are never mixed: their scores cannot be compared, and BLEU tokenizes them differently.
    """

    language: str
    document: str | None
    kind: str | None
    segments: int
    scores: tuple[Score, ...]
    effort: Effort
    engine: str | None = None
    """What its drafts came from; None for all, and empty if nobody knows."""


@dataclass(frozen=True, slots=True)
class Fifth:
    """A fifth of the drafts that have a risk, by risk."""

    segments: int
    lowest: float
    highest: float
    edit_rate: float
    """Mean."""
    as_is: int


@dataclass(frozen=True, slots=True)
class Foretold:
    """How well risk foretells edits, in one language or (None) in all."""

    language: str | None
    segments: int
    """Drafts that have a risk."""
    correlation: float | None
    """Spearman's, of risk and edit rate; None if there is none."""
    fifths: tuple[Fifth, ...]
    """From the lowest risk to the highest; fewer than five if there are fewer drafts."""
    calibrated: bool = True
    """Risk was measured between the languages of all of them."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `l10n eval` tells."""

    compared: str
    """With what: `accepted`, or the name of the reference."""
    segments: int
    groups: tuple[Group, ...]
    """By language: the whole, then each document if there are several, then each kind of block; or each engine."""
    foretold: tuple[Foretold, ...]
    """All, then each language if there are several; empty if no draft has a risk."""


def evaluate(pairings: Sequence[Pairing], compared: str, *, by_engine: bool = False) -> Evaluation:
    """The figures; without pairings there are none. `by_engine` parts languages by what their drafts came from."""
    return Evaluation(compared, len(pairings), tuple(_groups(pairings, by_engine)), tuple(_foretold(pairings)))


def _groups(pairings: Sequence[Pairing], by_engine: bool) -> Iterator[Group]:
    for lang, whole in _split(pairings, lambda pairing: pairing.language):
        yield _group(lang, None, None, whole)
        if by_engine:
            engines = _split(whole, lambda pairing: pairing.engine)
            yield from (replace(_group(lang, None, None, part), engine=engine) for engine, part in engines)
            continue
        documents = _split(whole, lambda pairing: pairing.document)
        if len(documents) > 1:
            yield from (_group(lang, document, None, part) for document, part in documents)
        kinds = _split([pairing for pairing in whole if pairing.kind], lambda pairing: pairing.kind or "")
        yield from (_group(lang, None, kind, part) for kind, part in kinds)


def _group(language: str, document: str | None, kind: str | None, own: Sequence[Pairing]) -> Group:
    values = scores([pairing.draft for pairing in own], [pairing.accepted for pairing in own], base(language))
    return Group(language, document, kind, len(own), values, effort(own))


def _foretold(pairings: Sequence[Pairing]) -> Iterator[Foretold]:
    known = [(pairing.risk, edit_rate(pairing), pairing.language) for pairing in pairings if pairing.risk is not None]
    doubtful = {pairing.language for pairing in pairings if pairing.risk is not None and not pairing.calibrated}
    if not known:
        return
    languages = sorted({lang for *_, lang in known})
    for lang in (None, *languages) if len(languages) > 1 else (None,):
        pairs = [(risk, rate) for risk, rate, own in known if lang in (None, own)]
        correlation = spearman([risk for risk, _ in pairs], [rate for _, rate in pairs])
        measured = not doubtful if lang is None else lang not in doubtful
        yield Foretold(lang, len(pairs), correlation, tuple(_fifths(pairs)), measured)


def _fifths(pairs: Sequence[tuple[float, float]]) -> Iterator[Fifth]:
    """Part the drafts by risk, into parts as equal in number as can be."""
    ordered = sorted(pairs, key=lambda pair: pair[0])  # not by edit rate: equal risks must not look right
    bounds = [len(ordered) * number // FIFTHS for number in range(FIFTHS + 1)]
    for first, last in pairwise(bounds):
        if part := ordered[first:last]:
            rates = [rate for _, rate in part]
            yield Fifth(len(part), part[0][0], part[-1][0], statistics.fmean(rates), rates.count(0))


def _split(pairings: Iterable[Pairing], key: Callable[[Pairing], str]) -> list[tuple[str, list[Pairing]]]:
    """The pairings by key, in alphabetical order."""
    parts: dict[str, list[Pairing]] = {}
    for pairing in pairings:
        parts.setdefault(key(pairing), []).append(pairing)
    return sorted(parts.items())
