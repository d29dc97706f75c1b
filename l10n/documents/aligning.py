"""Columns that are set with spaces stay columns: what is put into their cells is filled up, or the others make room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from l10n.documents.layout.passages import TextLayout
from l10n.model import Span

_GAP = 2
"""Spaces that part two columns at least."""

Row = Sequence[Span]


@dataclass(frozen=True, slots=True)
class AlignedText:
    """What is written for the words of a cell."""

    text: str
    """With spaces around it."""
    cut: int = 0
    """Spaces after the cell that go."""


def aligned(text: str, read: TextLayout, bodies: Mapping[Span, str]) -> dict[Span, AlignedText]:
    """What is written for the words at each span: they themselves, but for cells of tables without tabs and bars."""
    cells = {span: AlignedText(words) for span, words in bodies.items()}
    for rows in _tables(text, read):
        room = [max(_lack(text, row, column, bodies) for row in rows) for column in range(len(rows[0]) - 1)]
        for row in rows:
            cells |= _row(text, row, room, bodies)
    return cells


def _tables(text: str, read: TextLayout) -> Iterator[list[Row]]:
    """Neighbouring rows of as many cells, with nothing but spaces between these."""
    numbered = [(index, row) for index, row in read.rows.items() if _is_spaced(text, row)]
    numbered.sort(key=lambda entry: entry[0])
    for _, group in groupby(enumerate(numbered), lambda entry: (entry[1][0] - entry[0], len(entry[1][1]))):
        yield [row for _, (_, row) in group]


def _is_spaced(text: str, row: Row) -> bool:
    return all(not text[end:start].strip(" ") for (_, end), (start, _) in pairwise(row))


def _lack(text: str, row: Row, column: int, bodies: Mapping[Span, str]) -> int:
    """How many spaces are missing after the new words of a cell."""
    gap = row[column + 1][0] - row[column][1]
    return max(0, _growth(text, row[column], bodies) - max(gap - _GAP, 0))


def _growth(text: str, cell: Span, bodies: Mapping[Span, str]) -> int:
    """How much longer the new words are."""
    start, end = cell
    return len(bodies.get(cell, text[start:end])) - (end - start)


def _row(text: str, row: Row, room: Sequence[int], bodies: Mapping[Span, str]) -> dict[Span, AlignedText]:
    """The cells of a row that have words; space that others need goes before the next one."""
    cells = {}
    before = 0
    for cell, wider in zip(row, (*room, 0), strict=True):
        after = wider - _growth(text, cell, bodies) if cell != row[-1] else 0
        if cell in bodies:
            words = f"{' ' * before}{bodies[cell]}{' ' * after}"
            cells[cell] = AlignedText(words, max(-after, 0))
            before = 0
        else:
            before += after
    return cells
