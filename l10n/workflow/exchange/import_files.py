"""What other programs have made of exported files goes into the catalogues, through the one gate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from l10n.catalogue.states import state
from l10n.catalogue.targets import CatalogueTargets
from l10n.config import Config
from l10n.drafting.restoring import restored
from l10n.errors import L10nError, WriteError
from l10n.files import locked
from l10n.languages.codes import related
from l10n.model.events import Event, Failed
from l10n.reports.characters import quoted, shown, visible
from l10n.reports.figures import amount
from l10n.workflow import inputs

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
class LeftoverWritten(Event):
    """What was refused of a file stands in one of its own."""

    path: Path


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
    yield from (Failed(_refusal(unit)) for unit in refused)
    for catalogue in incoming.catalogues:
        try:
            event = _admitted(path, catalogue, run)
        except L10nError as error:
            yield Failed(error)
            refused += _untaken(catalogue)
            continue
        yield from (Failed(_refusal(unit)) for unit in event.admission.refused)
        yield from _waiting(event)
        yield event
        refused += event.admission.refused
    if refused and not run.request.dry_run:
        yield _kept(path, refused)


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


def _waiting(event: CatalogueAdmitted) -> Iterator[Failed]:
    """Tell of the states that nobody answers for, in one line: the file itself is what is to be imported again."""
    if waiting := [unit for unit in event.admission.units if unit.waits]:
        what = f"{amount(len(waiting), 'state')} raised, the first in {waiting[0].returned.where}"
        hint = "import it again with --reviewer NAME, who answers for them"
        yield Failed(L10nError(f"{shown(event.path)}: {what}", hint))


def _refusal(unit: AdmittedUnit) -> L10nError:
    """Both texts whole, as nobody can decide about half a text."""
    returned, entry = unit.returned, unit.before
    reason, hint = (unit.refusal.reason, unit.refusal.hint) if unit.refusal else ("", "")
    texts = f"the file has {quoted(' | '.join(returned.texts))}"
    if entry:
        texts += f", the catalogue {quoted(' | '.join(entry.texts))} ({state(entry)})"
    source = returned.source or (entry.msgid if entry else returned.unit)
    return L10nError(f"{returned.where}: {quoted(source)}: {visible(reason)}", "; ".join(filter(None, (texts, hint))))


def _kept(path: Path, refused: Sequence[AdmittedUnit]) -> LeftoverWritten | Failed:
    from l10n.exchange import leftovers

    try:
        return LeftoverWritten(leftovers.keep(path, refused))
    except WriteError as error:
        hint = "they are in the file; all else has been taken, and importing it again does no harm"
        message = f"{error.message}: {amount(len(refused), 'refused unit')} cannot be kept apart"
        return Failed(WriteError(message, hint))
