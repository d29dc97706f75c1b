"""`l10n packages`: the Argos packages. Only `install` of a pair and `list --available` use the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling.packages import tell
from l10n.model.events import Event
from l10n.workflow import packages as work

app = typer.Typer(help="List, install, verify and remove Argos packages.", no_args_is_help=True, rich_markup_mode=None)

Names = Annotated[list[str], typer.Argument(metavar="PACKAGE...", help="As de-en or de-en-1.0.")]


@app.command("list")
def list_packages(
    packages: options.PackagesFolder = None,
    available: Annotated[bool, typer.Option("--available", help="What the Argos index offers (network).")] = False,
) -> None:
    """Show the installed packages, or what the Argos index offers."""
    if available:
        _follow(work.list_offers())
    else:
        _follow(work.list_packages(work.PackagesRequest(settings=config.load(Path.cwd()), packages=packages)))


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
    request = work.InstallRequest(settings=config.load(Path.cwd()), packages=packages, wanted=tuple(what), force=force)
    _follow(work.install(request), quiet)


@app.command()
def verify(
    packages: options.PackagesFolder = None,
    record: Annotated[bool, typer.Option("--record", help="Remember packages without checksums as they are.")] = False,
) -> None:
    """Compare the installed packages with the checksums recorded when they were installed."""
    _follow(work.verify(work.VerifyRequest(settings=config.load(Path.cwd()), packages=packages, record=record)))


@app.command()
def remove(names: Names, packages: options.PackagesFolder = None) -> None:
    """Remove packages and forget their checksums."""
    _follow(work.remove(work.RemoveRequest(settings=config.load(Path.cwd()), packages=packages, names=tuple(names))))


def _follow(events: Iterator[Event], quiet: bool = False) -> None:
    console = Console(quiet)
    for event in console.follow(events):
        tell(event, console)
    console.exit()
