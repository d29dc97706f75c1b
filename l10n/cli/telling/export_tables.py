"""What people are told of tables for Excel and Word."""

from __future__ import annotations

from l10n.catalogue.states import state
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.model import READ
from l10n.model.events import Event
from l10n.workflow.exchange.export_tables import TableExported


def tell_tables(event: Event, console: Console) -> None:
    """What is in a file, and what of its catalogues is not."""
    if not isinstance(event, TableExported):
        return
    entries = [entry for _, table in event.tables for entry in table.entries]
    open_ones = sum(state(entry) not in READ for entry in entries)
    result(f"{shown(event.path)}: {event.language}, {len(entries)} entries, {open_ones} to read")
    for path, table in event.tables:
        for reason, left in table.left.items():
            lines = ", ".join(str(entry.line) for entry in left)
            console.say(f"{shown(path)}: left out, {reason}: {len(left)} (lines {lines})")
