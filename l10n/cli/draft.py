"""`l10n draft`: the main job."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from l10n import config, glossary
from l10n.catalogue.search import home, po_files
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.cli.telling.draft import Events, follow, report
from l10n.cli.telling.source_texts import tell_error, tell_keys, tell_languages
from l10n.cli.telling.update import line, tell
from l10n.drafting import THRESHOLD, Drafted, Options, Route, Work, software
from l10n.drafting.pending import accepted, work
from l10n.drafting.routes import routes
from l10n.errors import L10nError, PackageError
from l10n.files import locked
from l10n.languages import PIVOT, language
from l10n.pipeline import catalogue_path
from l10n.updating import Options as Updating
from l10n.updating import Updated
from l10n.workflow import inputs
from l10n.workflow.update import updates as follow_articles

if TYPE_CHECKING:
    from l10n.memory.store import Memory

_Run = tuple[str, Sequence[Work], Callable[..., Events]]
"""A source language, catalogues, and what drafts them."""


class Pivot(StrEnum):
    """Which English a translation by way of English starts from."""

    REVIEWED = "reviewed"
    MACHINE = "machine"


def command(
    source_files: options.Sources = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    packages: options.PackagesFolder = None,
    beam: Annotated[
        int | None, typer.Option(min=1, max=config.WIDEST_BEAM, metavar="N", help="Beam size; default: 4.")
    ] = None,
    redraft: Annotated[bool, typer.Option("--redraft", help="Renew drafts that nobody has edited.")] = False,
    pivot: Annotated[
        Pivot, typer.Option(help="Start from the English that people have accepted, or always from the machine's.")
    ] = Pivot.REVIEWED,
    memory: options.MemoryFile = None,
    no_memory: Annotated[bool, typer.Option("--no-memory", help="Neither look into the memory nor fill it.")] = False,
    threshold: Annotated[
        int, typer.Option(min=50, max=100, metavar="PERCENT", help="Likeness from which the memory's text is a draft.")
    ] = THRESHOLD,
    trust_exact: Annotated[
        bool, typer.Option("--trust-exact", help="Take what was reviewed in the same place as translated.")
    ] = False,
    round_trip: Annotated[
        bool, typer.Option("--round-trip", help="Translate the English back, so that risk is known better.")
    ] = False,
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
    console = Console(quiet, verbose)
    lang = language(source or settings.source_language).code
    only_po = po is not None and not source_files
    targets = [] if only_po else inputs.targets(to, lang, settings)
    paths = [] if only_po else inputs.sources(source_files, settings)
    terms = glossary.read(settings.glossary, settings.languages) if settings.glossary else None
    how = Options(beam or settings.beam, redraft, terms, threshold, trust_exact, pivot is Pivot.REVIEWED, round_trip)
    others = po_files(po or [])
    folder = locales or settings.locales
    remembered = None if no_memory else memory or settings.memory
    with ExitStack() as locks:
        for busy in () if dry_run else (*([folder] if paths else []), *map(home, others)):
            locks.enter_context(locked(busy))
        updating = Updating(force, prune, dry_run, remembered)
        updates = []
        for event in console.follow(follow_articles(paths, lang, targets, folder, settings.root, updating)):
            tell(event, console, dry_run)
            if isinstance(event, Updated):
                updates.append(event)
        groups = _software(others, po or [], lang if source else None, to, settings, redraft, console)
        if dry_run:
            _show(updates, groups)
        else:
            for one in updates:
                if one.written:
                    console.say(line(one))
            works = list(_works(updates, folder, how, console))
            runs = list(_runs(lang, works, groups, how))
            packages_folder = inputs.packages_folder(packages, settings) if any(one[1] for one in runs) else Path()
            wanted = any(one.texts or one.returning for _, group, _ in runs for one in group)
            with _remembered(remembered if wanted else None) as store:
                _run(runs, packages_folder, how, store, install, console)
    console.exit()


def _remembered(path: Path | None) -> AbstractContextManager[Memory | None]:
    from l10n.memory.store import Memory

    return Memory(path) if path else nullcontext()


def _works(updates: Sequence[Updated], locales: Path, how: Options, console: Console) -> Iterator[Work]:
    """What each catalogue wants; those who work on a text are told if its English is another by now."""
    for one in updates:
        pivot_path = catalogue_path(locales, PIVOT, one.document)
        try:
            pivots = accepted(pivot_path) if how.pivot and one.path != pivot_path and pivot_path.exists() else {}
        except L10nError as error:
            console.error(error)
            pivots = {}
        found = work(one.path, one.language, how, pivots)
        if found.differing:
            entries = "1 entry was" if found.differing == 1 else f"{found.differing} entries were"
            console.say(
                f"{shown(one.path)}: {entries} made from another English than the accepted one: compare l10n-pivot"
            )
        yield found


def _show(updates: Sequence[Updated], groups: Mapping[str, Sequence[software.SoftwareWork]]) -> None:
    """What a run would do."""
    for one in updates:
        result(line(one))
    for source, works in groups.items():
        for other in works:
            back = f", {other.returning} to bring back" if other.returning else ""
            result(f"{shown(other.path)}: {other.entries} to draft{back}, {source} → {other.language}")


def _runs(
    lang: str, works: Sequence[Work], groups: Mapping[str, Sequence[software.SoftwareWork]], how: Options
) -> Iterator[_Run]:
    """The articles' catalogues, then those of `--po` by source language; each catalogue once."""
    from l10n.drafting.catalogues import draft

    yield lang, works, partial(draft, works, source=lang, options=how)
    made = {one.path.resolve() for one in works}
    for source, group in groups.items():
        some = [one for one in group if one.path.resolve() not in made]
        yield source, some, partial(software.draft, some, options=how)


def _run(
    runs: Sequence[_Run], folder: Path, how: Options, memory: Memory | None, install: bool, console: Console
) -> None:
    """Draft what has no text, with the memory and the packages of the folder."""
    started = time.monotonic()
    ways: dict[str, Route] = {}
    drafted: dict[Path, Drafted] = {}
    for source, group, events in runs:
        known, missing = _asked(group, source, how, memory)
        found = _routes(folder, source, missing, install, console) if missing else {}
        own: dict[str, Any] = {"known": known}
        if how.round_trip and missing and not _software_of(group):
            own["back"] = _back(folder, source, console)
        drafted |= follow(events(ways=found, memory=memory, **own), console)
        ways |= {f"{source}-{target}": way for target, way in found.items()}
    report([one for _, group, _ in runs for one in group], drafted, ways, console, time.monotonic() - started)


def _asked(
    group: Sequence[Work], source: str, how: Options, memory: Memory | None
) -> tuple[Mapping[Path, software.Known], list[str]]:
    """What the memory has for each catalogue, and the languages of those that need packages, too."""
    from l10n.drafting.catalogues import known_texts, left

    if others := _software_of(group):
        known = software.known_texts(others, how, memory)
        wanting = [one.language for one in others if software.left(one, known)]
    else:
        known = known_texts(group, source, how, memory)
        wanting = [one.language for one in group if left(one, known)]
    return known, list(dict.fromkeys(wanting))


def _software_of(group: Sequence[Work]) -> list[software.SoftwareWork]:
    return [one for one in group if isinstance(one, software.SoftwareWork)]


def _back(folder: Path, source: str, console: Console) -> Route | None:
    """The way from English to the source language, for the round trip; without one, that is said and done without."""
    found, _ = routes(folder, PIVOT, [source])
    if source not in found:
        console.say(f"no round trip: the package {PIVOT}-{source} is missing")
    return found.get(source)


def _software(
    paths: Sequence[Path],
    named: Sequence[Path],
    source: str | None,
    to: str | None,
    settings: config.Config,
    redraft: bool,
    console: Console,
) -> dict[str, list[software.SoftwareWork]]:
    """What `--po` names, by source language; with `--to`, only catalogues in these languages.

    Of the catalogues that were found in a folder, those in the language of their msgids are left out.
    """
    wanted = {language(code.strip()).code for code in to.split(",")} if to is not None else None
    groups: dict[str, list[software.SoftwareWork]] = {}
    for path in paths:
        try:
            one = software.work(path, settings.source_language, source, redraft)
        except L10nError as error:
            tell_error(error, path, named, console)
            continue
        if wanted is None or one.language in wanted:
            groups.setdefault(one.source, []).append(one)
            tell_keys(path, one.language, one.source, one.unknown, console)
    works = [one for group in groups.values() for one in group]
    tell_languages(((one.path, one.source if one.sources.recognised else "") for one in works), console)
    return groups


def _routes(folder: Path, source: str, targets: Sequence[str], install: bool, console: Console) -> Mapping[str, Route]:
    """A route for each target that has one; missing packages are installed if the user says so."""
    from l10n.engines.argos.packages.folders import nothing_in

    if not install and (nothing := nothing_in(folder)):
        console.error(nothing)
        return {}
    ways, errors = routes(folder, source, targets)
    if errors and (install or _agreed(errors, console)):
        from l10n.cli.packages import install_missing

        install_missing(folder, source, targets, console)
        ways, errors = routes(folder, source, targets)
    for error in errors:
        console.error(error)
    return ways


def _agreed(errors: Sequence[PackageError], console: Console) -> bool:
    """Ask, on a terminal only: without a yes nothing touches the network."""
    if console.quiet or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    for error in errors:
        console.say(error.message)
    return typer.confirm("Download what is missing from the Argos index (about 90 MB a package)?", err=True)
