"""What people are told of catalogues that follow the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from l10n.catalogue.bookkeeping import record
from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.model.events import Event
from l10n.reports.characters import visible
from l10n.updating import Move, Updated
from l10n.updating.pruning import remarks, worth_keeping
from l10n.workflow.segment import Segmented


def tell(event: Event, console: Console, dry_run: bool) -> None:
    """All that is worth knowing but the one line of result."""
    match event:
        case Segmented():
            console.detail(f"{shown(event.path)}: {len(event.document.segments)} segments")
        case Updated():
            console.detail(f"{shown(event.path)}: {'written' if event.written else 'unchanged'}")
            _tell_removals(event, console, dry_run)
            _tell_changes(event, console)
        case _:
            pass


def line(updated: Updated) -> str:
    """What became of the segments."""
    merge = updated.merge
    counts = f"{merge.new} new, {merge.changed} changed, {merge.moved} moved, {merge.obsolete} obsolete"
    more = [f"{merge.unchanged - len(updated.arrived)} unchanged"]
    more += [f"{merge.restored} restored"] * bool(merge.restored)
    more += [f"{count} from {name}" for name, count in _ends(updated.arrived, "donor")]
    more += [f"{count} to {name}" for name, count in _ends(updated.departed, "recipient")]
    more += [f"{len(updated.pruned)} pruned"] * bool(updated.pruned)
    return f"{shown(updated.path)}: {counts}, {', '.join(more)}"


def _ends(moves: Sequence[Move], end: str) -> list[tuple[str, int]]:
    """How many entries went to or came from which document."""
    return sorted(Counter(getattr(move, end) for move in moves).items())


def _tell_removals(updated: Updated, console: Console, dry_run: bool) -> None:
    """What people wrote and is dropped is named whole, also with -q, and where it is kept."""
    dropped = [entry for entry in updated.pruned if worth_keeping(entry)]
    for entry in dropped:
        texts = " / ".join(map(visible, filter(None, entry.texts)))
        console.insist(f"{shown(updated.path)}: pruned: {visible(entry.msgid)} | {texts}")
        for remark in remarks(entry):
            console.insist(f"    # {remark}")
    if updated.kept:
        texts = "1 text" if len(dropped) == 1 else f"{len(dropped)} texts"
        kept = "would be kept" if dry_run else "kept"
        console.insist(f"{shown(updated.path)}: {texts} pruned, {kept} in {shown(updated.kept)}")


def _tell_changes(updated: Updated, console: Console) -> None:
    """Show what was carried over, so that nobody has to look for it."""
    for entry in () if console.quiet else updated.merge.entries:
        if not entry.obsolete and entry.key in updated.merge.touched:
            text = next(iter(record(entry).changed), "words changed")
            console.say(f"{shown(updated.path)}: {' '.join(entry.references)}: {text}: {entry.msgid[:60]}")
