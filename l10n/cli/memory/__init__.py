"""`l10n memory`: what has been translated before."""

from __future__ import annotations

import typer

from l10n.cli.memory import align, export_tmx, import_tmx, learn, prune, search, stats

app = typer.Typer(
    help="Look into the translation memory, fill and empty it.\n\n"
    "The settings may name shared ones ('memories'): draft, review and search read them, too; nothing writes to them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("import")(import_tmx.command)
app.command("export")(export_tmx.command)
app.command("learn")(learn.command)
app.command("align")(align.command)
app.command("search")(search.command)
app.command("stats")(stats.command)
app.command("prune")(prune.command)
