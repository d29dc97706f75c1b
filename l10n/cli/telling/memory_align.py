"""What people are told of documents whose sentences are paired."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.model.events import Event
from l10n.reports.figures import amount
from l10n.workflow.memory.align import DocumentsAligned, PublishedKept


def tell(event: Event, console: Console, dry_run: bool) -> None:
    """Results on stdout: the pairs, if nothing is kept, else how many."""
    match event:
        case DocumentsAligned():
            if dry_run and event.pairs:
                result("\n".join(_rows(event)))
            console.say(_counts(event))
        case PublishedKept():
            result(f"{shown(event.path)}: {event.new} new, {event.known} known")
        case _:
            pass


def _rows(aligned: DocumentsAligned) -> Iterator[str]:
    """Confidence, what becomes of the pair, how many sentences it has on each side, and the texts."""
    taken = {row.pair for row in aligned.taken}
    for row in aligned.pairs:
        shape = f"{len(row.pair.sources)}-{len(row.pair.targets)}"
        columns = (f"{row.percent}%", "taken" if row.pair in taken else "left", shape, row.source, row.target)
        yield "\t".join(" ".join(column.split()) for column in columns)


def _counts(aligned: DocumentsAligned) -> str:
    left = len(aligned.pairs) - len(aligned.taken)
    source, target = aligned.alone
    return (
        f"{shown(aligned.source)} + {shown(aligned.target)}: {amount(len(aligned.taken), 'pair')} taken, {left} left;"
        f" without partner: {source} + {target}"
    )
