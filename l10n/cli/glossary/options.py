"""Options that several commands of `l10n glossary` share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TermFormat(StrEnum):
    """How candidates and what was learnt are shown."""

    TEXT = "text"
    CSV = "csv"


Formats = Annotated[TermFormat, typer.Option("--format", "-f", help="CSV is a glossary, ready to be filled in.")]
Catalogues = Annotated[
    list[Path] | None,
    typer.Option("--catalogues", metavar="PO", help="PO files, or folders with some; default: the settings' locales."),
]
