"""`l10n export xlsx`, `csv` and `docx`: tables for people without a program for translators."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.exchange.options import Catalogues
from l10n.cli.telling.export_tables import tell_tables
from l10n.workflow.exchange.export_tables import TableExportRequest, export_tables


class Separator(StrEnum):
    """What stands between the cells of a CSV file."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"


_CHARACTERS = {Separator.COMMA: ",", Separator.SEMICOLON: ";", Separator.TAB: "\t"}
_FILE = typer.Option("--output", "-o", metavar="FILE|FOLDER", help="The file; for several languages a folder.")
Output = Annotated[Path | None, _FILE]
Between = Annotated[Separator, typer.Option("--separator", help="What stands between the cells.")]


def xlsx(
    paths: Catalogues = None, output: Output = None, locales: options.Locales = None, quiet: options.Quiet = False
) -> None:
    """Make workbooks for Excel, one a language: source, translation to write over, verdict, comment."""
    _export("xlsx", paths, output, locales, quiet)


def docx(
    paths: Catalogues = None, output: Output = None, locales: options.Locales = None, quiet: options.Quiet = False
) -> None:
    """Make documents for Word with a table of sources and translations, one a language."""
    _export("docx", paths, output, locales, quiet)


def csv(
    paths: Catalogues = None,
    output: Output = None,
    locales: options.Locales = None,
    separator: Between = Separator.COMMA,
    quiet: options.Quiet = False,
) -> None:
    """Make CSV files, one a language: for programs that read no other table."""
    _export("csv", paths, output, locales, quiet, _CHARACTERS[separator])


def _export(
    kind: str, paths: list[Path] | None, output: Path | None, locales: Path | None, quiet: bool, separator: str = ","
) -> None:
    request = TableExportRequest(
        settings=config.load(Path.cwd()),
        kind=kind,
        output=output,
        paths=tuple(paths or ()),
        locales=locales,
        separator=separator,
    )
    console = Console(quiet)
    for event in console.follow(export_tables(request)):
        tell_tables(event, console)
    console.exit()
