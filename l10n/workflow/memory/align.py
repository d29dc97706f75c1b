"""A document and its published translation go into the memory, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from l10n import glossary
from l10n.alignment import AlignedPair
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Document
from l10n.model.events import Event, Notice
from l10n.reports.characters import shown
from l10n.workflow import inputs
from l10n.workflow.memory import refusals
from l10n.workflow.memory.published import PairedTexts, paired, sentences, units
from l10n.workflow.notices import notices

CONFIDENCE = 90
"""Percent from which a pair is sure, unless the request says otherwise."""
_LONG = 5_000
"""Sentences that take some ten seconds."""
_TAUGHT = 20_000
"""Units of the memory that words are learnt from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignRequest:
    """Which two documents are to be paired; what is not said is as in the settings."""

    settings: Config
    source: Path
    target: Path
    """The translation."""
    source_language: str | None = None
    language: str
    """Of the translation."""
    confidence: int = CONFIDENCE
    """Percent; only pairs of which it is this sure are taken."""
    joined: bool = False
    """Also take pairs of one sentence and the two that translate it."""
    memory: Path | None = None
    """The translation memory; it is made if missing."""
    output: Path | None = None
    """A TMX file that the pairs go into, in place of the memory."""
    dry_run: bool = False
    """Only tell the pairs."""


@dataclass(frozen=True, slots=True)
class DocumentsAligned(Event):
    """Which sentences belong together."""

    source: Path
    target: Path
    pairs: tuple[PairedTexts, ...]
    """All that are more likely than not, in the order of the texts."""
    taken: tuple[PairedTexts, ...]
    """Those of them that are taken."""
    alone: tuple[int, int]
    """How many sentences of each document are in no pair."""


@dataclass(frozen=True, slots=True)
class PublishedKept(Event):
    """The pairs are in the memory, or in a TMX file."""

    path: Path
    new: int
    known: int
    """Units that the memory had already."""


def align(request: AlignRequest) -> Iterator[Event]:
    """Pair the sentences of both documents and keep those that are sure.

    Raises L10nError for a document that cannot be read or has no sentences or too many, for two that are the same, or
    in other languages than said, or have next to nothing in common, and for a memory that cannot be used; WriteError
    for a TMX file that cannot be written.
    """
    documents, paths = _read(request), (request.source, request.target)
    for path, document in zip(paths, documents, strict=True):
        yield from notices(path, document)
    refusals.check_output(request.output, paths)
    refusals.check(paths, documents)
    if (count := len(documents[0].segments)) > _LONG:
        yield Notice(f"{shown(request.source)}: {count:,} sentences: this takes a while")
    aligned = paired(documents, _pairs(request, documents))
    taken = [pair for pair in aligned if pair.percent >= request.confidence and _is_wanted(pair, request.joined)]
    sure = sum(pair.percent >= request.confidence for pair in aligned)
    yield DocumentsAligned(*paths, tuple(aligned), tuple(taken), _alone(documents, aligned))
    refusals.check_result(paths, documents, sure)
    if not request.dry_run:
        yield _kept(request, documents, taken)


def _read(request: AlignRequest) -> tuple[Document, Document]:
    from l10n.segmentation.document import extract
    from l10n.workflow.sources.rules import read

    settings = request.settings
    source = inputs.source_language(request.source_language, settings)
    target, *more = inputs.targets(request.language, source, settings)
    if more:
        raise L10nError(f"--to {request.language}: a translation has one language", "name one, and run it for each")
    rules = read(settings)
    try:
        first, second = (
            extract(path, lang, settings.root, form=rules.format(path), fields=settings.front_matter)
            for path, lang in ((request.source, source), (request.target, target))
        )
    except L10nError as error:
        raise inputs.without_option(error) from None
    return first, second


def _alone(documents: tuple[Document, Document], pairs: Sequence[PairedTexts]) -> tuple[int, int]:
    source, target = (len(document.segments) for document in documents)
    return (
        source - sum(len(pair.pair.sources) for pair in pairs),
        target - sum(len(pair.pair.targets) for pair in pairs),
    )


def _pairs(request: AlignRequest, documents: tuple[Document, Document]) -> list[AlignedPair]:
    from l10n.alignment.aligner import LanguageKnowledge, align

    settings = request.settings
    source, target = documents
    known = LanguageKnowledge(
        source.language,
        target.language,
        glossary.read(settings.glossary, settings.languages) if settings.glossary else None,
        _remembered(request, source.language, target.language),
    )
    return align(sentences(source), sentences(target), known)


def _remembered(request: AlignRequest, source: str, target: str) -> list[tuple[str, str]]:
    """What people have translated between these languages."""
    from l10n.documents.inline import words_in
    from l10n.languages.codes import base
    from l10n.memory.store import Memory
    from l10n.memory.unit import UnitOrigin

    path = request.memory or request.settings.memory
    if not path.exists():
        return []
    with Memory(path, create=False) as memory:
        own = (unit for unit in memory.units(base(source), base(target)) if unit.origin is not UnitOrigin.PUBLISHED)
        return [
            (words_in(unit.source, unit.markup), words_in(unit.target, unit.markup)) for unit in islice(own, _TAUGHT)
        ]


def _is_wanted(pair: PairedTexts, joined: bool) -> bool:
    return pair.fills_an_entry and (joined or pair.pair.is_single)


def _kept(request: AlignRequest, documents: tuple[Document, Document], taken: Sequence[PairedTexts]) -> PublishedKept:
    from l10n.memory import clock
    from l10n.memory.store import Memory
    from l10n.memory.tmx.writing import write

    new = units(documents, taken, clock.now())
    if request.output:
        return PublishedKept(request.output, write(request.output, new, documents[0].language), 0)
    path = request.memory or request.settings.memory
    with Memory(path) as memory:
        added = memory.add(new)
    return PublishedKept(path, added, len(new) - added)
