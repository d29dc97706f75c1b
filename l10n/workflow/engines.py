"""Which engines there are and what they have, and whether they translate: ten sentences of ours show it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.config import Config
from l10n.engines import About, Hypothesis, LanguagePair, engine, engines, opened
from l10n.engines.routes import nothing_in
from l10n.engines.sessions import session
from l10n.engines.supply import supply
from l10n.errors import L10nError, PackageError
from l10n.languages.sentences import sentences
from l10n.model.events import Event, Failed, Notice

HARDLY = 15.0
"""chrF below which translations have next to nothing in common with people's: of copies into another script it is 5."""
_BEAM = 4
COPIES = 0.5
"""The share of sentences that come back as they are from which a pair is said not to translate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnginesRequest:
    """What is to be listed or tried."""

    settings: Config
    packages: Path | None = None
    """Folder of the Argos packages."""
    engine: str | None = None
    """Only pairs of this engine; `pseudo` has none unless it is named here."""
    pairs: tuple[str, ...] = ()
    """Only these, as `de-en`; of `list` all if there are none."""


@dataclass(frozen=True, slots=True)
class PairListed(Event):
    """A pair that can be used."""

    pair: LanguagePair
    about: About


@dataclass(frozen=True, slots=True)
class Trial:
    """What a pair made of a sentence."""

    text: str
    translation: str
    """Empty if it failed."""
    reference: str
    """What people made of it; empty in languages that we have no sentences in."""
    score: float | None
    """As `Hypothesis.score`."""


@dataclass(frozen=True, slots=True)
class PairTried(Event):
    """What came of all sentences."""

    pair: LanguagePair
    sentences: tuple[Trial, ...]
    seconds: float
    """From opening it to the last sentence."""
    chrf: float | None
    """Of all of them; None without references."""

    @property
    def copies(self) -> int:
        """Sentences that came back as they are."""
        return sum(own.translation.casefold() == own.text.casefold() for own in self.sentences)


def list_engines(request: EnginesRequest) -> Iterator[Event]:
    """The pairs of all engines, or of those that the request names; what cannot be used is told."""
    own = supply(request.settings, request.packages, request.engine)
    stocks = [each.stock(own) for each in engines()]
    pairs = [pair for stock in stocks for pair in stock.pairs]
    yield from (PairListed(pair, engine(pair.engine).about(pair)) for pair in pairs if _named(pair, request))
    yield from (Failed(error) for stock in stocks for error in stock.broken)
    if nothing := nothing_in(own):
        yield Notice(f"{nothing.message}\nhint: {nothing.hint}")


def try_engines(request: EnginesRequest) -> Iterator[Event]:
    """Translate ten sentences with each pair; one that does not translate is told, and the others go on.

    Raises L10nError if there is no such pair.
    """
    own = supply(request.settings, request.packages, request.engine)
    own = replace(own, legs=_legs(request))
    pairs = [pair for each in engines() for pair in each.stock(own).pairs if _named(pair, request)]
    if not pairs:
        names = " ".join((*request.pairs, request.engine or ""))
        raise L10nError(f"no such pair: {names.strip() or 'there is none'}", "see what there is: l10n engines list")
    with session():
        for pair in pairs:
            yield from _events(pair)


def _events(pair: LanguagePair) -> Iterator[Event]:
    if not sentences(pair.source):
        yield Notice(f"{pair.name}: no sentences in {pair.source} to try it with")
        return
    try:
        tried = _tried(pair)
    except PackageError as error:
        yield Failed(error)
        return
    yield tried
    if verdict := _verdict(tried):
        yield Failed(verdict)


def _legs(request: EnginesRequest) -> tuple[tuple[str, str], ...]:
    """What an engine that can do any pair is tried with."""
    if request.pairs:
        return tuple((source, target) for source, _, target in (pair.partition("-") for pair in request.pairs))
    source = request.settings.source_language
    return tuple((source, target) for target in request.settings.targets if target != source)


def _named(pair: LanguagePair, request: EnginesRequest) -> bool:
    """The request names it, or none."""
    by = request.engine in (None, pair.engine_name, pair.engine)
    return by and (not request.pairs or f"{pair.source}-{pair.target}" in request.pairs)


def _tried(pair: LanguagePair) -> PairTried:
    """Raises PackageError."""
    texts, references = sentences(pair.source), sentences(pair.target) or ("",) * len(sentences(pair.source))
    began = time.monotonic()
    with opened(pair, _BEAM) as decoder:
        answers = dict(decoder.translate(texts))
    seconds = time.monotonic() - began
    best = [(answers.get(index) or (Hypothesis(""),))[0] for index in range(len(texts))]
    own = zip(texts, best, references, strict=True)
    tried = tuple(Trial(text, answer.text, reference, answer.score) for text, answer, reference in own)
    chrf = _chrf([answer.text for answer in best], references) if any(references) else None
    return PairTried(pair, tried, seconds, chrf)


def _chrf(translations: Sequence[str], references: Sequence[str]) -> float:
    from sacrebleu.metrics.chrf import CHRF

    return float(CHRF().corpus_score(translations, [references]).score)


def _verdict(tried: PairTried) -> PackageError | None:
    """Why it had better not be used."""
    if tried.pair.demo:
        return None
    reasons = []
    if tried.copies >= COPIES * len(tried.sentences):
        reasons.append(f"{tried.copies} of {len(tried.sentences)} sentences come back as they are")
    if tried.chrf is not None and tried.chrf < HARDLY:
        reasons.append(f"chrF {tried.chrf:.1f}: hardly anything is as people translate it")
    hint = "a model or tokenizer is broken, swapped, or of other languages: install or convert it again"
    return PackageError(f"{tried.pair.name}: {', and '.join(reasons)}", hint) if reasons else None
