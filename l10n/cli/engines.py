"""`l10n engines`: what translates, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling.engines import tell
from l10n.model.events import Event
from l10n.workflow import engines as work

app = typer.Typer(help="List and try what translates.", no_args_is_help=True, rich_markup_mode=None)

Pairs = Annotated[list[str] | None, typer.Argument(metavar="PAIR...", help="As de-en; default: all.")]
Engine = Annotated[str | None, typer.Option("--engine", metavar="NAME", help="Only pairs of this engine.")]


@app.command("list")
def list_engines(pairs: Pairs = None, engine: Engine = None, packages: options.PackagesFolder = None) -> None:
    """Show which pairs there are, by which engine, with licence, size and place."""
    _follow(work.list_engines(_request(pairs, engine, packages)))


@app.command("test")
def try_engines(pairs: Pairs = None, engine: Engine = None, packages: options.PackagesFolder = None) -> None:
    """Translate ten sentences with each pair, and show text, time and score."""
    _follow(work.try_engines(_request(pairs, engine, packages)))


def _request(pairs: list[str] | None, engine: str | None, packages: Path | None) -> work.EnginesRequest:
    settings = config.load(Path.cwd())
    return work.EnginesRequest(settings=settings, packages=packages, engine=engine, pairs=tuple(pairs or ()))


def _follow(events: Iterator[Event]) -> None:
    console = Console()
    for event in console.follow(events):
        tell(event)
    console.exit()
