"""The decisions of patches go into the catalogues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue.header import now
from l10n.catalogue.layout import layout_of
from l10n.catalogue.targets import CatalogueTargets
from l10n.config import Config
from l10n.errors import L10nError, WriteError
from l10n.model.events import Event, Failed
from l10n.reports.characters import shown, visible
from l10n.reports.figures import amount
from l10n.workflow import inputs

if TYPE_CHECKING:
    from l10n.checking.approval import Examiner
    from l10n.review.applying import Applied
    from l10n.review.merging import DecisionResult
    from l10n.review.patch import Patch


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyRequest:
    """Which patches are to be applied to which catalogues; what is not said is as in the settings."""

    settings: Config
    patches: tuple[Path, ...]
    """Files that review pages have exported."""
    catalogues: tuple[Path, ...] = ()
    """PO files or folders that may change."""
    locales: Path | None = None
    """Folder of the catalogues, if none are named."""
    by: str | None = None
    """The reviewer's name; None for the one in the patch."""
    outdated: bool = False
    """Sign outdated entries, too."""
    force: bool = False
    """Sign even what the checks call an error."""
    source_language: str | None = None
    """Language of the msgids, for the checks."""


@dataclass(frozen=True, slots=True)
class PatchApplied(Event):
    """What became of a patch's decisions about one catalogue."""

    patch: Path
    applied: Applied


@dataclass(frozen=True, slots=True)
class LeftoversKept(Event):
    """What was refused stands in a file of its own."""

    path: Path


def apply(request: ApplyRequest) -> Iterator[Event]:
    """Put the decisions into the catalogues; what has changed since the page was made is refused, and kept.

    So are approvals of what the checks call an error, or of an outdated entry, unless they were confirmed on the page.
    A patch that is no good is told, and so is each refusal; the others go on. Raises L10nError for settings that are no
    good.
    """
    from l10n.checking.approval import Examiner
    from l10n.checking.settings import of_project

    settings = request.settings
    files = inputs.stored_catalogues(request.catalogues, request.locales, settings)
    catalogues = CatalogueTargets(files, settings.root, layout_of(settings, request.locales))
    examiner = Examiner(of_project(settings, request.source_language), request.outdated, request.force)
    for path in dict.fromkeys(request.patches):
        try:
            yield from _applied(path, catalogues, request.by, examiner)
        except L10nError as error:
            yield Failed(error)


def _applied(path: Path, catalogues: CatalogueTargets, by: str | None, examiner: Examiner) -> Iterator[Event]:
    from l10n.review import patch as patches
    from l10n.review.applying import apply
    from l10n.review.merging import reviewer

    patch = patches.read(path)
    refused: list[DecisionResult] = []
    for applied in apply(patch, catalogues, reviewer(patch, now(), by), examiner):
        if applied.error:
            yield Failed(applied.error)
        yield PatchApplied(path, applied)
        yield from _failures(path, applied)
        refused += applied.refused
    if refused:
        yield _kept(path, patch, refused)


def _failures(patch: Path, applied: Applied) -> Iterator[Failed]:
    """Why decisions were refused."""
    from l10n.review.applying import UNKNOWN

    name = shown(applied.path) if applied.path else visible(applied.name)
    if applied.path is None:
        hint = "name its file or folder with --catalogues"
        yield Failed(L10nError(f"{shown(patch)}: {name}: {UNKNOWN}", hint))
        return
    for refusal in applied.refused:
        reason = visible(f"“{refusal.decision.source}”: {refusal.reason}")
        yield Failed(L10nError(f"{shown(patch)}: {name}: {refusal.decision.key} {reason}", refusal.hint))


def _kept(path: Path, patch: Patch, refused: Sequence[DecisionResult]) -> LeftoversKept | Failed:
    from l10n.review.applying import keep

    try:
        return LeftoversKept(keep(path, patch, refused))
    except WriteError as error:
        hint = "they are in the patch; all others have been applied, and applying it again does no harm"
        message = f"{error.message}: {amount(len(refused), 'refused decision')} cannot be kept apart"
        return Failed(WriteError(message, hint))
