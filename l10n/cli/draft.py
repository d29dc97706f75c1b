"""`l10n draft`: the main job."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options, update
from l10n.cli.console import Talk, shown
from l10n.drafting import Drafted, Progress, Route, Work, draft, routes, work
from l10n.errors import L10nError, PackageError
from l10n.languages import language


def command(
    source_files: options.Sources = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    packages: options.PackagesFolder = None,
    beam: Annotated[int | None, typer.Option(min=1, metavar="N", help="Beam size; default: 4.")] = None,
    redraft: Annotated[bool, typer.Option("--redraft", help="Renew drafts that nobody has edited.")] = False,
    install: Annotated[bool, typer.Option("--install", help="Download packages that are missing.")] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write or update the catalogues of each source and fill every empty msgstr with a draft."""
    started = time.monotonic()
    settings = config.load(Path.cwd())
    talk = Talk(quiet, verbose)
    lang = language(source or settings.source_language).code
    targets = options.targets(to, lang, settings)
    paths = options.sources(source_files, settings)
    updates = list(update.run(paths, lang, targets, locales or settings.locales, settings.root, talk))
    works = [work(one.path, one.language, redraft) for one in updates]
    missing = list(dict.fromkeys(one.language for one in works if one.texts))
    folder = options.packages_folder(packages, settings) if missing else Path()
    ways = _routes(folder, lang, missing, install, talk) if missing else {}
    drafted = _draft([one for one in works if one.texts], ways, beam or settings.beam, redraft, talk)
    _report(works, drafted, ways, talk, time.monotonic() - started)
    talk.exit()


def _routes(folder: Path, source: str, targets: Sequence[str], install: bool, talk: Talk) -> Mapping[str, Route]:
    """A route for each target that has one; missing packages are installed if the user says so."""
    ways, errors = routes(folder, source, targets)
    if errors and (install or _agreed(errors, talk)):
        from l10n.cli.packages import install_missing

        install_missing(folder, source, targets, talk)
        ways, errors = routes(folder, source, targets)
    for error in errors:
        talk.error(error)
    return ways


def _agreed(errors: Sequence[PackageError], talk: Talk) -> bool:
    """Ask, on a terminal only: without a yes nothing touches the network."""
    if talk.quiet or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    for error in errors:
        talk.say(error.message)
    return typer.confirm("Download what is missing from the Argos index (about 90 MB a package)?", err=True)


def _draft(
    works: Sequence[Work], ways: Mapping[str, Route], beam: int, redraft: bool, talk: Talk
) -> dict[Path, Drafted]:
    drafted: dict[Path, Drafted] = {}
    with talk.bars() as bars:
        for event in draft(works, ways, beam, redraft):
            match event:
                case Progress():
                    bars.show(event.package.name, event.done, event.total, "segments")
                case Drafted():
                    drafted[event.path] = event
                case L10nError():
                    talk.error(event)
    return drafted


def _report(
    works: Sequence[Work], drafted: Mapping[Path, Drafted], ways: Mapping[str, Route], talk: Talk, seconds: float
) -> None:
    """Results on stdout, a line a catalogue; then what was done with what, and what to do next."""
    for one in works:
        done = drafted.get(one.path)
        undrafted = len(one.texts) if done is None else len(done.failed)
        text = f"{shown(one.path)}: {done.drafts if done else 0} drafted"
        typer.echo(f"{text}, {undrafted} undrafted" if undrafted else text)
    for done in drafted.values():
        for entry in done.failed:
            place = f"{shown(done.path)}: {' '.join(entry.references)}"
            talk.error(PackageError(f"{place}: no whole translation of: {entry.msgid[:60]}", "translate it by hand"))
    total = sum(done.drafts for done in drafted.values())
    if not total:
        talk.say("nothing to draft" if not any(one.texts for one in works) else "nothing was drafted")
        return
    used = dict.fromkeys(package for way in ways.values() for package in way)
    names = ", ".join(package.name for package in used)
    engine = " and ".join(dict.fromkeys(package.engine_name for package in used))
    talk.say(f"{total} drafts in {seconds:.1f} s with {engine} {names}")
    if any(package.demo for package in used):
        talk.say("argos-demo: word-for-word demo packages, to try l10n out, not to publish")
    first = next(iter(drafted))
    talk.say(
        f"next: open {shown(first)} in Poedit, correct each draft and accept it; l10n status shows how far you are"
    )
