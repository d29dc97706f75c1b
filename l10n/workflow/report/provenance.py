"""Who or what wrote, edited and reviewed the texts of catalogues, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.accounting import provenance as texts
from l10n.accounting.provenance import CatalogueProvenance
from l10n.accounting.provenance_report import account
from l10n.catalogue import po
from l10n.catalogue.search import language_of
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model.events import Event, Failed
from l10n.workflow.report import catalogues


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceRequest:
    """Which catalogues are asked, and where the report goes."""

    settings: Config
    catalogues: tuple[Path, ...] = ()
    """PO files and folders; none for those of the folder."""
    locales: Path | None = None
    """Folder of the catalogues."""
    each: bool = False
    """Tell of each segment, not only sums."""
    format: str = "text"
    """Of the file: `text`, `csv`, `markdown` or `json`."""
    output: Path | None = None
    """The file to write; None for none."""


@dataclass(frozen=True, slots=True)
class ProvenanceTraced(Event):
    """What all catalogues that can be read say of their texts, by document, then path."""

    catalogues: tuple[CatalogueProvenance, ...]


def provenance(request: ProvenanceRequest) -> Iterator[Event]:
    """Trace the texts, then write the file that is asked for, unless a catalogue cannot be read, which is told.

    Raises L10nError for a request without catalogues, an unknown format, and an output that would replace a catalogue;
    WriteError.
    """
    traced: list[CatalogueProvenance] = []
    failed = False
    named = catalogues.wanted(request.catalogues, request.locales, request.settings, request.format, request.output)
    for document, path in named:
        try:
            catalogue = po.read(path)
        except L10nError as error:
            failed = True
            yield Failed(error)
        else:
            traced.append(texts.provenance(document, language_of(path, catalogue), path, catalogue))
    if traced:
        yield ProvenanceTraced(tuple(traced))
    if not failed:
        yield from catalogues.saved(account(traced, request.each), request.format, request.output)
