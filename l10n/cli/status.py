"""`l10n status`: how far each catalogue is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from l10n import config, pipeline
from l10n.catalogue.git import history
from l10n.catalogue.search import po_files
from l10n.cli import destinations, options, status_files
from l10n.cli.console import FINDINGS, Console
from l10n.cli.output import shown
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.model import State, Status
from l10n.workflow import inputs

Words = Annotated[bool, typer.Option("--words", help="Count words of the source in place of segments.")]
Risk = Annotated[bool, typer.Option("--risk", help="Show how many drafts have which risk, too.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="GITREF", help="Show what has changed since this git revision, too.")
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page with everything instead.")]
ReviewPages = Annotated[
    Path | None,
    typer.Option(
        "--review-pages",
        metavar="FOLDER",
        help="Where the review pages are that --html links to: DOCUMENT.LANG.html, LANG.html or review.html; "
        "default: beside it.",
    ),
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
    folder = locales or config.load(Path.cwd()).locales
    files = po_files(short(path) for path in paths or [folder])
    if html:
        destinations.keep_off([("html", html)], files, "--html")
    status_files.expect_pages(review_pages, html)
    if since is not None:
        history.verify(files, since, "--since")
    console = Console(quiet)
    rows = _rows(files, since, console)
    if not rows and not console.exit_code:
        raise inputs.no_catalogues(paths or [folder])
    if as_json:
        from l10n.reports.status import json

        json.write(rows, since, sys.stdout)
    elif rows and not html and not badge:
        from l10n.reports.status.table import Shown, status_table

        status_table(rows, sys.stdout, shown=Shown(words, risk, since or ""))
    _write(rows, since or "", html, review_pages, badge, console)
    console.exit()
    _refuse(rows, refuse or [], console)


def _rows(files: Sequence[Path], since: str | None, console: Console) -> list[Status]:
    """Of all catalogues that can be read."""
    rows = []
    for row in pipeline.status(files, since):
        if isinstance(row, L10nError):
            console.error(row)
        else:
            rows.append(row)
    return rows


def _write(
    rows: Sequence[Status], since: str, html: Path | None, pages: Path | None, badge: Path | None, console: Console
) -> None:
    """The page and the badges; neither without all catalogues, as they would promise too much."""
    if console.exit_code:
        for path in filter(None, (html, badge)):
            console.say(f"{shown(path)}: not written, as a catalogue cannot be read")
        return
    if badge:
        for path in status_files.write_badges(badge, rows):
            console.say(f"{shown(path)}: written")
    if html:
        status_files.write_page(html, rows, since, pages)
        console.say(f"{shown(html)}: written")


def _refuse(rows: Sequence[Status], states: Sequence[State], console: Console) -> None:
    """The gate for CI: name what is in these states, and exit with 1."""
    found = [(row, state) for row in rows for state in states if row.counts[state]]
    for row, state in found:
        console.say(f"refused: {shown(row.path)}: {row.counts[state]} {state.value}")
    if found:
        raise typer.Exit(FINDINGS)
