"""Which lines begin with a mark indeed: a dash may go on with a sentence, and „31. Dezember“ is no list.

Nothing here asks what the words mean, so a translation is read as its source is, as long as it has the same marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from l10n.documents.layout.lines import Mark, TextLine

_PAUSES = (".", "!", "?", "…", ":", ";", ",", "|", "│", "║")


def runs(lines: Sequence[TextLine]) -> list[list[int]]:
    """The numbers of neighbouring lines that have words and are quoted alike."""
    groups = groupby(range(len(lines)), lambda index: (lines[index].is_rule, lines[index].depth))
    return [list(group) for (is_rule, _), group in groups if not is_rule]


def marked(lines: Sequence[TextLine]) -> set[int]:
    """The numbers of the lines that begin with a mark."""
    numbered = set(_numbered(lines))
    return numbered.union(*(_bulleted([(index, lines[index]) for index in run]) for run in runs(lines)))


def _bulleted(run: Sequence[tuple[int, TextLine]]) -> Iterator[int]:
    """Lines with bullets, all of one kind or none: at least half of them begin where nothing else can go on."""
    width = max(line.length for _, line in run)
    votes: dict[tuple[str, int], list[tuple[int, bool]]] = defaultdict(list)
    begun: set[tuple[str, int]] = set()  # lists that the next line may go on with
    margin = 0
    before: TextLine | None = None
    for index, line in run:
        if line.mark in (Mark.BULLET, Mark.DECORATION):
            style = _style(line)
            begins = style in begun or before is None or _is_end(before, line, width) or _is_below(before, line)
            votes[style].append((index, begins))
            margin = line.indent
            begun.update([style] if begins else [])
        elif line.indent <= margin:
            begun.clear()
        before = line
    for ballot in votes.values():
        if 2 * sum(vote for _, vote in ballot) >= len(ballot):
            yield from (index for index, _ in ballot)


def _style(line: TextLine) -> tuple[str, int]:
    """What lines of one list have in common: the bullet, or the bracket after the number, and the margin."""
    mark = line.content[: line.words - line.body].split()[0]
    return (")" if mark.endswith(")") else mark[0]), line.indent


def _is_end(line: TextLine, following: TextLine, width: int) -> bool:
    """Whether something ends with the line: it has an end mark, or room for the next mark."""
    mark = following.content.split(maxsplit=1)[0]
    return line.is_led or line.ending in _PAUSES or line.length + 1 + len(mark) <= width


def _is_below(line: TextLine, following: TextLine) -> bool:
    """Whether a list within a list begins below its line; a dash may belong to the sentence."""
    if line.mark is Mark.NONE or following.content[0] in "–—":
        return False
    return following.indent > line.indent or (following.indent == line.indent and _style(line) != _style(following))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that begins with a number."""

    index: int
    indent: int
    number: int
    is_free: bool
    """Nothing that could go on stands above it."""


def _numbered(lines: Sequence[TextLine]) -> Iterator[int]:
    """Lines with numbers that follow on another, with nothing between them but what belongs to the first."""
    above: list[_Numbered] = []  # each deeper than those before
    for run in runs(lines):
        width = max(lines[index].length for index in run)
        before: TextLine | None = None
        for index in run:
            line = lines[index]
            if line.mark is Mark.ORDINAL:
                is_free = before is None or _is_end(before, line, width) or line.indent < before.indent
                yield from _continued(above, _Numbered(index, line.indent, _number(line), is_free))
            elif before is None:
                _leave(above, line.indent)
            before = line


def _number(line: TextLine) -> int:
    return int(line.content.partition(".")[0])


def _leave(above: list[_Numbered], indent: int) -> None:
    """Forget the lists that stand as deep or deeper."""
    while above and above[-1].indent >= indent:
        above.pop()


def _continued(above: list[_Numbered], line: _Numbered) -> Iterator[int]:
    """Both lines, if the line goes on with the list that it stands in, whose last line it becomes."""
    _leave(above, line.indent + 1)
    last = above[-1] if above else None
    if last and last.indent == line.indent:
        above.pop()
        if line.number == last.number + 1 and (last.is_free or line.is_free):
            yield from (last.index, line.index)
    above.append(line)
