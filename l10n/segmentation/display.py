"""When a sentence is shown, and for how long: its share of the parts of a block that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from l10n.model import Block, Segment
from l10n.text.display import Room, note
from l10n.text.lines import LINE_BREAK


def displayed(block: Block, segments: Iterable[Segment]) -> Iterable[Segment]:
    """The segments with a note that says so; as they are in a block that is no part of a film."""
    if not block.displays:
        return segments
    text = block.text
    return (segment._replace(notes=(_note(block, text, segment),)) for segment in segments)


def _note(block: Block, text: str, segment: Segment) -> str:
    displays = block.displays
    offsets = [*(display.offset for display in displays[1:]), len(text)]
    first, last = bisect_right(offsets, segment.start), bisect_right(offsets, segment.end - 1)
    seconds = 0.0
    for display, end in zip(displays[first : last + 1], offsets[first : last + 1], strict=True):
        own = min(end, segment.end) - max(display.offset, segment.start)
        seconds += display.seconds * own / (end - display.offset)
    lines = len(LINE_BREAK.findall(text, segment.start, segment.end)) + 1
    return note(displays[first].begin, displays[last].end, Room(seconds, lines))
