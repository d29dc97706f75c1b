"""What people are told of review pages, and of decisions that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.cli.output import result, shown
from l10n.reports.characters import visible
from l10n.reports.figures import amount
from l10n.workflow.review.apply import LeftoversKept, PatchApplied

if TYPE_CHECKING:
    from l10n.cli.console import Console
    from l10n.model.events import Event
    from l10n.workflow.review.page import PageWritten


def page_counts(event: PageWritten) -> str:
    """What is on the page."""
    page = event.page
    return f"{shown(event.path)}: {amount(len(page.rows), 'entry')} of {amount(len(page.sheets), 'catalogue')}"


def tell_applied(event: Event, console: Console) -> None:
    """What became of a patch's decisions about a catalogue, and where those are that were refused."""
    match event:
        case PatchApplied():
            _tell_decisions(event, console)
        case LeftoversKept(path):
            console.say(f"refused decisions are kept in {shown(path)}; make a new page to decide again")
        case _:
            pass


def _tell_decisions(event: PatchApplied, console: Console) -> None:
    from l10n.review.merging import Outcome

    applied = event.applied
    name = shown(applied.path) if applied.path else visible(applied.name)
    if applied.error:
        again = f"mend that, and apply {shown(event.patch)} again"
        console.say(f"{name}: none of its decisions was applied: {again}")
    else:
        result(f"{name}: " + ", ".join(f"{applied.count(outcome)} {outcome}" for outcome in Outcome))
