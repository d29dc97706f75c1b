"""Entries are signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue.review import Review, Reviewer, Selection, clean
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Catalogue
from l10n.model.events import Event
from l10n.workflow.review.catalogues import named
from l10n.workflow.review.reviewers import reviewer
from l10n.workflow.review.signing import WHICH, Step, entries_named, reviewed
from l10n.workflow.source_languages import SourceLanguages

if TYPE_CHECKING:
    from l10n.checking.approval import Examiner


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveRequest:
    """Which entries are to be signed, and by whom; either `entries` or `all_clean` says which."""

    settings: Config
    paths: tuple[Path, ...]
    """PO files, or folders that have some; one file, if entries are named."""
    entries: str | None = None
    """As `3,5-7,L120,ab12cd34`, or `all`: see `l10n.catalogue.review.choose`."""
    all_clean: bool = False
    """Every entry that is accepted already, read or not."""
    by: str | None = None
    """The reviewer's name; None for git's user."""
    outdated: bool = False
    """Sign outdated entries, too."""
    force: bool = False
    """Sign even what the checks call an error."""
    source_language: str | None = None
    """Language of the msgids, for the checks."""


def approve(request: ApproveRequest) -> Iterator[Event]:
    """Sign the entries: no longer fuzzy, with a comment that counts as long as nobody changes source or translation.

    Tells each catalogue (`Reviewed`), after its refusals. Raises L10nError if it is unclear which entries of which file
    are meant, or who signs.
    """
    from l10n.checking.approval import Examiner
    from l10n.checking.settings import of_project

    if (request.entries is not None) == request.all_clean:
        raise L10nError("which entries?", f"{WHICH}, or take all that nobody doubts with --all-clean")
    paths = named(request.paths, single=not request.all_clean)
    settings = of_project(request.settings, request.source_language)
    examiner = Examiner(settings, request.outdated, request.force)
    choice = _clean if request.entries is None else entries_named(request.entries)
    yield from reviewed(paths, choice, _approval(examiner, reviewer(request.by)), request.settings.memory)
    yield SourceLanguages(tuple(examiner.recognised.items()))


def _clean(_: Path, catalogue: Catalogue) -> Selection:
    return Selection(clean(catalogue.entries))


def _approval(examiner: Examiner, by: Reviewer) -> Step:
    from l10n.checking import approval

    def step(path: Path, old: Catalogue, chosen: Selection) -> Review:
        examiner.verify(path, old)
        return approval.approve(old, chosen.indices, by, partial(examiner.doubts, path))

    return step
