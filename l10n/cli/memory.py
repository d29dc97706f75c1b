"""`l10n memory`: what has been translated before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.config import Config
from l10n.errors import L10nError
from l10n.languages import base
from l10n.memory.unit import LOWEST, THRESHOLD, Origin
from l10n.reports.figures import amount
from l10n.workflow import inputs

if TYPE_CHECKING:
    from l10n.memory.store import Memory
    from l10n.memory.tmx.reading import Lost

app = typer.Typer(
    help="Look into the translation memory, fill and empty it.", no_args_is_help=True, rich_markup_mode=None
)


def _as_stored(code: str | None) -> str | None:
    """The memory may have any language; ours it has by our codes, whatever the country."""
    return base(code) if code else code


From = Annotated[
    str | None,
    typer.Option("--from", metavar="LANG", callback=_as_stored, help="Only units from this language."),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="LANG", callback=_as_stored, help="Only units into this language.")
]
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@app.command("import")
def import_tmx(
    files: Annotated[list[Path], typer.Argument(metavar="TMX...", help="TMX files.")],
    memory: options.MemoryFile = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="LANG", help="Default: what the file says, or the settings'."),
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Add the units of TMX files, packed by gzip or not; those that are there already are not added again."""
    from l10n.memory.tmx.reading import Lost, read

    settings, console = config.load(Path.cwd()), Console(quiet)
    with _memory(_path(memory, settings)) as opened, console.progress() as bars:
        for file in files:
            total = new = 0
            lost = Lost()
            try:
                for count, added in opened.adding(read(file, source, settings.source_language, lost)):
                    total, new = total + count, new + added
                    bars.show(shown(file), total, None, "units")
            except L10nError as error:
                console.error(error)
                if not total and not lost.found:
                    continue
            result(f"{shown(file)}: {new} new, {total - new} known")
            _tell(file, lost, console)
    console.exit()


@app.command("export")
def export_tmx(
    file: Annotated[Path, typer.Argument(metavar="TMX", help="The file to write.")],
    memory: options.MemoryFile = None,
    source: From = None,
    target: To = None,
) -> None:
    """Write the units into a TMX file."""
    from l10n.memory.tmx.writing import write

    with _memory(_path(memory), create=False) as opened:
        languages = {one for one, other, _ in opened.stats().units if source in (None, one) and target in (None, other)}
        count = write(file, opened.units(source, target), languages.pop() if len(languages) == 1 else None)
    result(f"{shown(file)}: {amount(count, 'unit')}")


@app.command()
def learn(
    files: Annotated[list[Path], typer.Argument(metavar="PO...", help="PO files, or folders that have some.")],
    memory: options.MemoryFile = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="LANG", help="Source language; default: the header's, the msgids', or de."),
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Take the translated and reviewed entries of PO files; what was learnt from them before is brought up to date."""
    from l10n.catalogue import po
    from l10n.catalogue.search import po_files
    from l10n.cli.learning import lesson
    from l10n.cli.telling.source_texts import tell_error, tell_languages

    settings, console = config.load(Path.cwd()), Console(quiet)
    paths = po_files(files)
    if not paths:
        raise L10nError(f"{shown(files[0])}: no PO files", "name a PO file, or a folder that has some")
    recognised = []
    with _memory(_path(memory, settings)) as opened:
        for path in paths:
            try:
                catalogue = po.read(path)
                found = lesson(path, catalogue, source, settings.source_language)
                done = opened.learn(_name(path, settings), found.language, found.entries)
            except L10nError as error:
                tell_error(error, path, files, console)
                continue
            recognised.append((path, found.recognised))
            gone = "".join(
                f", {number} {what}"
                for number, what in ((done.replaced, "replaced"), (done.forgotten, "forgotten"))
                if number
            )
            result(f"{shown(path)}: {done.new} new, {done.known} known{gone}")
    tell_languages(recognised, console)
    console.exit()


@app.command()
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A word, a phrase or a sentence.")],
    memory: options.MemoryFile = None,
    source: From = None,
    target: To = None,
    threshold: Annotated[
        int, typer.Option("--threshold", min=LOWEST, max=100, metavar="PERCENT", help="How alike at least.")
    ] = THRESHOLD,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many at most.")] = 20,
) -> None:
    """Show where a text, or something like it, stands in sources or translations, the best hits first."""
    with _memory(_path(memory), create=False) as opened:
        hits = opened.search(text, source, target, threshold, limit)
    for number, hit in enumerate(hits):
        unit = hit.unit
        by = " ".join(filter(None, (unit.origin.value, unit.who, unit.when[:10])))
        result(f"{chr(10) if number else ''}{hit.score:3} %  {unit.source_language} → {unit.language}  {by}")
        result(f"  {unit.source_language}: {_line(unit.source)}\n  {unit.language}: {_line(unit.target)}")
    if not hits:
        Console().say("nothing like it in the memory")


@app.command()
def stats(memory: options.MemoryFile = None) -> None:
    """Count what is in the memory."""
    path = _path(memory)
    with _memory(path, create=False) as opened:
        found = opened.stats()
    for (source, target, origin), count in found.units.items():
        result(f"{source} → {target}  {origin.value:9} {count:>9,} {'unit' if count == 1 else 'units'}")
    for packages, count in found.translations.items():
        result(f"{packages}  {count:,} machine translations")
    result(f"first drafts: {found.drafts:,}\n{shown(path)}: {found.size / 1e6:.1f} MB")


@app.command()
def prune(
    memory: options.MemoryFile = None,
    packages: options.PackagesFolder = None,
    older_than: Annotated[
        int | None, typer.Option("--older-than", min=0, metavar="DAYS", help="Machine translations made before that.")
    ] = None,
    origin: Annotated[Origin | None, typer.Option("--origin", help="Units of this origin.")] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="DATE", help="Units last changed before it, as 2026-01-31.")
    ] = None,
    target: To = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell how many.")] = False,
) -> None:
    """Remove cached machine translations of packages that are not installed any more, or older ones.

    Translations by people go only if --origin, --before or --to say which; first drafts never.
    """
    from l10n.engines.routes import identities, nothing_in
    from l10n.memory.clock import days_ago

    settings = config.load(Path.cwd())
    if before is not None and not _DATE.fullmatch(before):
        raise L10nError(f"--before {before}: not a date", "write it as 2026-01-31")
    folder = inputs.packages_folder(packages, settings)
    if nothing := nothing_in(folder):  # by a slip of the pen all of them would go
        raise nothing
    installed = identities(folder)
    verb = "would go" if dry_run else "removed"
    with _memory(_path(memory, settings), create=False) as opened:
        moment = None if older_than is None else days_ago(older_than)
        cached = opened.prune_translations(installed, moment, dry_run)
        result(f"machine translations: {cached:,} {verb}")
        gone = 0
        if origin or before or target:
            gone = opened.prune_units(origin, before, target, dry_run)
            result(f"units: {gone:,} {verb}")
        if not dry_run and cached + gone:
            opened.shrink()


def _tell(file: Path, lost: Lost, console: Console) -> None:
    """What did not come in, most of it first."""
    for what, (count, *lines) in sorted(lost.found.items(), key=lambda one: -one[1][0]):
        places = ", ".join(f"{shown(file)}:{line}" for line in lines)
        console.insist(f"lost: {what} ({count:,}): {places}{', …' if count > len(lines) else ''}")


def _memory(path: Path, create: bool = True) -> Memory:
    """Open it."""
    from l10n.memory.store import Memory

    return Memory(path, create)


def _path(given: Path | None, settings: Config | None = None) -> Path:
    return given or (settings or config.load(Path.cwd())).memory


def _name(path: Path, settings: Config) -> str:
    """What the memory calls a catalogue: its path from the settings' folder on."""
    absolute = path.resolve()
    inside = absolute.is_relative_to(settings.root)
    return (absolute.relative_to(settings.root) if inside else absolute).as_posix()


def _line(text: str) -> str:
    return " ".join(text.split())
