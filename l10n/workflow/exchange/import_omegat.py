"""The translations of OmegaT's projects go into the catalogues."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue import po, saving
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home
from l10n.catalogue.states import state
from l10n.config import Config
from l10n.drafting.restoring import restored
from l10n.errors import L10nError, WriteError
from l10n.files import locked
from l10n.model.events import Event, Failed
from l10n.reports.characters import quoted, shown, visible
from l10n.workflow.exchange.catalogues import named

if TYPE_CHECKING:
    from l10n.exchange.omegat import ExportedCatalogue, Project
    from l10n.exchange.omegat.merging import Merged, Refused
    from l10n.exchange.omegat.saved import Note, Saved, Translation

Lines = Mapping[tuple[str | None, str], int]
"""Of the entries in the catalogue as it is now, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OmegatImportRequest:
    """Whose translations are to go into which catalogues; what is not said is as in the settings."""

    settings: Config
    folder: Path
    """What the export made: a project, or a folder with one for each pair of languages."""
    paths: tuple[Path, ...] = ()
    """PO files that may change, or folders with some."""
    locales: Path | None = None
    """Folder of more catalogues."""
    dry_run: bool = False
    """Write nothing."""


@dataclass(frozen=True, slots=True)
class CatalogueImported(Event):
    """A catalogue that has the texts of its project now."""

    path: Path
    merged: Merged
    lines: Lines


@dataclass(frozen=True, slots=True)
class TranslatorsNote(Event):
    """What a translator has to say about a segment."""

    path: Path
    """The file of OmegaT that has it."""
    note: Note


@dataclass(frozen=True, slots=True)
class Stranger(Event):
    """A translation that belongs to no entry of the project's catalogues."""

    path: Path
    """The file of OmegaT that has it."""
    translation: Translation


@dataclass(frozen=True, slots=True)
class RefusedTextsKept(Event):
    """The texts that were refused stand in a memory of the project."""

    path: Path


def import_omegat(request: OmegatImportRequest) -> Iterator[Event]:
    """Put the translations into the catalogues; what somebody has changed meanwhile is refused, and kept.

    Each refusal is told as a failure, and so are a catalogue and a project that cannot be read or written; the others
    go on. Raises L10nError if there are no projects or no catalogues.
    """
    from l10n.exchange.omegat import manifest

    allowed = named(request.paths, request.locales, request.settings)
    for folder in manifest.folders(request.folder):
        try:
            with nullcontext() if request.dry_run else locked(folder):
                yield from _imported(folder, allowed, request)
        except L10nError as error:
            yield Failed(error)


def _imported(folder: Path, allowed: Sequence[Path], request: OmegatImportRequest) -> Iterator[Event]:
    """Take the texts of one project."""
    from l10n.exchange.omegat import SAVED, incoming, locations, manifest

    project = manifest.read(folder)
    saved = incoming.saved(folder, project)
    agreed: list[ExportedCatalogue] = []
    refused: list[Refused] = []
    for catalogue, path in locations.catalogues(project, allowed, request.settings.root):
        merged = yield from _merged(folder, catalogue, path, saved, request)
        agreed.append(merged.exported)
        refused += merged.refused
    yield from (TranslatorsNote(folder / SAVED, note) for note in saved.notes)
    yield from (Stranger(folder / SAVED, translation) for translation in incoming.strangers(project, saved))
    if not request.dry_run:
        yield from _kept(folder, project, replace(project, catalogues=tuple(agreed)), refused)


def _merged(
    folder: Path, catalogue: ExportedCatalogue, path: Path | None, saved: Saved, request: OmegatImportRequest
) -> Generator[Event, None, Merged]:
    """A catalogue that is gone or broken keeps no other from its texts; its own are refused, and may come later."""
    from l10n.exchange.omegat import MANIFEST
    from l10n.exchange.omegat.merging import merged

    try:
        if path is None:
            what = f"'{visible(catalogue.path)}' is none of the catalogues of this run"
            hint = "name it, too, if it is to have its texts: l10n import omegat FOLDER PO..."
            raise L10nError(f"{shown(folder / MANIFEST)}: {what}", hint)
        done = _merge(path, catalogue, saved, request)
    except L10nError as error:
        yield Failed(error)
        return merged((), catalogue, saved)
    lines = {entry.key: entry.line for entry in po.read(path).entries if not entry.obsolete}  # the file has changed
    yield from (Failed(_refusal(path, refusal, lines)) for refusal in done.refused)
    yield CatalogueImported(path, done, lines)
    return done


def _merge(path: Path, catalogue: ExportedCatalogue, saved: Saved, request: OmegatImportRequest) -> Merged:
    """Read, merge and write, with nothing slow between reading and writing: editors may be open."""
    from l10n.exchange.omegat.merging import merged

    with nullcontext() if request.dry_run else locked(home(path)):
        old = po.read(path)
        done = merged(old.entries, catalogue, saved)
        if done.taken and not request.dry_run:
            saving.save(path, old, restored(path, revised(old, done.entries, old), request.settings.memory))
    return done


def _kept(folder: Path, before: Project, after: Project, refused: Sequence[Refused]) -> Iterator[Event]:
    """Keep what was refused, and what both sides agree upon now."""
    from l10n.exchange.omegat import REFUSED, manifest, refusals

    try:
        if refused and refusals.keep(folder, before, refused):
            yield RefusedTextsKept(folder / REFUSED)
        if after != before:
            manifest.write(folder, after)
    except WriteError as error:
        hint = f"the catalogues have their texts; see that {shown(folder)} can be written, and import again"
        raise WriteError(error.message, hint) from None


def _refusal(path: Path, refusal: Refused, lines: Lines) -> L10nError:
    """Both texts whole, as nobody can decide about half a text."""
    theirs, entry = refusal.translation, refusal.entry
    by = visible(" ".join(filter(None, (theirs.who, theirs.when[:10]))))
    texts = f"OmegaT has {quoted(theirs.text)}{f' ({by})' if by else ''}"
    if entry:
        texts += f", the catalogue {quoted(' | '.join(entry.texts))} ({state(entry)})"
    position = f"{shown(path)}:{lines[entry.key]}" if entry else shown(path)
    return L10nError(f"{position}: {quoted(theirs.source)}: {refusal.reason}", texts)
