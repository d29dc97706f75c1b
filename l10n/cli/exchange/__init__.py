"""`l10n export` and `l10n import`: catalogues for programs that do not work on PO files, and back; docs/exchange/."""

from __future__ import annotations

from typing import Any

import typer

from l10n.cli.exchange import export_omegat, export_tables, export_xliff, import_files, import_omegat
from l10n.cli.help import FullHelp

FILES = "files"


class FilesByDefault(FullHelp):
    """A group whose command FILES takes what is no command's name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # Typer's own classes are private
        """The arguments with the command that they are for."""
        known = {*self.commands, "--help", "-h"}
        return super().parse_args(ctx, args if not args or args[0] in known else [FILES, *args])


export_app = typer.Typer(
    help="Make files and projects for other programs.", no_args_is_help=True, rich_markup_mode=None
)
export_app.command("omegat")(export_omegat.command)
export_app.command("xlsx")(export_tables.xlsx)
export_app.command("csv")(export_tables.csv)
export_app.command("docx")(export_tables.docx)
export_app.command("xliff")(export_xliff.command)
import_app = typer.Typer(
    cls=FilesByDefault, help="Bring back what other programs did.", no_args_is_help=True, rich_markup_mode=None
)
import_app.command(FILES)(import_files.command)
import_app.command("omegat")(import_omegat.command)
