"""What other programs have made of exported files goes into the catalogues, through the one gate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue import po, saving
from l10n.catalogue.header import now
from l10n.catalogue.layout import layout_of
from l10n.catalogue.review import Reviewer, one_line
from l10n.catalogue.search import home, language_of
from l10n.catalogue.targets import CatalogueTargets
from l10n.config import Config
from l10n.drafting.restoring import restored
from l10n.errors import L10nError
from l10n.files import locked
from l10n.languages.codes import related
from l10n.model.events import Event, Failed
from l10n.reports.characters import shown, visible
from l10n.workflow import inputs
from l10n.workflow.exchange.refusals import kept, refusal, waiting

if TYPE_CHECKING:
    from l10n.checking.approval import Examiner
    from l10n.exchange.gate import Admission, AdmittedUnit, IncomingCatalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """Which files are to go into which catalogues; what is not said is as in the settings."""

    settings: Config
    files: tuple[Path, ...]
    """Of any kind that `l10n.exchange.kinds` knows."""
    catalogues: tuple[Path, ...] = ()
    """PO files or folders that may change."""
    locales: Path | None = None
    """Folder of the catalogues, if none are named."""
    reviewer: str | None = None
    """Who answers for the states in the files; None to raise none."""
    outdated: bool = False
    """Sign outdated entries, too."""
    force: bool = False
    """Sign even what the checks call an error."""
    source_language: str | None = None
    """Language of the msgids, for the checks."""
    dry_run: bool = False
    """Write nothing."""


@dataclass(frozen=True, slots=True)
class CatalogueAdmitted(Event):
    """A catalogue that has now what a file had for it."""

    file: Path
    path: Path
    admission: Admission


@dataclass(frozen=True, slots=True)
class _ImportRun:
    """What holds for all files."""

    request: ImportRequest
    targets: CatalogueTargets
    by: Reviewer | None
    examiner: Examiner


def import_files(request: ImportRequest) -> Iterator[Event]:
    """Put what came back into the catalogues; what somebody has changed meanwhile is refused, and kept.

    Each refusal is told as a failure, and so are a file and a catalogue that cannot be read or written; the others go
    on. Raises L10nError for settings that are no good, and a name that is none.
    """
    from l10n.checking.approval import Examiner
    from l10n.checking.settings import of_project

    settings = request.settings
    files = inputs.stored_catalogues(request.catalogues, request.locales, settings)
    targets = CatalogueTargets(files, settings.root, layout_of(settings, request.locales))
    examiner = Examiner(of_project(settings, request.source_language), request.outdated, request.force)
    run = _ImportRun(request, targets, _reviewer(request.reviewer), examiner)
    for path in dict.fromkeys(request.files):
        try:
            yield from _imported(path, run)
        except L10nError as error:
            yield Failed(error)


def _reviewer(name: str | None) -> Reviewer | None:
    return None if name is None else Reviewer(one_line(name, "--reviewer", "name who answers for it"), now()[:10])


def _imported(path: Path, run: _ImportRun) -> Iterator[Event]:
    """Take what one file has."""
    from l10n.exchange import kinds

    incoming = kinds.of_file(path).read(path)
    refused = list(incoming.refused)
    yield from (Failed(refusal(unit)) for unit in refused)
    for catalogue in incoming.catalogues:
        try:
            event = _admitted(path, catalogue, run)
        except L10nError as error:
            yield Failed(error)
            refused += _untaken(catalogue)
            continue
        yield from (Failed(refusal(unit)) for unit in event.admission.refused)
        yield from waiting(event.path, event.admission)
        yield event
        refused += event.admission.refused
    if refused and not run.request.dry_run:
        yield kept(path, refused)


def _admitted(file: Path, incoming: IncomingCatalogue, run: _ImportRun) -> CatalogueAdmitted:
    """Read, admit and write, with nothing slow between reading and writing: editors may be open."""
    from l10n.exchange.gate.admission import admit

    path = run.targets.find(incoming.name, incoming.document, incoming.language.replace("_", "-"))
    if path is None:
        hint = "name its file or folder with --catalogues"
        raise L10nError(f"{shown(file)}: there is no catalogue '{visible(incoming.name)}' here", hint)
    with nullcontext() if run.request.dry_run else locked(home(path)):
        old = po.read(path)
        lang = language_of(path, old)
        if incoming.language and lang and not related(incoming.language, lang):
            hint = "name the catalogue of that language with --catalogues"
            raise L10nError(f"{shown(file)}: in '{visible(incoming.language)}', {shown(path)} is in '{lang}'", hint)
        done = admit(old, incoming.units, run.by, partial(run.examiner.doubts, path))
        if done.units and not any(unit.before for unit in done.units):
            hint = "name the right catalogue with --catalogues; it may be of another project"
            raise L10nError(f"{shown(file)}: none of its units belongs to {shown(path)}", hint)
        if done.taken and not run.request.dry_run:
            saving.save(path, old, restored(path, done.catalogue, run.request.settings.memory))
    return CatalogueAdmitted(file, path, done)


def _untaken(catalogue: IncomingCatalogue) -> list[AdmittedUnit]:
    """All that a file has for a catalogue that is not there, or cannot be read or written."""
    from l10n.exchange.gate import AdmittedUnit

    return [AdmittedUnit(unit) for unit in catalogue.units]
