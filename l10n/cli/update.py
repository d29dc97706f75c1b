"""`l10n update`: catalogues follow the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from l10n import config, pipeline
from l10n.catalogue.bookkeeping.marks import record
from l10n.cli import options
from l10n.cli.console import Console, result, shown
from l10n.errors import L10nError
from l10n.files import locked
from l10n.languages import language
from l10n.reports.characters import visible
from l10n.updating import DEFAULT, Move, Notice, Options, Source, Updated
from l10n.updating.pruning import remarks, worth_keeping
from l10n.updating.run import update


def command(
    source_files: options.Sources = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    force: options.Force = False,
    prune: options.Prune = False,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Write or update the catalogues of each source without translating anything."""
    settings = config.load(Path.cwd())
    console = Console(quiet, verbose)
    lang = language(source or settings.source_language).code
    targets = options.targets(to, lang, settings)
    paths = options.sources(source_files, settings)
    how = Options(force, prune, dry_run, settings.memory)
    folder = locales or settings.locales
    with nullcontext() if dry_run else locked(folder):
        for updated in run(paths, lang, targets, folder, settings.root, console, how):
            result(line(updated))
    console.exit()


def run(
    paths: Sequence[Path],
    source: str,
    targets: Sequence[str],
    locales: Path,
    root: Path,
    console: Console,
    how: Options = DEFAULT,
) -> Iterator[Updated]:
    """Update the catalogues of all sources; what fails is told and the rest goes on."""
    read = list(_read(paths, source, root, console))
    for event in update(read, source, targets, locales, root, how):
        match event:
            case L10nError():
                console.error(event)
            case Notice():
                console.say(event.text)
            case Updated():
                console.detail(f"{shown(event.path)}: {'written' if event.written else 'unchanged'}")
                _tell_removals(event, console, how.dry_run)
                _tell_changes(event, console)
                yield event


def _read(paths: Sequence[Path], source: str, root: Path, console: Console) -> Iterator[Source]:
    for path in paths:
        try:
            document = pipeline.extract(path, source, root)
        except L10nError as error:
            console.error(error)
            continue
        console.detail(f"{shown(path)}: {len(document.segments)} segments")
        yield Source(path, document)


def line(updated: Updated) -> str:
    """What became of the segments."""
    merge = updated.merge
    counts = f"{merge.new} new, {merge.changed} changed, {merge.moved} moved, {merge.obsolete} obsolete"
    more = [f"{merge.unchanged - len(updated.arrived)} unchanged"]
    more += [f"{merge.restored} restored"] * bool(merge.restored)
    more += [f"{count} from {name}" for name, count in _ends(updated.arrived, "donor")]
    more += [f"{count} to {name}" for name, count in _ends(updated.departed, "recipient")]
    more += [f"{len(updated.pruned)} pruned"] * bool(updated.pruned)
    return f"{shown(updated.path)}: {counts}, {', '.join(more)}"


def _ends(moves: Sequence[Move], end: str) -> list[tuple[str, int]]:
    """How many entries went to or came from which document."""
    return sorted(Counter(getattr(move, end) for move in moves).items())


def _tell_removals(updated: Updated, console: Console, dry_run: bool) -> None:
    """What people wrote and is dropped is named whole, also with -q, and where it is kept."""
    dropped = [entry for entry in updated.pruned if worth_keeping(entry)]
    for entry in dropped:
        texts = " / ".join(map(visible, filter(None, entry.texts)))
        console.insist(f"{shown(updated.path)}: pruned: {visible(entry.msgid)} | {texts}")
        for remark in remarks(entry):
            console.insist(f"    # {remark}")
    if updated.kept:
        texts = "1 text" if len(dropped) == 1 else f"{len(dropped)} texts"
        kept = "would be kept" if dry_run else "kept"
        console.insist(f"{shown(updated.path)}: {texts} pruned, {kept} in {shown(updated.kept)}")


def _tell_changes(updated: Updated, console: Console) -> None:
    """Show what was carried over, so that nobody has to look for it."""
    for entry in updated.merge.entries:
        if not entry.obsolete and entry.key in updated.merge.touched:
            text = next(iter(record(entry).changed), "words changed")
            console.say(f"{shown(updated.path)}: {' '.join(entry.references)}: {text}: {entry.msgid[:60]}")
