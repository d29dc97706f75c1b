"""The status table on a terminal, or as plain text in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from l10n.model import Counts, Status

WIDTH = 24
"""Characters of a bar."""
_STYLES = (("█", "green"), ("▒", "yellow"), ("░", "dim"))


def status_table(rows: Sequence[Status], out: TextIO) -> None:
    """A line a catalogue; the bar shows translated, drafted and untranslated."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("document", overflow="fold")
    table.add_column("language")
    for name in ("segments", "words", "drafted", "translated", "untranslated"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("█ translated ▒ drafted ░ untranslated", no_wrap=True)
    for row in rows:
        counts = row.counts
        figures = (counts.segments, counts.words, counts.drafted, counts.translated, counts.untranslated)
        table.add_row(row.document, row.language, *map(str, figures), bar(counts))
    width = None if out.isatty() else 140
    Console(file=out, width=width, highlight=False).print(table)


def bar(counts: Counts) -> Text:
    """Shares of the segments; what is there at all gets at least one character."""
    text = Text()
    shares = (counts.translated, counts.drafted, counts.untranslated)
    for (character, style), width in zip(_STYLES, _widths(shares), strict=True):
        text.append(character * width, style)
    return text


def _widths(shares: Sequence[int]) -> list[int]:
    """WIDTH characters shared out by size."""
    total = sum(shares)
    if not total:
        return [0] * len(shares)
    widths = [max(1, WIDTH * share // total) if share else 0 for share in shares]
    widths[widths.index(max(widths))] += WIDTH - sum(widths)
    return widths
