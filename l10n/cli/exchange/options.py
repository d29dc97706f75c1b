"""Options that exports and imports share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Catalogues = Annotated[
    list[Path] | None, typer.Argument(metavar="PO...", help="PO files, or folders with some; default: the locales.")
]
