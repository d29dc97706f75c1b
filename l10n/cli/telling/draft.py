"""What people see of a run of `l10n draft`: progress, a line a catalogue, what failed, what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.drafting import Drafted, Progress, Route, Work
from l10n.errors import L10nError, PackageError

Events = Iterator[Progress | Drafted | L10nError]


def follow(events: Events, console: Console) -> dict[Path, Drafted]:
    """Show progress and errors; the catalogues that were filled."""
    drafted: dict[Path, Drafted] = {}
    with console.progress() as bars:
        for event in events:
            match event:
                case Progress():
                    bars.show(event.package.name, event.done, event.total, "segments")
                case Drafted():
                    drafted[event.path] = event
                case L10nError():
                    console.error(event)
    return drafted


def report(
    works: Sequence[Work], drafted: Mapping[Path, Drafted], ways: Mapping[str, Route], console: Console, seconds: float
) -> None:
    """Results on stdout, a line a catalogue; then what was done with what, and what to do next."""
    for one in works:
        done = drafted.get(one.path)
        undrafted = one.entries if done is None else len(done.failed)
        text = f"{shown(one.path)}: {done.drafts if done else 0} drafted"
        text += f", brought back {done.returned}" if done and done.returned else ""
        result(f"{text}, {undrafted} undrafted" if undrafted else text)
    for done in drafted.values():
        if done.note:
            console.say(done.note)
        for entry in done.failed:
            place = f"{shown(done.path)}: {' '.join(entry.references) or f'line {entry.line}'}"
            text = " ".join(entry.msgid.split("\n"))[:60]
            console.error(PackageError(f"{place}: no whole translation of: {text}", "translate it by hand"))
    total = sum(done.drafts for done in drafted.values())
    if not total:
        if not console.exit_code and not any(done.returned for done in drafted.values()):
            console.say("nothing to draft")
        return
    used = dict.fromkeys(package for way in ways.values() for package in way)
    names = ", ".join(package.name for package in used)
    engine = " and ".join(dict.fromkeys(package.engine_name for package in used))
    remembered = sum(done.remembered for done in drafted.values())
    origins = [f"{engine} {names}"] * bool(used) + [f"the memory ({remembered})"] * bool(remembered)
    console.say(f"{total} drafts in {seconds:.1f} s with {' and '.join(origins)}")
    if any(package.demo for package in used):
        console.say("argos-demo: word-for-word demo packages, to try l10n out, not to publish")
    first = next(iter(drafted))
    console.say(
        f"next: open {shown(first)} in Poedit, correct each draft and accept it; l10n status shows how far you are"
    )
