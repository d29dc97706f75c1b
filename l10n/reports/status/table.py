"""The status on a terminal, or as plain text in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from l10n.model import Counts, State, Status
from l10n.reports.characters import visible
from l10n.reports.status.details import risk_table, trend, uncalibrated
from l10n.reports.status.figures import PARTS, amounts, named, widths

_SIGNS = (("█", "bold green"), ("▓", "green"), ("▌", "magenta"), ("▒", "yellow"), ("·", "dim"))
"""They stand for the parts, in their order, and differ without colours, too."""
_LEGEND = "  ".join(f"{sign} {part.name}" for (sign, _), part in zip(_SIGNS, PARTS, strict=True))
_COLUMNS = ("segments", "words", "drafted", "translated", "reviewed", "untranslated")
_SHORT = ("all", "words", "draft", "transl", "review", "empty")
_BAR = 24
_NAME = 12
"""Characters that the name of a document should have at least."""
_PIPE = 1_000_000
"""Lines there are as long as they are."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What people want to see besides the table."""

    words: bool = False
    """Count words in place of segments."""
    risk: bool = False
    since: str = ""
    """The revision that all rows know the counts of."""


NOTHING = Shown()


@dataclass(frozen=True, slots=True)
class _Layout:
    """A form of the table that needs some width."""

    language: str
    """What stands above the languages."""
    columns: tuple[str, ...]
    """The last ones of `_COLUMNS`, as they are called here."""
    gap: int
    bar: int


_LAYOUTS = (
    _Layout("language", _COLUMNS, 2, _BAR),
    _Layout("to", _SHORT, 1, 10),
    _Layout("to", _SHORT[2:], 1, 10),
    _Layout("to", _SHORT[2:], 1, 0),
    _Layout("to", (), 1, 10),
)
_Line = tuple[str, str, Counts, tuple[int, ...]]
"""Name, language, what the bar shows, and the figures."""


def status_table(rows: Sequence[Status], out: TextIO, width: int | None = None, shown: Shown = NOTHING) -> None:
    """A line a catalogue; translated includes reviewed, but not in the bar. Below, what somebody should look at.

    `width` is that of the terminal if not given; a pipe gets lines as long as they are.
    """
    console = Console(file=out, width=width or (None if out.isatty() else _PIPE), highlight=False)
    console.print(_table(list(_lines(rows, shown)), console.width))
    console.print(_LEGEND + (", by words" if shown.words else ""), style="dim")
    if unread := sum(row.counts[State.UNREAD] for row in rows):
        console.print(f"{unread} accepted unread: still the machine's text, no longer fuzzy, and nobody has signed it")
    if stale := sum(row.counts[State.OUTDATED_UNREAD] for row in rows):
        console.print(f"{stale} outdated unread: no longer fuzzy, but still the translation of another source")
    if second := sum(row.counts[State.SECOND] for row in rows):
        console.print(f"{second} second: reviewed, and signed by another person, too")
    if shown.risk:
        console.print()
        console.print(risk_table(rows, console.width))
        if note := uncalibrated(rows):
            console.print(note)
    if shown.since:
        console.print()
        console.print(*trend(rows, shown.since, shown.words), sep="\n")


def bar(counts: Counts, width: int) -> Text:
    """Shares of the segments; what is there at all gets at least one character."""
    text = Text()
    for (character, style), part in zip(_SIGNS, widths(amounts(counts), width), strict=True):
        text.append(character * part, style)
    return text


def _lines(rows: Sequence[Status], shown: Shown) -> Iterator[_Line]:
    """The catalogues, then each language that has several."""
    for name, row in named(rows):
        counts = row.counts.in_words if shown.words else row.counts
        figures = row.counts.segments, row.counts.words, counts.drafted, counts.translated, counts.reviewed
        yield name, visible(row.language), counts, (*figures, counts.untranslated)


def _table(lines: Sequence[_Line], width: int) -> Table:
    """Rich sees two columns: it takes its time for each cell, and all but the names are of known widths."""
    longest = max(cell_len(name) for name, *_ in lines)
    tables = ((layout, _cells(layout, lines)) for layout in _LAYOUTS)
    fitting = ((layout, cells) for layout, cells in tables if width - _wide(layout, cells) >= min(longest, _NAME))
    layout, cells = next(fitting, (_LAYOUTS[-1], _cells(_LAYOUTS[-1], lines)))
    room = max(width - _wide(layout, cells), 4)
    head, *rests = map(" ".ljust(layout.gap).join, _aligned(cells))
    table = Table(box=None, pad_edge=False, padding=(0, layout.gap, 0, 0), header_style="bold")
    table.add_column("document", no_wrap=True, overflow="ellipsis", max_width=room)
    gap = " " * layout.gap if layout.bar else ""
    table.add_column(Text(head + gap + " " * layout.bar), no_wrap=True)
    for (name, _, counts, _), rest in zip(lines, rests, strict=True):
        table.add_row(Text(name), Text(rest + gap).append_text(bar(counts, layout.bar)))
    return table


def _cells(layout: _Layout, lines: Sequence[_Line]) -> list[list[str]]:
    """The header and each line, but for the document and the bar."""
    first = len(_COLUMNS) - len(layout.columns)
    rows = ([language, *map(str, figures[first:])] for _, language, _, figures in lines)
    return [[layout.language, *layout.columns], *rows]


def _aligned(cells: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """All of a column equally wide: languages begin below each other, figures end so."""
    widths = _widths(cells)
    for first, *figures in cells:
        padded = map(str.rjust, figures, widths[1:])
        yield [first + " " * (widths[0] - cell_len(first)), *padded]


def _widths(cells: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(*cells, strict=True)]


def _wide(layout: _Layout, cells: Sequence[Sequence[str]]) -> int:
    """Characters a line for everything but the document's name."""
    return layout.gap + sum(layout.gap + width for width in _widths(cells)) + layout.bar
