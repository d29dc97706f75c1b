"""Patches -> catalogue files, with a leftover file for what could not be done."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from l10n.catalogue.keeping import CatalogueKeeper
from l10n.catalogue.review import Reviewer
from l10n.catalogue.search import home
from l10n.catalogue.targets import CatalogueTargets
from l10n.checking.approval import Examiner
from l10n.drafting.restoring import restored
from l10n.errors import BusyError, L10nError
from l10n.files import locked
from l10n.files.leftovers import keep_beside
from l10n.review import patch as patches
from l10n.review.merging import DecisionResult, Outcome, merge
from l10n.review.patch import Patch, ReviewDecision

PATIENCE = 5.0
"""Seconds to wait for another l10n that is at work."""
UNKNOWN = "there is no such catalogue here"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of the decisions about one catalogue."""

    name: str
    """As the patch calls the catalogue."""
    path: Path | None
    """None if there is no such catalogue."""
    results: tuple[DecisionResult, ...] = ()
    error: L10nError | None = None
    """Why the file could not be read or written; then nothing became of any of them."""

    def count(self, outcome: Outcome) -> int:
        """How many decisions came to this."""
        return sum(result.outcome is outcome for result in self.results)

    @property
    def refused(self) -> tuple[DecisionResult, ...]:
        """The decisions that were refused, with the reasons."""
        return tuple(result for result in self.results if result.outcome is Outcome.REFUSED)


def apply(patch: Patch, catalogues: CatalogueTargets, by: Reviewer, examiner: Examiner) -> Iterator[Applied]:
    """Put the decisions into the catalogues, file by file; nothing slow stands between reading and writing."""
    groups: dict[str, list[ReviewDecision]] = {}
    for decision in patch.decisions:
        groups.setdefault(decision.catalogue, []).append(decision)
    keeper = CatalogueKeeper()
    for name, decisions in groups.items():
        path = catalogues.find(decisions[0].catalogue, decisions[0].document, decisions[0].language)
        if path is None:
            refused = (DecisionResult(decision, Outcome.REFUSED, UNKNOWN) for decision in decisions)
            yield Applied(name, None, tuple(refused))
            continue
        try:
            yield Applied(name, path, tuple(patiently(partial(save, path, decisions, by, examiner, keeper))))
        except L10nError as error:
            yield Applied(name, path, error=error)


def save(
    path: Path, decisions: Sequence[ReviewDecision], by: Reviewer, examiner: Examiner, keeper: CatalogueKeeper
) -> list[DecisionResult]:
    """Merge the decisions into this file; L10nError if it cannot be read or written, or another l10n is at work."""
    with locked(home(path)):
        old = keeper.read(path)
        catalogue, results = merge(old, decisions, by, partial(examiner.doubts, path))
        if any(result.outcome is Outcome.CHANGED for result in results):
            keeper.save(path, old, restored(path, catalogue, examiner.memory))
    return results


def patiently(work: Callable[[], T]) -> T:
    """Do the work; wait a little while another l10n is at work."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return work()
        except BusyError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def keep(path: Path, patch: Patch, refused: Sequence[DecisionResult]) -> Path:
    """Write the refused decisions beside the patch, else into the current folder; the new file's path.

    Over no file that says something else. Raises WriteError if neither can be written.
    """
    left = replace(patch, decisions=tuple(replace(result.decision, reason=result.reason) for result in refused))
    return keep_beside(path, ".json", patches.dumps(left))
