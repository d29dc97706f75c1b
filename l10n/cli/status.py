"""`l10n status`: how far each catalogue is."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from l10n import config, pipeline
from l10n.catalogue.search import po_files
from l10n.cli import options
from l10n.cli.console import FINDINGS, Talk, shown
from l10n.errors import L10nError
from l10n.model import State, Status

Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PO...", help="PO files, or folders with some; default: --locales.")
]


def command(
    paths: Paths = None,
    locales: options.Locales = None,
    refuse: Annotated[
        list[State] | None, typer.Option("--refuse", help="Exit with 1 if a segment is in this state; may be repeated.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show per document and language: segments, words, drafted, translated, reviewed, untranslated."""
    folder = locales or config.load(Path.cwd()).locales
    files = po_files(paths) if paths else list(folder.glob("*/LC_MESSAGES/*.po"))
    talk = Talk(quiet=False, verbose=False)
    rows = []
    for row in pipeline.status(files):
        if isinstance(row, L10nError):
            talk.error(row)
        else:
            rows.append(row)
    if not rows and not talk.exit_code:
        place = ", ".join(shown(path) for path in paths or [folder])
        raise L10nError(f"{place}: no catalogues", "make some: l10n draft SOURCE")
    if as_json:
        typer.echo(_json(rows))
    else:
        from l10n.reports.table import status_table

        status_table(rows, sys.stdout)
    talk.exit()
    _refuse(rows, refuse or [], talk)


def _refuse(rows: Sequence[Status], states: Sequence[State], talk: Talk) -> None:
    """The gate for CI: name what is in these states, and exit with 1."""
    found = [(row, state) for row in rows for state in states if row.counts[state]]
    for row, state in found:
        talk.say(f"refused: {shown(row.path)}: {row.counts[state]} {state.value}")
    if found:
        raise typer.Exit(FINDINGS)


def _json(rows: Sequence[Status]) -> str:
    catalogues = [
        {
            "document": row.document,
            "language": row.language,
            "path": row.path.as_posix(),
            "segments": row.counts.segments,
            "words": row.counts.words,
            "untranslated": row.counts.untranslated,
            "drafted": row.counts.drafted,
            "translated": row.counts.translated,
            "states": {state.value: row.counts[state] for state in State},
        }
        for row in rows
    ]
    return json.dumps({"version": 1, "catalogues": catalogues}, ensure_ascii=False, indent=2)
