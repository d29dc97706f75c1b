"""The status table on a terminal, or as plain text in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from l10n.model import Counts, State, Status

_STYLES = (("█", "bold green"), ("▓", "green"), ("▒", "yellow"), ("░", "dim"))
_LEGEND = "█ reviewed  ▓ translated  ▒ drafted  ░ untranslated"
_COLUMNS = ("segments", "words", "drafted", "translated", "reviewed", "untranslated")
_SHORT = ("all", "words", "draft", "transl", "review", "empty")
_WIDE = 120
"""Characters a line from which the columns have their full names."""
_OTHERS = {True: 100, False: 54}
"""Characters a line for everything but the document's name."""


def status_table(rows: Sequence[Status], out: TextIO, width: int | None = None) -> None:
    """A line a catalogue; translated includes reviewed, but not in the bar. Below, what somebody should look at.

    `width` is that of the terminal if not given; a pipe gets lines as long as they are.
    """
    console = Console(file=out, width=width or (None if out.isatty() else 250), highlight=False)
    wide = console.width >= _WIDE
    table = Table(box=None, pad_edge=False, padding=(0, 2 if wide else 1, 0, 0), header_style="bold")
    table.add_column("document", no_wrap=True, overflow="ellipsis", max_width=max(8, console.width - _OTHERS[wide]))
    table.add_column("language" if wide else "to", no_wrap=True)
    for name in _COLUMNS if wide else _SHORT:
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for row in rows:
        figures = map(str, _figures(row.counts))
        table.add_row(Text(row.document), row.language, *figures, bar(row.counts, 24 if wide else 10))
    console.print(table)
    console.print(_LEGEND, style="dim")
    if unread := sum(row.counts[State.UNREAD] for row in rows):
        console.print(f"{unread} accepted unread: still the machine's text, no longer fuzzy, and nobody has signed it")


def bar(counts: Counts, width: int) -> Text:
    """Shares of the segments; what is there at all gets at least one character."""
    text = Text()
    reviewed = counts[State.REVIEWED]
    shares = (reviewed, counts.translated - reviewed, counts.drafted, counts.untranslated)
    for (character, style), part in zip(_STYLES, _widths(shares, width), strict=True):
        text.append(character * part, style)
    return text


def _figures(counts: Counts) -> tuple[int, ...]:
    reviewed = counts[State.REVIEWED]
    return counts.segments, counts.words, counts.drafted, counts.translated, reviewed, counts.untranslated


def _widths(shares: Sequence[int], width: int) -> list[int]:
    """The width shared out by size."""
    total = sum(shares)
    if not total:
        return [0] * len(shares)
    widths = [max(1, width * share // total) if share else 0 for share in shares]
    widths[widths.index(max(widths))] += width - sum(widths)
    return widths
