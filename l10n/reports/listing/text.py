"""On a terminal, or as plain text in a pipe, where lines are as long as they are."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from l10n.reports.characters import visible, whole
from l10n.reports.listing import Listing, ListingCell

_PIPE = 1_000_000


def write(listing: Listing, out: TextIO) -> None:
    """A line a row."""
    console = Console(file=out, width=None if out.isatty() else _PIPE, highlight=False)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name, numeric in zip(listing.columns, listing.numeric(), strict=True):
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in listing.rows:
        table.add_row(*map(_text, row.cells), style="bold" if row.is_sum else "")
    console.print(table)


def _text(cell: ListingCell) -> Text:
    return Text(visible(whole(str(cell))))
