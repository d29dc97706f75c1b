"""What people are told of a run of `l10n draft`: a line a catalogue, what failed, what to do next."""

from __future__ import annotations

from pathlib import Path

from l10n.catalogue.bookkeeping.grammar import PIVOT
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.cli.telling import origins, pace, packages, source_texts
from l10n.drafting import Drafted
from l10n.errors import PackageError
from l10n.model.events import Event
from l10n.workflow.draft import DraftCounts, DraftReport, OtherPivots, Outlook, Pace, ToDraft


def tell(event: Event, console: Console) -> None:
    """What is told as it happens, of packages that are installed on the way, too, and the report at the end."""
    source_texts.tell(event, console)
    packages.tell(event, console)
    match event:
        case OtherPivots():
            entries = "1 entry was" if event.entries == 1 else f"{event.entries} entries were"
            told = f"made from another English than the accepted one: compare {PIVOT}"
            console.say(f"{shown(event.path)}: {entries} {told}")
        case ToDraft():
            back = f", {event.returning} to bring back" if event.returning else ""
            result(f"{shown(event.path)}: {event.entries} to draft{back}, {event.source} → {event.language}")
        case Outlook():
            console.say(pace.ahead(event))
        case Pace():
            console.say(pace.line(event))
        case Drafted():
            _tell_drafted(event, console)
        case DraftReport():
            _report(event, console)
        case _:
            pass


def _report(report: DraftReport, console: Console) -> None:
    """Results on stdout, a line a catalogue; then what was done with what, and what to do next."""
    console.end_progress()
    for path, entries in report.pending.items():
        result(_line(path, entries, report.drafted.get(path)))
    if any(done.drafts for done in report.drafted.values()):
        origins.tell(report, console)
        path, what = next(iter(report.drafted)), "correct each draft and accept it; l10n status shows how far you are"
        console.say(f"next: open {shown(path)} in Poedit, {what}")
    elif not console.exit_code and not any(done.returned for done in report.drafted.values()):
        console.say("nothing to draft")


def _line(path: Path, entries: int, done: DraftCounts | None) -> str:
    undrafted = entries if done is None else done.undrafted
    back = f", brought back {done.returned}" if done and done.returned else ""
    left = f", {undrafted} undrafted" if undrafted else ""
    return f"{shown(path)}: {done.drafts if done else 0} drafted{back}{left}"


def _tell_drafted(done: Drafted, console: Console) -> None:
    if done.note:
        console.say(done.note)
    for entry in done.failed:
        where = f"{shown(done.path)}: {' '.join(entry.references) or f'line {entry.line}'}"
        text = " ".join(entry.msgid.split("\n"))[:60]
        console.error(PackageError(f"{where}: no whole translation of: {text}", "translate it by hand"))
