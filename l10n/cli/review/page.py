"""`l10n review page`: one HTML file in which people review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result
from l10n.cli.telling.review_page import page_counts
from l10n.workflow.review.page import PageRequest, PageWritten, page

Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page.")]


def command(
    paths: options.Catalogues = None,
    output: Output = Path("review.html"),
    locales: options.Locales = None,
    source: options.From = None,
    memory: options.MemoryFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Write one HTML file in which people review the entries; it needs no network, and gives a patch back."""
    request = PageRequest(
        settings=config.load(Path.cwd()),
        output=output,
        paths=tuple(paths or ()),
        locales=locales,
        source_language=source,
        memory=memory,
    )
    console = Console(quiet)
    for event in console.follow(page(request)):
        if isinstance(event, PageWritten):
            result(page_counts(event))
            console.say("next: open it in a browser, decide, export; then l10n review apply PATCH")
    console.exit()
