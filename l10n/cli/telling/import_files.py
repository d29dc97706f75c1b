"""What people are told of files that came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.catalogue.states import state
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.model.events import Event
from l10n.reports.characters import quoted
from l10n.workflow.exchange.import_files import CatalogueAdmitted
from l10n.workflow.exchange.refusals import LeftoverWritten

if TYPE_CHECKING:
    from l10n.exchange.gate import Admission


def tell_imported(event: Event, console: Console) -> None:
    """What became of a catalogue, and where the units are that were refused."""
    match event:
        case CatalogueAdmitted():
            _tell_catalogue(event, console)
        case LeftoverWritten(path):
            console.say(f"what was refused is kept in {shown(path)}")
        case _:
            pass


def _tell_catalogue(event: CatalogueAdmitted, console: Console) -> None:
    for unit in event.admission.units:
        position = f"{unit.returned.where}: {quoted(unit.before.msgid if unit.before else unit.returned.unit)}"
        if unit.copied:
            console.say(f"{position}: says what its source says; sign it, or `l10n normalize` flags it")
        if unit.lowered:
            console.say(f"{position}: its state is lower there; stays; l10n review reject sends it back")
    result(f"{shown(event.path)}: {', '.join(_counts(event.admission))}")


def _counts(admission: Admission) -> Iterator[str]:
    states = Counter(state(unit.after) for unit in admission.taken if unit.after)
    yield from (f"{count} {name}" for name, count in states.items())
    merged = sum(unit.merged for unit in admission.units)
    unchanged = len(admission.units) - len(admission.taken) - len(admission.refused)
    yield f"{max(unchanged, 0)} unchanged"
    if merged:
        yield f"{merged} in place of newer drafts"
    if admission.refused:
        yield f"{len(admission.refused)} refused"
