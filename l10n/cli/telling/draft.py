"""What people are told of a run of `l10n draft`: a line a catalogue, what failed, what to do next."""

from __future__ import annotations

from pathlib import Path

from l10n.catalogue.bookkeeping.grammar import PIVOT
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.cli.telling import pace, packages, source_texts
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
            if event.note:
                console.say(event.note)
            _tell_failures(event, console)
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
        _tell_origins(report, console)
        what = "correct each draft and accept it; l10n status shows how far you are"
        console.say(f"next: open {shown(next(iter(report.drafted)))} in Poedit, {what}")
    elif not console.exit_code and not any(done.returned for done in report.drafted.values()):
        console.say("nothing to draft")


def _line(path: Path, entries: int, done: DraftCounts | None) -> str:
    undrafted = entries if done is None else done.undrafted
    text = f"{shown(path)}: {done.drafts if done else 0} drafted"
    text += f", brought back {done.returned}" if done and done.returned else ""
    return f"{text}, {undrafted} undrafted" if undrafted else text


def _tell_failures(done: Drafted, console: Console) -> None:
    for entry in done.failed:
        where = f"{shown(done.path)}: {' '.join(entry.references) or f'line {entry.line}'}"
        text = " ".join(entry.msgid.split("\n"))[:60]
        console.error(PackageError(f"{where}: no whole translation of: {text}", "translate it by hand"))


def _tell_origins(report: DraftReport, console: Console) -> None:
    """How many drafts came from where, and how long it took."""
    used = dict.fromkeys(pair for route in report.routes for pair in route)
    engines = " and ".join(dict.fromkeys(pair.engine_name for pair in used))
    remembered = sum(done.remembered for done in report.drafted.values())
    origins = [f"{engines} {', '.join(pair.name for pair in used)}"] * bool(used)
    origins += [f"the memory ({remembered})"] * bool(remembered)
    total = sum(done.drafts for done in report.drafted.values())
    console.say(f"{total} drafts in {report.seconds:.1f} s with {' and '.join(origins)}")
    if demos := " and ".join(dict.fromkeys(pair.engine_name for pair in used if pair.demo)):
        console.say(f"{demos}: no translations, to try l10n out, not to publish")
