"""Catalogues follow the articles: read, segment, merge, write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import locked
from l10n.model.events import Event, Failed
from l10n.segmentation.document import extract
from l10n.segmentation.verbatim import verbatim
from l10n.updating import Article, UpdateOptions
from l10n.updating.run import update as updated
from l10n.workflow import inputs
from l10n.workflow.segment import Segmented


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRequest:
    """Which catalogues are to follow which articles; what is not said is as in the settings."""

    settings: Config
    sources: tuple[Path, ...] = ()
    """Text files."""
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
    paths = inputs.sources(request.sources, settings)
    locales = request.locales or settings.locales
    how = UpdateOptions(request.force, request.prune, request.dry_run, settings.memory)
    with nullcontext() if request.dry_run else locked(locales):
        yield from updates(paths, lang, targets, locales, settings, how)


def updates(
    paths: list[Path], source: str, targets: list[str], locales: Path, settings: Config, how: UpdateOptions
) -> Iterator[Event]:
    """The same for a run that has locked the folder."""
    read: list[Article] = []
    root, kept = settings.root, verbatim(settings)
    for path in paths:
        try:
            document = extract(path, source, root, kept)
        except L10nError as error:
            yield Failed(error)
            continue
        read.append(Article(path, document))
        yield Segmented(path, document)
    for event in updated(read, source, targets, locales, root, how):
        yield Failed(event) if isinstance(event, L10nError) else event
