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
    longest = max(cell_len(name) for name, *_ in lines)
    fitting = (layout for layout in _LAYOUTS if width - _others(layout, lines) >= min(longest, _NAME))
    layout = next(fitting, _LAYOUTS[-1])
    room = max(width - _others(layout, lines), 4)
    table = Table(box=None, pad_edge=False, padding=(0, layout.gap, 0, 0), header_style="bold")
    table.add_column("document", no_wrap=True, overflow="ellipsis", max_width=room)
    table.add_column(layout.language, no_wrap=True)
    for name in layout.columns:
        table.add_column(name, justify="right", no_wrap=True)
    if layout.bar:
        table.add_column("", no_wrap=True)
    for name, language, counts, figures in lines:
        cells = map(str, figures[len(_COLUMNS) - len(layout.columns) :])
        bars = [bar(counts, layout.bar)] if layout.bar else []
        table.add_row(Text(name), Text(language), *cells, *bars)
    return table


def _others(layout: _Layout, lines: Sequence[_Line]) -> int:
    """Characters a line for everything but the document's name."""
    columns = [[layout.language, *(language for _, language, *_ in lines)]]
    for index, name in enumerate(layout.columns, len(_COLUMNS) - len(layout.columns)):
        columns.append([name, *(str(figures[index]) for *_, figures in lines)])
    return layout.gap + sum(layout.gap + max(map(cell_len, column)) for column in columns) + layout.bar
