"""`l10n draft`: the main job."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from l10n import config, software
from l10n.catalogue.search import po_files
from l10n.cli import options, update
from l10n.cli.console import Talk, shown
from l10n.drafting import Drafted, Progress, Route, Work, draft, routes, work
from l10n.errors import L10nError, PackageError
from l10n.files import alone
from l10n.languages import language
from l10n.pipeline import Options, Updated

_Events = Iterator[Progress | Drafted | L10nError]
_Run = tuple[str, Sequence[Work], Callable[..., _Events]]
"""A source language, catalogues, and what drafts them."""


def command(
    source_files: options.Sources = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    packages: options.PackagesFolder = None,
    beam: Annotated[int | None, typer.Option(min=1, metavar="N", help="Beam size; default: 4.")] = None,
    redraft: Annotated[bool, typer.Option("--redraft", help="Renew drafts that nobody has edited.")] = False,
    install: Annotated[bool, typer.Option("--install", help="Download packages that are missing.")] = False,
    po: Annotated[
        list[Path] | None, typer.Option("--po", metavar="FILE", help="Draft this catalogue, or a folder's, as it is.")
    ] = None,
    force: options.Force = False,
    prune: options.Prune = False,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write or update the catalogues of each source and fill every empty msgstr with a draft."""
    settings = config.load(Path.cwd())
    talk = Talk(quiet, verbose)
    lang = language(source or settings.source_language).code
    only_po = po is not None and not source_files
    targets = [] if only_po else options.targets(to, lang, settings)
    paths = [] if only_po else options.sources(source_files, settings)
    others = po_files(po or [])
    folder = locales or settings.locales
    with alone(folder) if paths and not dry_run else nullcontext():
        how = Options(force, prune, dry_run)
        updates = list(update.run(paths, lang, targets, folder, settings.root, talk, how))
        groups = _software(others, lang if source else None, to, settings, redraft, talk)
        if dry_run:
            _show(updates, groups)
        else:
            for one in updates:
                if one.written:
                    talk.say(update.line(one))
            works = [work(one.path, one.language, redraft) for one in updates]
            runs = list(_runs(lang, works, groups, beam or settings.beam, redraft))
            folder = options.packages_folder(packages, settings) if any(one[1] for one in runs) else Path()
            _run(runs, folder, install, talk)
    talk.exit()


def _show(updates: Sequence[Updated], groups: Mapping[str, Sequence[software.SoftwareWork]]) -> None:
    """What a run would do."""
    for one in updates:
        typer.echo(update.line(one))
    for source, works in groups.items():
        for other in works:
            typer.echo(f"{shown(other.path)}: {other.entries} to draft, {source} → {other.language}")


def _runs(
    lang: str,
    works: Sequence[Work],
    groups: Mapping[str, Sequence[software.SoftwareWork]],
    beam: int,
    redraft: bool,
) -> Iterator[_Run]:
    """The articles' catalogues, then those of `--po` by source language; each catalogue once."""
    yield lang, works, partial(draft, works, beam=beam, redraft=redraft)
    made = {one.path.resolve() for one in works}
    for source, group in groups.items():
        some = [one for one in group if one.path.resolve() not in made]
        yield source, some, partial(software.draft, some, beam=beam, redraft=redraft)


def _run(runs: Sequence[_Run], folder: Path, install: bool, talk: Talk) -> None:
    """Translate what has no text, with the packages of the folder."""
    started = time.monotonic()
    ways: dict[str, Route] = {}
    drafted: dict[Path, Drafted] = {}
    for source, group, events in runs:
        missing = list(dict.fromkeys(one.language for one in group if one.texts))
        found = _routes(folder, source, missing, install, talk) if missing else {}
        drafted |= _draft(events(ways=found), talk)
        ways |= {f"{source}-{target}": way for target, way in found.items()}
    _report([one for _, group, _ in runs for one in group], drafted, ways, talk, time.monotonic() - started)


def _software(
    paths: Sequence[Path], source: str | None, to: str | None, settings: config.Config, redraft: bool, talk: Talk
) -> dict[str, list[software.SoftwareWork]]:
    """What `--po` names, by source language; with `--to`, only catalogues in these languages."""
    wanted = {language(code.strip()).code for code in to.split(",")} if to is not None else None
    groups: dict[str, list[software.SoftwareWork]] = {}
    for path in paths:
        try:
            one = software.work(path, settings.source_language, source, redraft)
        except L10nError as error:
            talk.error(error)
            continue
        if wanted is None or one.language in wanted:
            groups.setdefault(one.source, []).append(one)
    return groups


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


def _draft(events: _Events, talk: Talk) -> dict[Path, Drafted]:
    drafted: dict[Path, Drafted] = {}
    with talk.bars() as bars:
        for event in events:
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
        undrafted = one.entries if done is None else len(done.failed)
        text = f"{shown(one.path)}: {done.drafts if done else 0} drafted"
        typer.echo(f"{text}, {undrafted} undrafted" if undrafted else text)
    for done in drafted.values():
        for entry in done.failed:
            place = f"{shown(done.path)}: {' '.join(entry.references) or f'line {entry.line}'}"
            text = " ".join(entry.msgid.split("\n"))[:60]
            talk.error(PackageError(f"{place}: no whole translation of: {text}", "translate it by hand"))
    total = sum(done.drafts for done in drafted.values())
    if not total:
        if not talk.exit_code:
            talk.say("nothing to draft")
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
