"""How many words there are to pay for, by match and by state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.accounting.rates import Weights, weights
from l10n.accounting.work import CatalogueWork, CountedCatalogue, count
from l10n.accounting.work_report import account
from l10n.catalogue import po
from l10n.catalogue.git import history
from l10n.catalogue.search import language_of
from l10n.catalogue.source_texts import key_texts, stated_language
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Catalogue
from l10n.model.events import Event, Failed
from l10n.workflow.report import catalogues


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRequest:
    """Which catalogues are counted, and where the report goes."""

    settings: Config
    catalogues: tuple[Path, ...] = ()
    """PO files and folders; none for those of the folder."""
    locales: Path | None = None
    """Folder of the catalogues."""
    since: str | None = None
    """A git revision: count what people have finished since; None for all there is to do and done."""
    format: str = "text"
    """Of the file: `text`, `csv`, `markdown` or `json`."""
    output: Path | None = None
    """The file to write; None for none."""


@dataclass(frozen=True, slots=True)
class WorkCounted(Event):
    """The words of all catalogues that can be read, by document, then path."""

    works: tuple[CatalogueWork, ...]
    weights: Weights


def work(request: WorkRequest) -> Iterator[Event]:
    """Count the words, then write the file that is asked for, unless a catalogue cannot be read, which is told.

    Raises L10nError for a request without catalogues, a revision that is not there, an unknown format, weights that are
    none, and an output that would replace a catalogue; WriteError.
    """
    settings = request.settings
    known = weights(settings.work, settings.file or Path("pyproject.toml"))
    named = catalogues.wanted(request.catalogues, request.locales, settings, request.format, request.output)
    if request.since is not None:
        history.verify([path for _, path in named], request.since, "--since")
    works: list[CatalogueWork] = []
    seen: dict[str, set[str]] = {}
    failed = False
    for document, path in named:
        try:
            counted = _counted(document, path, request)
        except L10nError as error:
            failed = True
            yield Failed(error)
        else:
            works.append(count(counted, seen.setdefault(counted.language, set())))
    if works:
        yield WorkCounted(tuple(works), known)
    if not failed:
        yield from catalogues.saved(account(works, known, request.since), request.format, request.output)


def _counted(document: str, path: Path, request: WorkRequest) -> CountedCatalogue:
    """The catalogue, and how it was; new altogether if there was none."""
    catalogue = po.read(path)
    old = None
    if request.since is not None:
        old = (history.catalogue_at(path, request.since) or Catalogue()).by_key()
    language = language_of(path, catalogue)
    source = stated_language(catalogue) or request.settings.source_language
    return CountedCatalogue(document, language, path, catalogue, key_texts(path, catalogue).of, source, old)
