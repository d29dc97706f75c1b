"""What is told of units that were refused or wait for somebody who answers for them, and where they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue.states import state
from l10n.errors import L10nError, WriteError
from l10n.model.events import Event, Failed
from l10n.reports.characters import quoted, shown, visible
from l10n.reports.figures import amount

if TYPE_CHECKING:
    from l10n.exchange.gate import Admission, AdmittedUnit


@dataclass(frozen=True, slots=True)
class LeftoverWritten(Event):
    """What was refused of a file stands in one of its own."""

    path: Path


def waiting(path: Path, admission: Admission) -> Iterator[Failed]:
    """Tell of the states that nobody answers for, in one line: the file itself is what is to be imported again."""
    if raised := [unit for unit in admission.units if unit.waits]:
        what = f"{amount(len(raised), 'state')} raised, the first in {raised[0].returned.where}"
        hint = "import it again with --reviewer NAME, who answers for them"
        yield Failed(L10nError(f"{shown(path)}: {what}", hint))


def refusal(unit: AdmittedUnit) -> L10nError:
    """Return the reason with both texts whole, as nobody can decide about half a text."""
    returned, entry = unit.returned, unit.before
    reason, hint = (unit.refusal.reason, unit.refusal.hint) if unit.refusal else ("", "")
    texts = f"the file has {quoted(' | '.join(returned.texts))}"
    if entry:
        texts += f", the catalogue {quoted(' | '.join(entry.texts))} ({state(entry)})"
    source = returned.source or (entry.msgid if entry else returned.unit)
    return L10nError(f"{returned.where}: {quoted(source)}: {visible(reason)}", "; ".join(filter(None, (texts, hint))))


def kept(path: Path, refused: Sequence[AdmittedUnit]) -> LeftoverWritten | Failed:
    """Keep the units beside the file, or tell that this is not possible."""
    from l10n.exchange import leftovers

    try:
        return LeftoverWritten(leftovers.keep(path, refused))
    except WriteError as error:
        hint = "they are in the file; all else has been taken, and importing it again does no harm"
        message = f"{error.message}: {amount(len(refused), 'refused unit')} cannot be kept apart"
        return Failed(WriteError(message, hint))
