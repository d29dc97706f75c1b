"""`l10n export` and `l10n import`: catalogues for programs that do not work on PO files, and back; docs/editors/."""

from __future__ import annotations

import typer

from l10n.cli.exchange import export_omegat, import_omegat

export_app = typer.Typer(help="Make projects for other programs.", no_args_is_help=True, rich_markup_mode=None)
export_app.command("omegat")(export_omegat.command)
import_app = typer.Typer(help="Bring back what other programs did.", no_args_is_help=True, rich_markup_mode=None)
import_app.command("omegat")(import_omegat.command)
