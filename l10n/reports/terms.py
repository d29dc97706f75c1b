"""How a glossary is used, as a table on a terminal or as plain text in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

_PIPE = 250
"""Characters a line where there is no terminal."""


def usage_table(
    rows: Sequence[tuple[str, int, Sequence[tuple[int, int]]]], languages: Sequence[str], out: TextIO
) -> None:
    """A line a term: its name, sources that have it, and by language translations without it and all of them."""
    console = Console(file=out, width=None if out.isatty() else _PIPE, highlight=False)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("term", no_wrap=True, overflow="ellipsis")
    table.add_column("sources", justify="right")
    for lang in languages:
        table.add_column(f"not in {lang}", justify="right", no_wrap=True)
    for name, sources, translations in rows:
        table.add_row(Text(name), str(sources), *(_share(*pair) for pair in translations))
    console.print(table)


def _share(missing: int, total: int) -> Text:
    """Missing of all; a dash where the glossary has no word."""
    if not total:
        return Text("-", "dim")
    return Text(f"{missing} of {total}", "bold yellow" if missing else "")
