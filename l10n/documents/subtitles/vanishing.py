"""Lines that a translation does not need: a blank line in the text of a cue would be its end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from l10n.documents.splice import Change
from l10n.documents.subtitles.cues import Cue


def without_empty_lines(text: str, edits: Sequence[Change], cues: Sequence[Cue]) -> Iterator[Change]:
    """The edits, which are in characters of the text; a line on which nothing is left goes with its line break.

    A cue keeps its first line, if nothing is left of it.
    """
    starts = [cue.start for cue in cues]
    of_cue: list[Change] = []
    number = -1
    for edit in edits:
        own = bisect_right(starts, edit.start) - 1
        if own != number and of_cue:
            yield from _of_cue(text, of_cue, cues[number])
            of_cue = []
        number = own
        of_cue.append(edit)
    if of_cue:
        yield from _of_cue(text, of_cue, cues[number])


def _of_cue(text: str, edits: Sequence[Change], cue: Cue) -> Iterator[Change]:
    own = {line.start: line for line in cue.lines}
    starts = list(own)
    by_line = {bisect_right(starts, edit.start) - 1: edit for edit in edits}
    gone = {
        number
        for number, edit in by_line.items()
        if not edit.text and not (text[starts[number] : edit.start] + text[edit.end : cue.lines[number].end]).strip()
    }
    last = max((number for number in range(len(cue.lines)) if number not in gone), default=-1)
    for number, edit in by_line.items():
        if number not in gone:
            yield edit
        elif number < last:
            yield Change(cue.lines[number].start, cue.lines[number + 1].start, "")
        elif number:
            yield Change(cue.lines[number - 1].end, cue.lines[number].end, "")
        else:
            yield edit
