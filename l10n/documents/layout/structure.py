"""What of a plain text is no word: blank lines, rules, quote marks, bullets, numbers, and the borders of cells."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.documents.layout.lines import Mark, TextLine
from l10n.documents.layout.passages import TextLayout, layout, words

Token = str | tuple[str, ...] | None


def structure(text: str) -> tuple[Token, ...]:
    """Blank lines as they stand, the marks of a line, and None for lines that have none; what goes on adds nothing."""
    return tuple(_tokens(text, layout(text)))


def _tokens(text: str, read: TextLayout) -> Iterator[Token]:
    blank = ""
    before: TextLine | None = None
    ends = [*(line.start for line in read.lines[1:]), len(text)]
    for index, (line, end) in enumerate(zip(read.lines, ends, strict=True)):
        if not line.content and not line.depth:
            blank += text[line.start : end]
            before = None
            continue
        if blank:
            yield blank
            blank = ""
        marks = _marks(text, line, read.rows.get(index))
        goes_on = before is not None and before.depth == line.depth and not any(marks[1:])
        if not goes_on:
            yield marks if any(marks) else None
        before = None if line.is_rule or index in read.rows else line
    if blank:
        yield blank


def _marks(text: str, line: TextLine, cells: list[tuple[int, int]] | None) -> tuple[str, ...]:
    """Quote marks, what stands before the words and after them; of a row what stands between its cells."""
    quote = ">" * line.depth
    if line.is_rule:
        return (quote, line.content)
    if cells:
        borders = [line.body, *(edge for cell in cells for edge in cell), line.end]
        return (
            quote,
            "row",
            *(text[start:end].strip(" ") for start, end in zip(borders[::2], borders[1::2], strict=True)),
        )
    start, end = words(line)
    mark = text[line.body : start].rstrip() if line.mark is not Mark.NONE else ""
    return (quote, mark, text[end : line.end].strip())
