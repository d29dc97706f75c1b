"""Names and terms that a glossary lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import glossary
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.config import Config
from l10n.glossary import rows
from l10n.model.events import Event
from l10n.workflow import inputs
from l10n.workflow.glossary import catalogues
from l10n.workflow.glossary.events import GlossaryTable
from l10n.workflow.sources import sources

if TYPE_CHECKING:
    from l10n.glossary_audit.candidates import TermCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class TermCandidatesRequest:
    """In which documents terms are to be looked for; what is not said is as in the settings."""

    settings: Config
    sources: tuple[Path, ...] = ()
    """Text files."""
    minimum: int = 1
    """Occurrences that a candidate needs."""
    as_table: bool = False
    """Yield a glossary, in which what accepted catalogues show is filled in."""
    glossary: Path | None = None
    """CSV or TBX; what it has is no candidate."""
    source_language: str | None = None
    catalogues: tuple[Path, ...] = ()
    """PO files, or folders with some."""


@dataclass(frozen=True, slots=True)
class TermsProposed(Event):
    """The documents have been searched."""

    candidates: tuple[TermCandidate, ...]
    """The most important first."""


def candidates(request: TermCandidatesRequest) -> Iterator[Event]:
    """Propose names and terms, as values or as a table.

    Raises L10nError for a request that names no source or an unknown language, and for a file that cannot be read.
    """
    from l10n.glossary_audit.candidates import candidates as propose

    settings = request.settings
    source = inputs.source_language(request.source_language, settings)
    index = CatalogueIndex(layout_of(settings))
    wanted = sources(request.sources, settings, index)
    documents = [origin.document(source, settings.root) for origin in wanted]
    file = request.glossary or settings.glossary
    known = glossary.read(file, settings.languages) if file else None
    texts = (segment.text for document in documents for segment in document.segments)
    proposed = propose(texts, source, known, request.minimum)
    yield _table(proposed, source, request) if request.as_table else TermsProposed(tuple(proposed))


def _table(proposed: Sequence[TermCandidate], source: str, request: TermCandidatesRequest) -> GlossaryTable:
    from l10n.glossary_audit.catalogues import read
    from l10n.glossary_audit.filling import accepted, filled

    settings = request.settings
    paths = catalogues.paths(request.catalogues, settings)
    translations = accepted(read(paths, request.source_language, settings.source_language), source)
    terms = [filled(candidate, source, translations) for candidate in proposed]
    return GlossaryTable(rows.text(terms, Path("candidates"), (source, *settings.targets)))
