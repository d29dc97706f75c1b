"""Plans -> files, in an order in which a text that moves is never in no file, whatever ends the run.

First come the catalogues that take texts from others. One that gives some away, too, keeps them as obsolete entries for
the time being. Once all that took from a catalogue are written, it is written as it is to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.search import home
from l10n.errors import L10nError
from l10n.files import locked
from l10n.updating import Plan, Updated, UpdateOptions
from l10n.updating.pruning import distinct, keep, kept_in, worth_keeping

DocumentLanguage = tuple[str, str]
"""Document and language: one catalogue of the run."""


def stamp(path: Path) -> tuple[int, ...]:
    """What tells whether somebody has saved the file meanwhile; empty if there is none."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


def write(
    plans: Sequence[Plan], failed: Mapping[DocumentLanguage, L10nError], options: UpdateOptions
) -> Iterator[Updated | L10nError]:
    """Write the catalogues; `failed` are those that will not be, and why.

    Where one that takes texts fails, those that give it theirs stay as they were.
    """
    errors = dict(failed)
    for plan in plans:
        if plan.arrived or not plan.departed:
            event = _attempt(plan, options, giving=False)
            if isinstance(event, L10nError):
                errors[plan.document, plan.language] = event
            if isinstance(event, L10nError) or not plan.departed:
                yield event
    for plan in plans:
        if plan.departed and (plan.document, plan.language) not in errors:
            yield _held_back(plan, errors) or _attempt(plan, options, giving=True)


def _held_back(plan: Plan, errors: Mapping[DocumentLanguage, L10nError]) -> L10nError | None:
    """Why a catalogue may not give its texts away: nobody has taken them."""
    for move in plan.departed:
        if error := errors.get((move.recipient, plan.language)):
            message = f"{plan.path}: not updated, as texts go from here to “{move.recipient}”, which was not written"
            return type(error)(message, "mend that and run again; the texts are where they were")
    return None


def _attempt(plan: Plan, options: UpdateOptions, giving: bool) -> Updated | L10nError:
    """Write one catalogue, in the second round without what it gives away; the error if that fails."""
    try:
        return _save(plan, options, giving)
    except L10nError as error:
        return error


def _save(plan: Plan, options: UpdateOptions, giving: bool) -> Updated:
    kept = kept_in(plan.path) if any(map(worth_keeping, plan.pruned)) else None
    written = False
    if not options.dry_run and (plan.new is not plan.old or plan.old.renewed):
        with locked(home(plan.path)):  # by a link, it may be another folder's
            written = _write(plan, kept is not None, giving)
    return Updated(
        plan.document, plan.language, plan.path, plan.merge, written, plan.pruned, kept, plan.arrived, plan.departed
    )


def _write(plan: Plan, kept: bool, giving: bool) -> bool:
    if not (giving and plan.arrived):  # else it is ours of a moment ago
        _check_untouched(plan)
    if kept:
        keep(plan.path, plan.new, [entry for entry in plan.pruned if worth_keeping(entry)])
    staying = () if giving else (replace(move.entry, obsolete=True, references=()) for move in plan.departed)
    return po.write(plan.path, replace(plan.new, entries=distinct(plan.new.entries, staying)))


def _check_untouched(plan: Plan) -> None:
    """Editors know no locks: what somebody has saved since the file was read is not written over."""
    if stamp(plan.path) != plan.seen:
        raise L10nError(f"{plan.path}: somebody has saved it meanwhile", "nothing was written there: run again")
