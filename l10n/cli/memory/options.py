"""Options that several commands of `l10n memory` share."""

from __future__ import annotations

from typing import Annotated

import typer

UnitsFrom = Annotated[str | None, typer.Option("--from", metavar="LANG", help="Only units from this language.")]
UnitsTo = Annotated[str | None, typer.Option("--to", metavar="LANG", help="Only units into this language.")]
