"""`l10n git`: git shows catalogues as text and merges them entry by entry; see docs/git.md."""

from __future__ import annotations

import typer

from l10n.cli.git import install, merge_driver, textconv, uninstall

app = typer.Typer(help="Let git merge catalogues and show them as text.", no_args_is_help=True, rich_markup_mode=None)
app.command("install")(install.command)
app.command("uninstall")(uninstall.command)
app.command("merge-driver", hidden=True)(merge_driver.command)
app.command("textconv", hidden=True)(textconv.command)
