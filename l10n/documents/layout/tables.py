"""Tables: lines of which each has the same gaps, tabs or bars between its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from l10n.documents.layout.lines import TextLine
from l10n.model import Span

_TAB = re.compile(r"(?<!\s)[^\S\t]*\t\s*")
_BARS = "|│║"
_BAR = re.compile(rf"(?<!\s)\s+[{_BARS}](?:\s+|$)")
_EVERY_BAR = re.compile(rf"(?:(?<!\s)\s+)?[{_BARS}]\s*")
"""In a row that begins with one."""
_GAP = re.compile(r"(?<![.!?:\s])\s{2,}|(?<!\s)\s{3,}")
"""Typewriters put two spaces after a sentence."""
_SIGNS = {_BAR: re.compile(f"[{_BARS}]"), _TAB: re.compile(r"\t"), _GAP: re.compile(r"\s\s")}
"""What a line has at least wherever one of the patterns fits: most lines have none of it, which is soon found out."""
_WIDE = re.compile(r"\s{3}")
_WORDS = re.compile(r"[^\W\d_]|\d\D+\d")
"""A cell with nothing but a number has nothing to translate; one with a price has."""


def tables(lines: Sequence[TextLine], free: Sequence[bool]) -> dict[int, list[Span]]:
    """The spans of the cells of each line that is a row, by its number; `free` are the lines that may be."""
    rows: dict[int, list[Span]] = {}
    for pattern in (_BAR, _TAB, _GAP):
        has_sign = _SIGNS[pattern].search
        cells = {
            index: _cells(line, pattern)
            for index, line in enumerate(lines)
            if free[index] and has_sign(line.content) and index not in rows
        }
        if any(cells.values()):
            for group in _groups(lines, cells, aligned=pattern is _GAP):
                rows |= {index: cells[index] for index in group}
    return rows


def has_words(cell: str) -> bool:
    """Whether there is anything to translate in a cell."""
    return _WORDS.search(cell) is not None


def _cells(line: TextLine, pattern: re.Pattern[str]) -> list[Span]:
    """The parts of a line between what the pattern finds, if there are two or more."""
    if pattern is _BAR and line.content.startswith(tuple(_BARS)):
        pattern = _EVERY_BAR
    elif line.content.endswith((".", "!", "?", "…")) and pattern is _BAR:
        return []
    edges = [0, *(edge for match in pattern.finditer(line.content) for edge in match.span()), len(line.content)]
    spans = [(line.body + start, line.body + end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    cells = [span for span in spans if span[0] < span[1]]
    return cells if len(cells) > 1 else []


def _groups(lines: Sequence[TextLine], cells: Mapping[int, list[Span]], aligned: bool) -> Iterator[list[int]]:
    """Runs of rows, of which each has a column in common with those above if they are to be aligned."""
    group: list[int] = []
    common: set[int] = set()
    for index, line in enumerate(lines):
        row = cells.get(index, [])
        if (line.is_rule and line.content) or not (row or group):
            continue
        columns = _columns(line, row)
        goes_on = bool(group) and lines[group[-1]].depth == line.depth and bool(row)
        if aligned:
            goes_on = goes_on and len(row) == len(cells[group[-1]]) and bool(common & columns)
        if not goes_on:
            yield from _table(lines, group, aligned)
            group, common = [], columns
        common |= columns
        group += [index] if row else []
    yield from _table(lines, group, aligned)


def _columns(line: TextLine, row: Sequence[Span]) -> set[int]:
    """Where the cells after the first begin, and where they end."""
    return {2 * (start - line.start) for start, _ in row[1:]} | {2 * (end - line.start) + 1 for _, end in row[1:]}


def _table(lines: Sequence[TextLine], group: list[int], aligned: bool) -> Iterator[list[int]]:
    """The rows, if they are a table: two or more, and one alone between bars."""
    rows = [lines[index].content for index in group]
    if (len(rows) > 1 and (not aligned or any(map(_WIDE.search, rows)))) or (
        len(rows) == 1 and rows[0].startswith(tuple(_BARS)) and rows[0].endswith(tuple(_BARS))
    ):
        yield group
