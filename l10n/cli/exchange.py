"""`l10n export` and `l10n import`: catalogues for programs that do not work on PO files, and back; docs/editors/."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import config, glossary
from l10n.catalogue import po, saving
from l10n.catalogue.normalize import source_language
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home, language_of, po_files
from l10n.catalogue.source_texts import source_texts
from l10n.catalogue.states import state
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.config import Config
from l10n.drafting.restoring import restored
from l10n.errors import L10nError, WriteError
from l10n.files import locked
from l10n.model import READ, STALE, Entry, State
from l10n.reports.characters import visible

if TYPE_CHECKING:
    from l10n.exchange.omegat import Project, Sheet
    from l10n.exchange.omegat.merging import Merged, Refused
    from l10n.exchange.omegat.outgoing import Packed, Source
    from l10n.exchange.omegat.saved import Saved

export_app = typer.Typer(help="Make projects for other programs.", no_args_is_help=True, rich_markup_mode=None)
import_app = typer.Typer(help="Bring back what other programs did.", no_args_is_help=True, rich_markup_mode=None)

Pos = Annotated[
    list[Path] | None, typer.Argument(metavar="PO...", help="PO files, or folders with some; default: the locales.")
]


@export_app.command("omegat")
def export_omegat(
    paths: Pos = None,
    folder: Annotated[Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="The project.")] = None,
    locales: options.Locales = None,
    terms: Annotated[Path | None, typer.Option("--glossary", metavar="FILE", help="Default: the settings'.")] = None,
    quiet: options.Quiet = False,
) -> None:
    """Make an OmegaT project: accepted texts as translations, drafts as matches, the glossary; one a language."""
    from l10n.exchange.omegat import incoming, outgoing

    if folder is None:
        raise L10nError("where to?", "name the folder of the project: -o FOLDER")
    settings, console = config.load(Path.cwd()), Console(quiet)
    file = terms or settings.glossary
    words = glossary.read(file, settings.languages).terms if file else ()
    groups = _groups(_paths(paths, locales, settings), settings, console)
    incoming.check_kind(folder, many=len(groups) > 1)
    for languages, sources in groups.items():
        target = folder if len(groups) == 1 else folder / languages[1]
        try:
            with locked(target):
                old = incoming.check_nothing_is_lost(target, [one.path for one in sources], settings.root, po.read)
                packed = outgoing.pack(sources)
                outgoing.write(target, languages, packed, words, old)
        except L10nError as error:
            console.error(error)
            continue
        result(f"{shown(target)}: {languages[0]} → {languages[1]}, {_sum(packed)}")
        for one in packed:
            _tell_left(one, console)
    console.exit()


@import_app.command("omegat")
def import_omegat(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What `l10n export omegat` made.")],
    paths: Pos = None,
    locales: options.Locales = None,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
) -> None:
    """Put the translations of an OmegaT project into the catalogues; what somebody has changed meanwhile is refused."""
    from l10n.exchange.omegat import manifest

    settings, console = config.load(Path.cwd()), Console(quiet)
    allowed = _paths(paths, locales, settings)
    for one in manifest.folders(folder):
        try:
            with contextlib.nullcontext() if dry_run else locked(one):
                _bring(one, allowed, settings, dry_run, console)
        except L10nError as error:
            console.error(error)
    console.exit()


def _bring(folder: Path, allowed: Sequence[Path], settings: Config, dry_run: bool, console: Console) -> None:
    from l10n.exchange.omegat import SAVED, incoming, manifest, place

    project = manifest.read(folder)
    found = incoming.saved(folder, project)
    sheets: list[Sheet] = []
    refused: list[Refused] = []
    for sheet, path in place.catalogues(project, allowed, settings.root):
        done = _bring_sheet(folder, sheet, path, found, dry_run, console)
        sheets.append(done.sheet)
        refused += done.refused
    for note in found.notes:
        console.say(f"{shown(folder / SAVED)}: note on {_quoted(note.source)}: {_quoted(note.text)}")
    for one in incoming.strangers(project, found):
        console.say(f"{shown(folder / SAVED)}: for no entry of these catalogues: {_quoted(one.source)}")
    if not dry_run:
        _keep(folder, project, replace(project, sheets=tuple(sheets)), refused, console)


def _bring_sheet(
    folder: Path, sheet: Sheet, path: Path | None, found: Saved, dry_run: bool, console: Console
) -> Merged:
    """A catalogue that is gone or broken keeps no other from its texts; its own are refused, and may come later."""
    from l10n.exchange.omegat import MANIFEST
    from l10n.exchange.omegat.merging import merged

    try:
        if path is None:
            what = f"'{visible(sheet.path)}' is none of the catalogues of this run"
            hint = "name it, too, if it is to have its texts: l10n import omegat FOLDER PO..."
            raise L10nError(f"{shown(folder / MANIFEST)}: {what}", hint)
        done = _merge(path, sheet, found, dry_run)
    except L10nError as error:
        console.error(error)
        return merged((), sheet, found)
    _tell(path, done, console)
    return done


def _keep(folder: Path, before: Project, after: Project, refused: Sequence[Refused], console: Console) -> None:
    from l10n.exchange.omegat import REFUSED, manifest, refusals

    try:
        if refused and refusals.keep(folder, before, refused):
            console.say(f"what was refused is kept in {shown(folder / REFUSED)}")
        if after != before:
            manifest.write(folder, after)
    except WriteError as error:
        hint = f"the catalogues have their texts; see that {shown(folder)} can be written, and import again"
        raise WriteError(error.message, hint) from None


def _merge(path: Path, sheet: Sheet, found: Saved, dry_run: bool) -> Merged:
    """Read, merge and write, with nothing slow between reading and writing: editors may be open."""
    from l10n.exchange.omegat.merging import merged

    with contextlib.nullcontext() if dry_run else locked(home(path)):
        old = po.read(path)
        done = merged(old.entries, sheet, found)
        if done.taken and not dry_run:
            saving.save(path, old, restored(path, revised(old, done.entries, old), config.load(Path.cwd()).memory))
    return done


def _groups(paths: Sequence[Path], settings: Config, console: Console) -> Mapping[tuple[str, str], Sequence[Source]]:
    """The catalogues by source and target language; L10nError for two source languages with one target."""
    from l10n.exchange.omegat import place
    from l10n.exchange.omegat.outgoing import Source

    groups: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for path in paths:
        try:
            catalogue = po.read(path)
            stated = source_language(catalogue, None, settings.source_language)
            source = stated or source_texts(path, catalogue, settings.source_language).language
            pair = place.language(source, path), place.language(language_of(path, catalogue), path)
            if pair[0] == pair[1]:
                hint = "the header's fields X-Source-Language and Language name them"
                raise L10nError(f"{path}: from '{pair[0]}' into '{pair[1]}'", hint)
        except L10nError as error:
            console.error(error)
            continue
        groups[pair].append(Source(path, place.named(path, settings.root), catalogue))
    targets = [target for _, target in groups]
    if twice := next((target for target in targets if targets.count(target) > 1), ""):
        raise L10nError(f"catalogues into '{twice}' from several languages", "export those from one language at a time")
    return groups


def _paths(given: Sequence[Path] | None, locales: Path | None, settings: Config) -> list[Path]:
    wanted = [*(given or ()), *([locales] if locales else ())] or [settings.locales]
    paths = po_files(wanted)
    if not paths:
        raise L10nError(f"{shown(wanted[0])}: no PO files", "name a PO file, or a folder that has some")
    return paths


def _sum(packed: Sequence[Packed]) -> str:
    total = sum(len(one.entries) for one in packed)
    counts = {
        "translated": sum(one.count(*READ) for one in packed),
        "as drafts": sum(one.count(State.DRAFT, State.UNREAD) for one in packed),
        "unfinished": sum(one.count(State.EDITED, *STALE) for one in packed),
    }
    return ", ".join([f"{total} segments", *(f"{count} {what}" for what, count in counts.items() if count)])


def _tell_left(packed: Packed, console: Console) -> None:
    for reason, entries in packed.left.items():
        lines = ", ".join(str(entry.line) for entry in entries)
        console.say(f"{shown(packed.path)}: left out, {reason}: {len(entries)} (lines {lines})")


def _tell(path: Path, done: Merged, console: Console) -> None:
    lines = {entry.key: entry.line for entry in po.read(path).active}  # the file has changed
    for refusal in done.refused:
        entry = refusal.entry
        console.error(_refusal(f"{shown(path)}:{lines[entry.key]}" if entry else shown(path), refusal))
    for entry in done.removed:
        place = f"{shown(path)}:{lines[entry.key]}"
        console.say(f"{place}: not translated in OmegaT any more; stays: {_quoted(entry.msgstr)}")
    for entry in done.copies:
        place = f"{shown(path)}:{lines[entry.key]}"
        console.say(f"{place}: says what its source says; sign it, or `l10n normalize` flags it")
    result(f"{shown(path)}: {', '.join(_counts(done))}")


def _counts(done: Merged) -> Iterator[str]:
    states = [state(entry) for entry in done.taken]
    yield f"{sum(one is not State.UNREAD for one in states)} translated"
    if unread := states.count(State.UNREAD):
        yield f"{unread} accepted unread"
    if done.refused:
        yield f"{len(done.refused)} refused"


def _refusal(place: str, refusal: Refused) -> L10nError:
    theirs, entry = refusal.translation, refusal.entry
    by = visible(" ".join(filter(None, (theirs.who, theirs.when[:10]))))
    texts = f"OmegaT has {_quoted(theirs.text)}{f' ({by})' if by else ''}"
    if entry:
        texts += f", the catalogue {_quoted(_text(entry))} ({state(entry)})"
    return L10nError(f"{place}: {_quoted(theirs.source)}: {refusal.reason}", texts)


def _text(entry: Entry) -> str:
    return " | ".join(entry.texts)


def _quoted(text: str) -> str:
    """On one line; whole, as nobody can decide about half a text."""
    return f"“{visible(' '.join(text.split()))}”"
