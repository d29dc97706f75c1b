"""`l10n status`: how far each catalogue is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import FINDINGS, Console
from l10n.cli.telling.status import tell
from l10n.model import State
from l10n.workflow.status import Counted, StateRefused, StatusRequest, status

Words = Annotated[bool, typer.Option("--words", help="Count words of the source in place of segments.")]
Risk = Annotated[bool, typer.Option("--risk", help="Show how many drafts have which risk, too.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="GITREF", help="Show what has changed since this git revision, too.")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page with everything instead.")]
_PAGES = "Where the review pages are that --html links to: DOCUMENT.LANG.html, LANG.html or review.html; "
ReviewPages = Annotated[
    Path | None, typer.Option("--review-pages", metavar="FOLDER", help=f"{_PAGES}default: beside it.")
]
Badge = Annotated[
    Path | None, typer.Option("--badge", metavar="FOLDER", help="Write a badge for each language, LANG.svg, instead.")
]
Refuse = Annotated[
    list[State] | None, typer.Option("--refuse", help="Exit with 1 if a segment is in this state; may be repeated.")
]


def command(
    paths: options.Catalogues = None,
    locales: options.Locales = None,
    words: Words = False,
    risk: Risk = False,
    since: Since = None,
    as_json: AsJson = False,
    html: Html = None,
    review_pages: ReviewPages = None,
    badge: Badge = None,
    refuse: Refuse = None,
    quiet: options.Quiet = False,
) -> None:
    """Show per document and language: segments, words, drafted, translated, reviewed, untranslated.

    --html and --badge write files; the table is shown if neither they nor --json are asked for.
    """
    request = StatusRequest(
        settings=config.load(Path.cwd()),
        catalogues=tuple(paths or ()),
        locales=locales,
        since=since,
        page=html,
        review_pages=review_pages,
        badges=badge,
        refuse=tuple(refuse or ()),
    )
    console = Console(quiet)
    refused = False
    for event in console.follow(status(request)):
        tell(event, console)
        refused |= isinstance(event, StateRefused)
        if isinstance(event, Counted) and as_json:
            from l10n.reports.status import json

            json.write(event.rows, since, sys.stdout)
        elif isinstance(event, Counted) and event.rows and not (html or badge):
            from l10n.reports.status.table import Shown, status_table

            status_table(event.rows, sys.stdout, shown=Shown(words, risk, since or ""))
    console.exit()
    if refused:
        raise typer.Exit(FINDINGS)
