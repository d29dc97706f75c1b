"""`l10n adopt`: translations from catalogues that other programs have made of the same documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling import adopt as telling
from l10n.cli.telling import update as update_telling
from l10n.workflow.adopt import AdoptRequest, adopt

Theirs = Annotated[
    list[Path], typer.Argument(metavar="PO...", help="PO files of po4a, mdpo or mdbook, or folders that have some.")
]
Sources = Annotated[
    list[Path] | None, typer.Option("--source", metavar="FILE", help="A document; default: the settings' sources.")
]
Language = Annotated[
    str | None, typer.Option("--to", metavar="LANG", help="Language of the PO files; default: what they say.")
]


def command(
    files: Theirs,
    sources: Sources = None,
    to: Language = None,
    source: options.From = None,
    locales: options.Locales = None,
    memory: options.MemoryFile = None,
    dry_run: options.DryRun = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Take over translations from catalogues that po4a, mdpo or mdbook have made of the same documents."""
    request = AdoptRequest(
        settings=config.load(Path.cwd()),
        files=tuple(files),
        sources=tuple(sources or ()),
        to=to,
        source_language=source,
        locales=locales,
        memory=memory,
        dry_run=dry_run,
    )
    console = Console(quiet, verbose)
    for event in console.follow(adopt(request)):
        update_telling.tell(event, console, dry_run)
        telling.tell(event, console)
    console.exit()
