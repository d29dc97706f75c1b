"""Catalogues become projects of OmegaT, one a pair of languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import glossary
from l10n.catalogue import po
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import locked
from l10n.glossary.term import Term
from l10n.model.events import Event, Failed
from l10n.workflow.exchange.catalogues import Pair, named, pair_of, refuse_two_sources

if TYPE_CHECKING:
    from l10n.exchange.omegat.outgoing import OutgoingCatalogue, Packed


@dataclass(frozen=True, slots=True, kw_only=True)
class OmegatExportRequest:
    """Which catalogues are to go into which project; what is not said is as in the settings."""

    settings: Config
    folder: Path | None
    """Of the project; with several pairs of languages, it has one below it for each."""
    paths: tuple[Path, ...] = ()
    """PO files, or folders with some."""
    locales: Path | None = None
    """Folder of more catalogues."""
    glossary: Path | None = None


@dataclass(frozen=True, slots=True)
class ProjectExported(Event):
    """A project that is complete."""

    folder: Path
    languages: Pair
    packed: tuple[Packed, ...]
    """Its catalogues, with what of them it has."""


def export_omegat(request: OmegatExportRequest) -> Iterator[Event]:
    """Make the projects: accepted texts as translations, drafts as matches, the terms of the glossary.

    A catalogue that cannot be read, and a project that cannot be written, are told, and the others go on. Raises
    L10nError without a folder or catalogues, for a glossary that is no good, and if two projects would be one.
    """
    from l10n.exchange.omegat import incoming

    if request.folder is None:
        raise L10nError("where to?", "name the folder of the project: -o FOLDER")
    settings = request.settings
    file = request.glossary or settings.glossary
    terms = glossary.read(file, settings.languages).terms if file else ()
    pairs: dict[Pair, list[OutgoingCatalogue]] = defaultdict(list)
    yield from _sort(named(request.paths, request.locales, settings), settings, pairs)
    refuse_two_sources(pairs)
    incoming.check_kind(request.folder, many=len(pairs) > 1)
    for languages, sources in pairs.items():
        folder = request.folder if len(pairs) == 1 else request.folder / languages[1]
        try:
            packed = _exported(folder, languages, sources, terms, settings.root)
        except L10nError as error:
            yield Failed(error)
            continue
        yield ProjectExported(folder, languages, tuple(packed))


def _sort(paths: Sequence[Path], settings: Config, pairs: dict[Pair, list[OutgoingCatalogue]]) -> Iterator[Failed]:
    """Put the catalogues to their pair of languages."""
    from l10n.exchange.omegat import locations
    from l10n.exchange.omegat.outgoing import OutgoingCatalogue

    for path in paths:
        try:
            catalogue = po.read(path)
            pair = pair_of(path, catalogue, settings)
        except L10nError as error:
            yield Failed(error)
            continue
        pairs[pair].append(OutgoingCatalogue(path, locations.named(path, settings.root), catalogue))


def _exported(
    folder: Path, languages: Pair, sources: Sequence[OutgoingCatalogue], terms: Sequence[Term], root: Path
) -> list[Packed]:
    """Write a project over the old one, of which nothing may be lost."""
    from l10n.exchange.omegat import incoming, outgoing

    with locked(folder):
        old = incoming.check_nothing_is_lost(folder, [source.path for source in sources], root, po.read)
        packed = outgoing.pack(sources)
        outgoing.write(folder, languages, packed, terms, old)
    return packed
