"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.config import Config, load
from l10n.languages import SOURCE, TARGETS

Sources = Annotated[
    list[Path] | None, typer.Argument(metavar="SOURCE...", help="Files, folders, patterns; default: the settings'.")
]
Format = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="Format of the sources, whatever their suffixes.")
]
From = Annotated[str | None, typer.Option("--from", metavar="LANG", help=f"Source language; default: {SOURCE}.")]
To = Annotated[
    str | None, typer.Option("--to", metavar="LANGS", help=f"Target languages; default: {','.join(TARGETS)}.")
]
Catalogues = Annotated[
    list[Path] | None, typer.Argument(metavar="PO...", help="PO files, or folders with some; default: --locales.")
]
Locales = Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of the catalogues; default: locales.")]
PackagesFolder = Annotated[
    Path | None, typer.Option("--packages", metavar="DIR", help="Folder of the Argos packages; default: Argos's own.")
]
MemoryFile = Annotated[
    Path | None,
    typer.Option("--memory", metavar="FILE", help="The translation memory; default: l10n.db beside the settings."),
]
Force = Annotated[bool, typer.Option("--force", help="Go on although translations would be lost.")]
Prune = Annotated[bool, typer.Option("--prune", help="Drop obsolete entries (#~) instead of keeping them.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, write nothing.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only results and errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also what is done with which file.")]


def settings(given: Path | None) -> Config:
    """The settings that hold here; the defaults if an option has given all that is asked of them."""
    return Config(Path.cwd()) if given else load(Path.cwd())
