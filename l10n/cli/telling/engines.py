"""What people see of engines that are listed and tried."""

from __future__ import annotations

from l10n.cli.output import result
from l10n.model.events import Event
from l10n.workflow.engines import PairListed, PairTried


def tell(event: Event) -> None:
    """A line a pair; of one that was tried, its sentences below."""
    match event:
        case PairListed(pair, about):
            size = "" if about.size is None else f"{about.size / 1e6:.0f} MB"
            legs = f"{pair.source}-{pair.target}"
            licence = about.licence or "licence?"
            result(f"{legs:8} {pair.engine_name:12} {pair.name:20} {licence:16} {size:>8}  {about.place}")
        case PairTried():
            _tell_tried(event)
        case _:
            pass


def _tell_tried(event: PairTried) -> None:
    score = "no references" if event.chrf is None else f"chrF {event.chrf:.1f}"
    result(f"{event.pair.name} ({event.pair.engine_name}): {score}, {event.seconds:.1f} s, {event.copies} copied")
    if all(own.score is None for own in event.sentences):
        result("  no scores: risk will rest on the texts alone")
    for own in event.sentences:
        sure = "" if own.score is None else f"  [{own.score:.2f}]"
        result(f"  {own.text}\n  → {own.translation or '(nothing)'}{sure}")
