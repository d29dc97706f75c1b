"""What people are told of what came back from OmegaT."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.catalogue.states import state
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.model import Entry, State
from l10n.model.events import Event
from l10n.reports.characters import quoted
from l10n.workflow.exchange.import_omegat import (
    CatalogueImported,
    RefusedTextsKept,
    Stranger,
    TranslatorsNote,
)

if TYPE_CHECKING:
    from l10n.exchange.omegat.merging import Merged


def tell_imported(event: Event, console: Console) -> None:
    """What became of a catalogue, and what there is in OmegaT for none."""
    match event:
        case CatalogueImported():
            _tell_catalogue(event, console)
        case TranslatorsNote(path, note):
            console.say(f"{shown(path)}: note on {quoted(note.source)}: {quoted(note.text)}")
        case Stranger(path, translation):
            console.say(f"{shown(path)}: for no entry of these catalogues: {quoted(translation.source)}")
        case RefusedTextsKept(path):
            console.say(f"what was refused is kept in {shown(path)}")
        case _:
            pass


def _tell_catalogue(event: CatalogueImported, console: Console) -> None:
    merged = event.merged
    for entry in merged.removed:
        console.say(f"{_position(event, entry)}: not translated in OmegaT any more; stays: {quoted(entry.msgstr)}")
    for entry in merged.copies:
        console.say(f"{_position(event, entry)}: says what its source says; sign it, or `l10n normalize` flags it")
    result(f"{shown(event.path)}: {', '.join(_imported_counts(merged))}")


def _position(event: CatalogueImported, entry: Entry) -> str:
    return f"{shown(event.path)}:{event.lines[entry.key]}"


def _imported_counts(merged: Merged) -> Iterator[str]:
    states = [state(entry) for entry in merged.taken]
    unread = states.count(State.UNREAD)
    yield f"{len(states) - unread} translated"
    if unread:
        yield f"{unread} accepted unread"
    if merged.refused:
        yield f"{len(merged.refused)} refused"
