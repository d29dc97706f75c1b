"""`l10n report`: who or what wrote the texts, and how many words there are to pay for; see docs/publishing.md."""

from __future__ import annotations

import typer

from l10n.cli.report import provenance, work

app = typer.Typer(
    help="Report where texts come from, and words to pay for.", no_args_is_help=True, rich_markup_mode=None
)
app.command("provenance")(provenance.command)
app.command("work")(work.command)
