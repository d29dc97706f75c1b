"""Which published files are no longer current."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.building import manifest
from l10n.building.freshness import published
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import absolute
from l10n.model.events import Event
from l10n.reports.characters import shown
from l10n.workflow import inputs
from l10n.workflow.sources import sources


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleRequest:
    """Which published files are looked at; what is not said is as in the settings."""

    settings: Config
    sources: tuple[Path, ...] = ()
    """Files, folders and patterns; none for all that was built, whatever it was built of."""
    to: str | None = None
    """Languages, with commas between them; None for all."""
    output: Path | None = None
    """The folder of the articles; `build` beside the settings, unless it is said."""


def stale(request: StaleRequest) -> Iterator[Event]:
    """Tell of each published file (`Published`) why it is not current, or that it is; nothing is written.

    Raises L10nError if nothing is known of the folder, or of what is named, and for unknown languages.
    """
    folder = request.output or request.settings.root / "build"
    if not manifest.read(folder):
        hint = "build it: l10n build; or name its folder with --output"
        raise L10nError(f"{shown(folder)}: no list of what l10n build has written ({manifest.NAME})", hint)
    languages = inputs.targets(request.to, "", request.settings) if request.to is not None else ()
    wanted = _wanted(request)
    chosen = [
        file
        for file in published(folder)
        if (not wanted or absolute(file.source) in wanted) and (not languages or file.language in languages)
    ]
    if not chosen:
        hint = "name other sources or languages, or build them: l10n build"
        raise L10nError(f"{shown(folder)}: nothing of what is named has been built", hint)
    yield from chosen


def _wanted(request: StaleRequest) -> set[Path]:
    """The sources that are named; empty for all."""
    if not request.sources:
        return set()
    index = CatalogueIndex(layout_of(request.settings, None))
    named = sources(request.sources, request.settings, index, to=request.to, output=request.output)
    return {absolute(source.path) for source in named}
