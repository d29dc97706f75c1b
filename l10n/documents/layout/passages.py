"""Lines -> passages: what becomes a block of the document, and which words of which lines belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from l10n.documents.layout.headings import is_heading
from l10n.documents.layout.judgement import ends_with, is_address, kind_of
from l10n.documents.layout.lines import Mark, TextLine, lines
from l10n.documents.layout.marks import marked, runs
from l10n.documents.layout.parts import Part, parts, settled
from l10n.documents.layout.tables import has_words, tables
from l10n.model import BlockKind, PieceKind, Span

_LONGEST_TITLE = 3


class Passage(NamedTuple):
    """The text of one block."""

    spans: tuple[Span, ...]
    """The words of each of its lines, in characters of the text."""
    kind: BlockKind | None
    """None for a paragraph or a heading, which its looks tell."""
    lines: tuple[TextLine, ...]
    """Those that it stands in."""

    @property
    def pieces(self) -> Iterator[tuple[int, int, PieceKind]]:
        """Spans of its words, and in a quotation of what parts its lines."""
        if not self.lines[0].depth:
            yield self.spans[0][0], self.spans[-1][1], PieceKind.TEXT
            return
        yield *self.spans[0], PieceKind.TEXT
        for (_, end), span in pairwise(self.spans):
            yield end, span[0], PieceKind.ALONE
            yield *span, PieceKind.TEXT


@dataclass(frozen=True, slots=True)
class TextLayout:
    """What the lines of a text are."""

    lines: tuple[TextLine, ...]
    """With the marks that they have indeed."""
    rows: dict[int, list[Span]]
    """The cells of those that are rows of a table, by the number of the line, from 0."""


def layout(text: str) -> TextLayout:
    """Read the lines of a text, their marks and tables."""
    looks = lines(text)
    begun = marked(looks)
    read = [line if index in begun else line.bare for index, line in enumerate(looks)]
    free = [not line.is_rule and line.mark is Mark.NONE for line in read]
    return TextLayout(tuple(read), tables(read, free))


def passages(text: str, read: TextLayout) -> Iterator[Passage]:
    """All that has words, in order."""
    rows = {read.lines[index].start: cells for index, cells in read.rows.items()}
    read_parts = tuple(
        settled(
            [
                part
                for run in runs(read.lines)
                for part in parts([(read.lines[index], index in read.rows) for index in run])
            ]
        )
    )
    edge = len(read_parts) - _closing(read_parts)
    introduced = False
    for index, part in enumerate(read_parts):
        if part.is_row:
            yield from _cells(text, part.lines[0], rows[part.lines[0].start])
        elif part.is_joined and (len(part.lines) > 1 or part.is_item):
            yield _joined(part)
        else:
            yield from _each(part, introduced, edge=index >= edge, title=index == 0)
        introduced = ends_with(part.lines[-1], (":",))


def _closing(read: Sequence[Part]) -> int:
    """How many parts at the end are neither sentences nor headings of any: greetings, names, addresses."""
    closing = list(takewhile(_is_bare, reversed(read)))
    several = sum(len(part.lines) for part in closing) > 1
    return len(closing) if several and len(closing) < len(read) else 0


def _is_bare(part: Part) -> bool:
    words = not part.is_row and not part.is_joined and part.lines[0].mark is Mark.NONE
    return words and (is_address(part.lines) or all(is_heading(line.text) for line in part.lines))


def words(line: TextLine) -> Span:
    """Where the words of a line are, without the mark before them, and one after them."""
    decorated = line.mark is Mark.DECORATION
    width = len(line.text.rstrip(line.content[0]).rstrip()) if decorated else 0
    return line.words, (line.words + width if width else line.stop)


def _joined(part: Part) -> Passage:
    first = part.lines[0]
    spans = tuple(words(line) if line is part.lines[-1] else (line.words, line.end) for line in part.lines)
    kind = BlockKind.LIST_ITEM if part.is_item else _quoted(None, first)
    return Passage(spans, kind, part.lines)


def _each(part: Part, introduced: bool, edge: bool, title: bool) -> Iterator[Passage]:
    """Each line for itself; a title may have a second line, and a third."""
    kind = kind_of(part.lines, introduced, edge)
    if title and kind is BlockKind.LINE and len(part.lines) <= _LONGEST_TITLE:
        kind = None
    for line in part.lines:
        yield Passage((words(line),), _own(line) or _quoted(kind, line), (line,))


def _own(line: TextLine) -> BlockKind | None:
    """What the line is, whatever stands around it."""
    if line.mark in (Mark.BULLET, Mark.ORDINAL):
        return BlockKind.LIST_ITEM
    return BlockKind.LINE if line.is_led else None


def _quoted(kind: BlockKind | None, line: TextLine) -> BlockKind | None:
    return BlockKind.QUOTATION if line.depth and kind in (None, BlockKind.LINE) else kind


def _cells(text: str, line: TextLine, cells: Sequence[Span]) -> Iterator[Passage]:
    for start, end in cells:
        if has_words(text[start:end]):
            yield Passage(((start, end),), BlockKind.CELL, (line,))
