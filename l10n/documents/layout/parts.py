"""Runs of lines -> parts: an item of a list, a wrapped paragraph, lines that each stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from l10n.documents.layout.headings import is_heading
from l10n.documents.layout.judgement import (
    breaks,
    ends_with,
    fits_into,
    has_room,
    is_address,
    is_ended,
    is_filled,
    is_verse,
    is_wrapped,
)
from l10n.documents.layout.lines import Mark, TextLine, is_lower


class Part(NamedTuple):
    """Neighbouring lines that are read together."""

    lines: tuple[TextLine, ...]
    is_row: bool = False
    """Of a table."""
    is_joined: bool = False
    """They are surely one paragraph."""

    @property
    def is_item(self) -> bool:
        """Of a list."""
        return self.lines[0].mark in (Mark.BULLET, Mark.ORDINAL)


def parts(run: Sequence[tuple[TextLine, bool]]) -> Iterator[Part]:
    """The parts of lines without a blank one between them; each comes with whether it is a row of a table."""
    width = max(line.length for line, _ in run)
    for group, is_row in _groups(run, width):
        if is_row or group[0].mark is Mark.DECORATION:
            yield Part(tuple(group), is_row)
        elif group[0].mark is Mark.NONE:
            yield from _paragraphs(group, width)
        else:
            yield Part(tuple(group), is_joined=is_wrapped(group, width) or not is_address(group))


def settled(read: Sequence[Part]) -> Iterator[Part]:
    """The parts, and those joined that would be wrapped so in a text as wide as the wrapped ones around them."""
    before, after = _widths(read), list(reversed(_widths(list(reversed(read)))))
    for part, widths in zip(read, zip(before, after, strict=True), strict=True):
        unsure = not part.is_joined and not part.is_row and len(part.lines) > 1
        yield part._replace(is_joined=fits_into(part.lines, max(widths))) if unsure and any(widths) else part


def _widths(read: Sequence[Part]) -> list[int]:
    """For each part the columns of the last wrapped one up to it; 0 if there is none."""
    widths, width = [], 0
    for part in read:
        if part.is_joined and len(part.lines) > 1:
            width = breaks(part.lines).width
        widths.append(width)
    return widths


def _groups(run: Sequence[tuple[TextLine, bool]], width: int) -> Iterator[tuple[list[TextLine], bool]]:
    """Rows one by one, marked lines with those that go on with them, and the lines between."""
    group: list[TextLine] = []
    for line, is_row in run:
        if group and (is_row or line.mark is not Mark.NONE or not _goes_on(group, line, width)):
            yield group, False
            group = []
        if is_row:
            yield [line], True
        else:
            group.append(line)
    if group:
        yield group, False


def _goes_on(group: Sequence[TextLine], line: TextLine, width: int) -> bool:
    """Whether a line without a mark belongs to what stands above it."""
    first, before = group[0], group[-1]
    if first.mark in (Mark.NONE, Mark.DECORATION):
        return first.mark is Mark.NONE
    if line.indent > first.indent and not before.is_led:
        return True
    return not line.is_led and not is_ended(before) and (is_lower(line.text) or not has_room(before, line, width))


def _paragraphs(lines: Sequence[TextLine], width: int) -> Iterator[Part]:
    """Lines without marks, parted where a paragraph must end."""
    groups = list(_parted(lines, width))
    clear = any(map(_is_clear, groups))
    if len(lines) > 1 and not clear and is_wrapped(lines, width):
        yield Part(tuple(lines), is_joined=True)
    elif len(lines) > 2 and not clear and is_verse(lines):  # of two it is not sure
        yield Part(tuple(lines))
    else:
        for group in groups:
            yield from _judged(group, width)


def _is_clear(lines: Sequence[TextLine]) -> bool:
    """Whether the lines are what they are without those around."""
    return (len(lines) > 2 and is_filled(breaks(lines))) or (len(lines) > 1 and is_address(lines))


def _judged(lines: Sequence[TextLine], width: int) -> Iterator[Part]:
    """The lines, without a heading over a wrapped paragraph."""
    first, *others = lines
    if len(others) > 1 and is_heading(first.text) and _is_over(first, others):
        yield Part((first,))
        lines = others
    yield Part(tuple(lines), is_joined=is_wrapped(lines, width))


def _is_over(first: TextLine, others: Sequence[TextLine]) -> bool:
    """Whether the first line ends long before it is full, and a wrapped paragraph begins below it."""
    shape, following = breaks(others), others[0]
    short = 4 * first.length < 3 * shape.width and has_room(first, following, shape.width)
    return short and is_filled(shape) and not is_lower(following.text)


def _parted(lines: Sequence[TextLine], width: int) -> Iterator[list[TextLine]]:
    """The lines, parted where one ends as a paragraph does and the next begins as one."""
    group = [lines[0]]
    for before, after in pairwise(lines):
        if _is_border(before, after, width):
            yield group
            group = []
        group.append(after)
    yield group


def _is_border(before: TextLine, after: TextLine, width: int) -> bool:
    if is_lower(after.text) or not (is_ended(before) or ends_with(before, (":",))):
        return False
    return after.indent > before.indent or has_room(before, after, width)
