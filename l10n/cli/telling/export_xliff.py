"""What people are told of XLIFF files that go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.model.events import Event
from l10n.reports.characters import visible
from l10n.reports.figures import amount
from l10n.workflow.exchange.export_xliff import XliffExported

if TYPE_CHECKING:
    from l10n.exchange.xliff.outgoing import OutgoingFile


def tell_exported(event: Event, console: Console) -> None:
    """What is in a file, and what is not."""
    if isinstance(event, XliffExported):
        source, target = event.languages
        units = sum(len(file.units) for file in event.files)
        catalogues = amount(len(event.files), "catalogue")
        result(f"{shown(event.path)}: {source}-{target}, {amount(units, 'entry')} of {catalogues}")
        for file in event.files:
            _tell_left(file, console)


def _tell_left(file: OutgoingFile, console: Console) -> None:
    for reason, entries in file.left.items():
        console.say(f"{visible(file.name)}: left out: {amount(len(entries), 'entry')} {reason}")
