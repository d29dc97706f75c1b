"""`l10n glossary`: check, fill, convert and learn the terms and names of the project; see docs/glossary.md."""

from __future__ import annotations

import typer

from l10n.cli.glossary import candidates, check, convert, learn

app = typer.Typer(
    help="Check, fill, convert and learn the project's terms and names.", no_args_is_help=True, rich_markup_mode=None
)
app.command("check")(check.command)
app.command("candidates")(candidates.command)
app.command("learn")(learn.command)
app.command("convert")(convert.command)
