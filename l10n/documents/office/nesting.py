"""Edits within what other edits copy: a text box in a picture that stands in a sentence with another text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from l10n.documents.splice import Change
from l10n.model import Span

Part = str | Span
"""Markup, or a span of the file that is copied."""


class Edit(NamedTuple):
    """Markup for a span of the file."""

    start: int
    end: int
    parts: tuple[Part, ...]


def changes_of(data: bytes, edits: Iterable[Edit]) -> list[Change]:
    """The edits as changes in the order of the file; what is copied has the edits that are in it."""
    ordered = sorted(edits, key=attrgetter("start"))
    outer = _outermost(ordered, -1, len(data))
    return [Change(edit.start, edit.end, "".join(_markup(data, edit.parts, ordered))) for edit in outer]


def _markup(data: bytes, parts: Iterable[Part], edits: Sequence[Edit]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
            continue
        position, end = part
        for edit in _outermost(edits, position, end):
            yield data[position : edit.start].decode()
            yield from _markup(data, edit.parts, edits)
            position = edit.end
        yield data[position:end].decode()


def _outermost(edits: Sequence[Edit], start: int, end: int) -> Iterator[Edit]:
    """Those within a span of the file that are in no other of them; one that begins with it may be what copies it."""
    first = bisect_right(edits, start, key=attrgetter("start"))
    for edit in edits[first : bisect_left(edits, end, first, key=attrgetter("start"))]:
        if edit.start >= start:
            yield edit
            start = edit.end
