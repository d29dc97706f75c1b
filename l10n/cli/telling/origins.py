"""Where the drafts of a run came from."""

from __future__ import annotations

from l10n.cli.console import Console
from l10n.workflow.draft import DraftReport


def tell(report: DraftReport, console: Console) -> None:
    """How many drafts came from where, how long it took, and what is not to be expected of them."""
    used = dict.fromkeys(pair for route in report.routes for pair in route)
    engines = " and ".join(dict.fromkeys(pair.engine_name for pair in used))
    counts = [(done.drafts, done.remembered, done.unscored) for done in report.drafted.values()]
    total, remembered, unscored = map(sum, zip(*counts, strict=True))
    sources = [f"{engines} {', '.join(pair.name for pair in used)}"] if used else []
    sources += [f"the memory ({remembered})"] if remembered else []
    console.say(f"{total} drafts in {report.seconds:.1f} s with {' and '.join(sources)}")
    if unscored and not all(pair.demo for pair in used):
        console.say(f"without scores: {unscored}; their risk rests on the texts alone")
    if demos := " and ".join(dict.fromkeys(pair.engine_name for pair in used if pair.demo)):
        console.say(f"{demos}: no translations, to try l10n out, not to publish")
