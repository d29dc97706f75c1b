"""`l10n review`: sign entries, send them back, one by one or on a page of the browser."""

from __future__ import annotations

import typer

from l10n.cli.review import apply, approve, list_entries, page, reject, serve

app = typer.Typer(help="Sign entries or send them back.", no_args_is_help=True, rich_markup_mode=None)
app.command("list")(list_entries.command)
app.command("approve")(approve.command)
app.command("reject")(reject.command)
app.command("page")(page.command)
app.command("apply")(apply.command)
app.command("serve")(serve.command)
