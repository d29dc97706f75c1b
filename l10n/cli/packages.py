"""`l10n packages`: the Argos packages. Only `install` of a pair and `list --available` use the network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.errors import L10nError, PackageError
from l10n.workflow import inputs

app = typer.Typer(help="List, install, verify and remove Argos packages.", no_args_is_help=True, rich_markup_mode=None)

Names = Annotated[list[str], typer.Argument(metavar="PACKAGE...", help="As de-en or de-en-1.0.")]


@app.command("list")
def list_packages(
    packages: options.PackagesFolder = None,
    available: Annotated[bool, typer.Option("--available", help="What the Argos index offers (network).")] = False,
) -> None:
    """Show the installed packages, or what the Argos index offers."""
    from l10n.engines.argos.packages import index, store
    from l10n.engines.argos.packages.folders import nothing_in
    from l10n.engines.routes import preferred

    if available:
        for offer in index.available():
            result(f"{offer.pair:8} {offer.version}")
        return
    folder = _folder(packages)
    console = Console()
    nothing = nothing_in(folder)
    if nothing and folder.is_file():
        raise nothing
    usable, broken = store.scan(folder)
    best = set(preferred(reversed(usable)).values())
    for package in usable:
        note = "" if package in best else "  (older, not used)"
        result(f"{package.pair:8} {package.version:6} {package.engine_name:10} {package.path}{note}")
    for one in broken:
        console.error(one.error())
    if nothing:
        console.say(f"{nothing.message}\nhint: {nothing.hint}")
    elif not usable:
        console.say(
            f"{shown(folder)}: no packages; install some: l10n packages install de-en en-ru{store.option(folder)}"
        )
    console.exit()


@app.command()
def install(
    what: Annotated[list[str], typer.Argument(metavar="PAIR|FILE...", help="As de-en, or FILE.argosmodel.")],
    packages: options.PackagesFolder = None,
    force: Annotated[
        bool, typer.Option("--force", help="Accept an archive that differs from the recorded one.")
    ] = False,
    quiet: options.Quiet = False,
) -> None:
    """Install packages from the Argos index (network) or from files."""
    from l10n.engines.argos.packages.folders import nothing_in

    folder = _folder(packages)
    console = Console(quiet)
    if folder.is_file() and (nothing := nothing_in(folder)):
        raise nothing
    _install(folder, what, console, force)
    console.exit()


@app.command()
def verify(
    packages: options.PackagesFolder = None,
    record: Annotated[bool, typer.Option("--record", help="Remember packages without checksums as they are.")] = False,
) -> None:
    """Compare the installed packages with the checksums recorded when they were installed."""
    from l10n.engines.argos.packages import lock, store
    from l10n.engines.argos.packages.folders import nothing_in

    folder = _folder(packages)
    console = Console()
    checked = [] if folder.is_file() else lock.verify(folder)
    if not checked and (nothing := nothing_in(folder)):
        console.error(nothing)
    for found in checked:
        if record and found.package and found.state is lock.State.UNRECORDED:
            lock.record(folder, found.package)
            result(f"{found.name}: recorded")
            continue
        result(f"{found.name}: {found.state.value}{_details(found.reason, found.files)}")
        if found.state in (lock.State.CHANGED, lock.State.BROKEN):
            console.exit_code = PackageError.exit_code
    if console.exit_code:
        console.say(
            f"hint: install a changed or broken package again: l10n packages install{store.option(folder)} PAIR"
        )
    console.exit()


@app.command()
def remove(names: Names, packages: options.PackagesFolder = None) -> None:
    """Remove packages and forget their checksums."""
    from l10n.engines.argos.packages import install as installing

    folder = _folder(packages)
    for name in names:
        for removed in installing.remove(folder, name):
            result(f"{removed}: removed")


def install_missing(folder: Path, source: str, targets: Iterable[str], console: Console) -> None:
    """Install what the routes from source to targets lack; what fails is told."""
    from l10n.engines.argos.packages import store
    from l10n.engines.routes import missing_pairs

    _install(folder, missing_pairs(store.installed(folder), source, targets), console)


def _install(folder: Path, what: Sequence[str], console: Console, force: bool = False) -> None:
    from l10n.engines.argos.packages import install as installing
    from l10n.engines.argos.packages.download import Progress

    with console.progress() as bars:

        def report(progress: Progress) -> None:
            bars.show(progress.name, progress.done, progress.total, "bytes")

        for one in what:
            try:
                package = installing.install(folder, one, force=force, report=report)
            except L10nError as error:
                console.error(error)
            else:
                console.say(f"{package.name}: installed in {package.path}")


def _folder(given: Path | None) -> Path:
    return inputs.packages_folder(given, config.load(Path.cwd()))


def _details(reason: str, files: Sequence[str]) -> str:
    words = reason or ", ".join(files)
    return f" ({words})" if words else ""
