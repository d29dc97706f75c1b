"""Catalogues become projects of OmegaT, one a pair of languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import glossary
from l10n.catalogue import po
from l10n.catalogue.normalize import source_language
from l10n.catalogue.search import language_of
from l10n.catalogue.source_texts import source_texts
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import locked
from l10n.glossary.term import Term
from l10n.model import Catalogue
from l10n.model.events import Event, Failed
from l10n.workflow.exchange.catalogues import named

if TYPE_CHECKING:
    from l10n.exchange.omegat.outgoing import OutgoingCatalogue, Packed

Pair = tuple[str, str]
"""Source and target language, as OmegaT writes them."""


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
    _refuse_two_sources(pairs)
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
            pair = _pair(path, catalogue, settings)
        except L10nError as error:
            yield Failed(error)
            continue
        pairs[pair].append(OutgoingCatalogue(path, locations.named(path, settings.root), catalogue))


def _pair(path: Path, catalogue: Catalogue, settings: Config) -> Pair:
    """The languages of a catalogue; L10nError if they are unknown or the same."""
    from l10n.exchange.omegat import locations

    stated = source_language(catalogue, None, settings.source_language)
    source = stated or source_texts(path, catalogue, settings.source_language).language
    pair = locations.language(source, path), locations.language(language_of(path, catalogue), path)
    if pair[0] == pair[1]:
        hint = "the header's fields X-Source-Language and Language name them"
        raise L10nError(f"{path}: from '{pair[0]}' into '{pair[1]}'", hint)
    return pair


def _refuse_two_sources(pairs: Mapping[Pair, Sequence[OutgoingCatalogue]]) -> None:
    """Raise L10nError for two source languages with one target, whose projects would have one folder."""
    targets = [target for _, target in pairs]
    if twice := next((target for target in targets if targets.count(target) > 1), ""):
        raise L10nError(f"catalogues into '{twice}' from several languages", "export those from one language at a time")


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
