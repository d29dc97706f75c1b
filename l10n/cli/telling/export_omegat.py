"""What people are told of projects for OmegaT."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.exchange.omegat.settings import CUSTOM_TAGS
from l10n.model import READ, STALE, State
from l10n.model.events import Event
from l10n.workflow.exchange.export_omegat import ProjectExported

if TYPE_CHECKING:
    from l10n.exchange.omegat.outgoing import Packed


def tell_exported(event: Event, console: Console) -> None:
    """What is in a project, and what of its catalogues is not."""
    if isinstance(event, ProjectExported):
        source, target = event.languages
        result(f"{shown(event.folder)}: {source} → {target}, {', '.join(_exported_counts(event))}")
        for packed in event.packed:
            _tell_left_out(packed, console)
        if any(packed.has_marks for packed in event.packed):
            console.say(f"OmegaT protects marks with these custom tags (Preferences > Tag Processing): {CUSTOM_TAGS}")


def _exported_counts(event: ProjectExported) -> Iterator[str]:
    counts = {
        "translated": READ,
        "as drafts": frozenset({State.DRAFT, State.UNREAD}),
        "unfinished": STALE | {State.EDITED},
    }
    yield f"{sum(len(packed.entries) for packed in event.packed)} segments"
    for name, states in counts.items():
        if count := sum(packed.count(*states) for packed in event.packed):
            yield f"{count} {name}"


def _tell_left_out(packed: Packed, console: Console) -> None:
    for reason, entries in packed.left.items():
        lines = ", ".join(str(entry.line) for entry in entries)
        console.say(f"{shown(packed.path)}: left out, {reason}: {len(entries)} (lines {lines})")
