"""Marks and tags of an entry as the page shows them: each once, with what the `#.` lines say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from l10n.documents import inline
from l10n.model import Entry, PieceKind
from l10n.review import PageMark

_MOST = 200
"""Marks of a text that a page can do something with."""
_IS = "> = "
"""Between a tag and what it is: `<a1> = link to https://…`."""


def page_marks(entry: Entry) -> tuple[PageMark, ...]:
    """The marks of the msgid, in its order; none if nobody knows what is one."""
    form = inline.markup_of(entry)
    parts = form.parse(entry.msgid) if form else ()
    numbers = [number for number, part in enumerate(parts) if part.kind in {PieceKind.OPEN, PieceKind.ALONE}][:_MOST]
    if not numbers:
        return ()
    units = [0, *accumulate(1 + (character > "\uffff") for character in entry.msgid)]
    notes = dict(_explanations(entry.extracted))
    marks = []
    for number in numbers:
        part, end = parts[number], parts[parts[number].partner] if parts[number].partner >= 0 else None
        text = entry.msgid[part.start : part.end]
        closed = (entry.msgid[end.start : end.end], (units[end.start], units[end.end])) if end else ("", (0, 0))
        marks.append(PageMark(text, (units[part.start], units[part.end]), *closed, notes.get(text, "")))
    return tuple(marks)


def is_explanation(line: str) -> bool:
    """A `#.` line says what a tag is."""
    return line.startswith("<") and _IS in line


def _explanations(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in filter(is_explanation, lines):
        tag, _, what = line.partition(_IS)
        yield f"{tag}>", what
