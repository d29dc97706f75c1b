"""Options that several commands of `l10n review` share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[list[Path], typer.Argument(metavar="PO...", help="PO files, or folders that have some.")]
Names = Annotated[
    str | None,
    typer.Option(
        "--entries",
        metavar="LIST",
        help="Which entries of one file, as 3,5-7,L120: numbers of `review list`, L and a line of the file, "
        "a key of `review list`, or all.",
    ),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="The reviewer; default: git's user.name.")]
Source = Annotated[
    str | None,
    typer.Option("--from", metavar="LANG", help="Language of the msgids, for the checks; default: the settings'."),
]
Outdated = Annotated[
    bool, typer.Option("--outdated", help="Sign outdated entries, too: you have read their text beside the new source.")
]
Force = Annotated[bool, typer.Option("--force", help="Sign even what l10n check calls an error.")]
