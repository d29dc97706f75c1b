"""Catalogues follow the articles: read, segment, merge, write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import locked
from l10n.model.events import Event, Failed
from l10n.updating import Article, UpdateOptions
from l10n.updating.run import update as updated
from l10n.workflow import inputs
from l10n.workflow.notices import notices
from l10n.workflow.segment import Segmented
from l10n.workflow.sources import Source, sources

_TOGETHER = 200
"""New documents that are read before the catalogues of the first are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRequest:
    """Which catalogues are to follow which articles; what is not said is as in the settings."""

    settings: Config
    sources: tuple[Path, ...] = ()
    """Files, folders and patterns."""
    format: str | None = None
    """The format of all sources, whatever their suffix."""
    to: str | None = None
    """Target languages, with commas between them."""
    source_language: str | None = None
    locales: Path | None = None
    """Folder of the catalogues."""
    force: bool = False
    """Go on although texts of people would be lost."""
    prune: bool = False
    """Drop obsolete entries; texts of people among them are kept in a file beside the catalogue."""
    dry_run: bool = False
    """Write nothing."""


def update(request: UpdateRequest) -> Iterator[Event]:
    """Write or update the catalogues of each source, without drafts.

    A source or catalogue that fails is told, and the others go on. Raises L10nError for a request that names no source
    or an unknown language, and BusyError while another run is at work in the folder.
    """
    settings = request.settings
    lang = inputs.source_language(request.source_language, settings)
    targets = inputs.targets(request.to, lang, settings)
    index = CatalogueIndex(layout_of(settings, request.locales))
    wanted = sources(request.sources, settings, index, request.format, request.to)
    how = UpdateOptions(request.force, request.prune, request.dry_run, settings.memory, settings.references)
    with nullcontext() if request.dry_run else locked(index.layout.folder):
        yield from updates(wanted, lang, targets, index, settings.root, how)


def updates(
    wanted: Sequence[Source], lang: str, targets: Sequence[str], index: CatalogueIndex, root: Path, how: UpdateOptions
) -> Iterator[Event]:
    """The same for a run that has locked the folder.

    Texts may move between all documents that have catalogues, so these are held together. Where none has any, nothing
    can move, and only some documents are in memory at a time.
    """
    many = len(wanted) if index.documents else _TOGETHER
    for start in range(0, len(wanted), max(many, 1)):
        yield from _updates(wanted[start : start + many], lang, targets, index, root, how)


def _updates(
    wanted: Sequence[Source], lang: str, targets: Sequence[str], index: CatalogueIndex, root: Path, how: UpdateOptions
) -> Iterator[Event]:
    read: list[Article] = []
    for source in wanted:
        try:
            document = source.document(lang, root)
        except L10nError as error:
            yield Failed(error)
            continue
        yield from notices(source.path, document)
        if not document.segments and not index.paths(document.name):
            continue
        read.append(Article(source.path, document, source.languages(lang, targets)))
        yield Segmented(source.path, document)
    for event in updated(read, lang, targets, index, root, how):
        yield Failed(event) if isinstance(event, L10nError) else event
