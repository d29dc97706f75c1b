"""Catalogues of other programs for the same documents: their translations go into ours, and into the memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue import po, saving
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home, language_of
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import locked
from l10n.languages import language
from l10n.model import Catalogue, Document, Entry, Key
from l10n.model.events import Event, Failed
from l10n.updating import Updated, UpdateOptions
from l10n.workflow import inputs
from l10n.workflow.segment import Segmented
from l10n.workflow.sources import sources
from l10n.workflow.update import updates

if TYPE_CHECKING:
    from l10n.exchange.adoption import AdoptedText, Treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptRequest:
    """Whose translations are to go into the catalogues of which documents; what is not said is as in the settings."""

    settings: Config
    files: tuple[Path, ...]
    """PO files of po4a, mdpo or mdbook-i18n-helpers, or folders that have some; they stay as they are."""
    sources: tuple[Path, ...] = ()
    """Files of the documents."""
    to: str | None = None
    """The language of all these PO files; None: what each says of itself."""
    source_language: str | None = None
    locales: Path | None = None
    """Folder of our catalogues."""
    memory: Path | None = None
    """The translation memory; it is made if there is something for it."""
    dry_run: bool = False
    """Write nothing."""


@dataclass(frozen=True, slots=True)
class Adopted(Event):
    """A catalogue of another program whose translations are in ours."""

    path: Path
    treatments: tuple[Treatment, ...]
    """Of its translations, in its order, obsolete ones last."""


@dataclass(frozen=True, slots=True)
class _Theirs:
    path: Path
    catalogue: Catalogue
    language: str


def adopt(request: AdoptRequest) -> Iterator[Event]:
    """Update the catalogues of the documents, then fill what people have not translated there.

    A PO file or a document that fails is told, and the others go on. Raises L10nError for a request that names no PO
    file, no source or an unknown language, and BusyError while another run is at work in the folder.
    """
    settings = request.settings
    source = inputs.source_language(request.source_language, settings)
    index = CatalogueIndex(layout_of(settings, request.locales))
    wanted = sources(request.sources, settings, index)
    memory = request.memory or settings.memory
    options = UpdateOptions(dry_run=request.dry_run, memory=memory, references=settings.references)
    theirs: list[_Theirs] = []
    for path in inputs.named_catalogues(request.files):
        try:
            theirs.append(_read(path, source, index.layout.folder, request))
        except L10nError as error:
            yield Failed(error)
    targets = list(dict.fromkeys(catalogue.language for catalogue in theirs))
    if not targets:
        return
    with nullcontext() if request.dry_run else locked(index.layout.folder):
        documents: list[Document] = []
        updated: list[Updated] = []
        shared = [replace(document, targets=None) for document in wanted]
        for event in updates(shared, source, targets, index, settings.root, options):
            documents += [event.document] if isinstance(event, Segmented) else []
            updated += [event] if isinstance(event, Updated) else []
            yield event
        yield from _adopted(theirs, documents, updated, source, request)


def _read(path: Path, source: str, locales: Path, request: AdoptRequest) -> _Theirs:
    """Raises L10nError for what is no catalogue of another program in a language that is none of the source's."""
    if path.resolve().is_relative_to(locales.resolve()):
        raise L10nError(f"{path}: lies among our own catalogues", f"name files that are not in {locales}")
    catalogue = po.read(path)
    code = request.to or language_of(path, catalogue) or _target_of(path, request.settings.targets)
    if not code:
        raise L10nError(f"{path}: does not say its language", "name it: --to LANG")
    try:
        target = language(code).code
    except L10nError as error:
        raise L10nError(f"{path}: {error.message}", error.hint) from None
    if target == source:
        raise L10nError(f"{path}: is in the language of the sources", "name the right one: --to LANG")
    return _Theirs(path, catalogue, target)


def _target_of(path: Path, targets: Sequence[str]) -> str:
    """The target that a folder above the file is called by, as with mdpo: `locale/es/guide/index.md.po`."""
    return next((folder.name for folder in path.parents if folder.name in targets), "")


def _adopted(
    theirs: Sequence[_Theirs],
    documents: Sequence[Document],
    updated: Sequence[Updated],
    source: str,
    request: AdoptRequest,
) -> Iterator[Event]:
    """One language after the other: its catalogues are written once, then those of theirs are told."""
    from l10n.exchange.adoption.paragraphs import OwnParagraphs
    from l10n.exchange.adoption.taking import Adoption

    paragraphs = OwnParagraphs(documents)
    for target in dict.fromkeys(catalogue.language for catalogue in theirs):
        ours = [event for event in updated if event.language == target]
        entries = {event.document: _entries(event, request.dry_run) for event in ours}
        adoption = Adoption(paragraphs, entries, (source, target))
        same = [catalogue for catalogue in theirs if catalogue.language == target]
        treated = [(catalogue.path, adoption.take(catalogue.catalogue.entries)) for catalogue in same]
        if not request.dry_run:
            yield from _saved(ours, adoption.texts)
            yield from _remembered([done for _, dones in treated for done in dones], (source, target), request)
        yield from (Adopted(path, tuple(done)) for path, done in treated)


def _entries(event: Updated, dry_run: bool) -> dict[Key, Entry]:
    """The entries of our catalogue as it is now, or as it would be."""
    entries = event.merge.entries if dry_run else po.read(event.path).entries
    return {entry.key: entry for entry in entries if not entry.obsolete}


def _saved(ours: Sequence[Updated], texts: Mapping[str, Mapping[Key, AdoptedText]]) -> Iterator[Failed]:
    for event in ours:
        try:
            if event.document in texts:
                _save(event.path, texts[event.document])
        except L10nError as error:
            yield Failed(error)


def _save(path: Path, texts: Mapping[Key, AdoptedText]) -> None:
    """Read, fill and write, with nothing slow between reading and writing: editors may be open."""
    from l10n.exchange.adoption.taking import adopted, is_free

    with locked(home(path)):
        old = po.read(path)
        entries = tuple(
            adopted(entry, texts[entry.key]) if entry.key in texts and not entry.obsolete and is_free(entry) else entry
            for entry in old.entries
        )
        if (new := revised(old, entries, old)) is not old:
            saving.save(path, old, new)


def _remembered(done: Sequence[Treatment], languages: tuple[str, str], request: AdoptRequest) -> Iterator[Failed]:
    from l10n.memory.store import Memory
    from l10n.memory.unit import Unit

    units = [Unit(*texts, *languages) for treatment in done for texts in treatment.units]
    try:
        if units:
            with Memory(request.memory or request.settings.memory) as memory:
                memory.add(units)
    except L10nError as error:
        yield Failed(error)
