"""What people are told of the state of their catalogues."""

from __future__ import annotations

from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.model.events import Event
from l10n.workflow.outputs import Written
from l10n.workflow.status import NotWritten, StateRefused


def tell(event: Event, console: Console) -> None:
    """All but the figures themselves."""
    match event:
        case Written():
            console.say(f"{shown(event.path)}: written")
        case NotWritten():
            console.say(f"{shown(event.path)}: not written, as a catalogue cannot be read")
        case StateRefused():
            row, state = event.row, event.state
            console.say(f"refused: {shown(row.path)}: {row.counts[state]} {state.value}")
        case _:
            pass
