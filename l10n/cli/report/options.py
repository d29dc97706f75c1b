"""Options that the commands of `l10n report` share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, csv, markdown or json.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where it goes; - is stdout.")]
STDOUT = Path("-")
