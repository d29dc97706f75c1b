"""Options that several commands of `l10n git` share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Everywhere = Annotated[bool, typer.Option("--global", help="The settings for all repositories of this user.")]
InputFile = Annotated[Path, typer.Argument()]
