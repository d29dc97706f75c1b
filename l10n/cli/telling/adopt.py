"""What people are told of translations from catalogues of other programs."""

from __future__ import annotations

from collections import Counter

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.exchange.adoption import Fate
from l10n.model.events import Event
from l10n.reports.characters import visible
from l10n.workflow.adopt import Adopted

_COUNTED = {
    Fate.WHOLE: "as they are",
    Fate.DIVIDED: "by sentences",
    Fate.REMEMBERED: "into the memory",
    Fate.KNOWN: "there already",
}


def tell(event: Event, console: Console) -> None:
    """A line a catalogue; with `-v` also what went into the memory, and why."""
    if not isinstance(event, Adopted):
        return
    for treatment in event.treatments:
        if treatment.units:
            text = visible(" ".join(treatment.message.msgid.split()))[:60]
            reason = treatment.reason or "some of it in none of the sources"
            console.detail(f"{shown(event.path)}:{treatment.message.line}: into the memory, as {reason}: {text}")
    counts = Counter(treatment.fate for treatment in event.treatments)
    parts = [f"{counts[fate]} {words}" for fate, words in _COUNTED.items()]
    parts += [f"{counts[Fate.LEFT_OUT]} left out"] * bool(counts[Fate.LEFT_OUT])
    result(f"{shown(event.path)}: {', '.join(parts)}")
