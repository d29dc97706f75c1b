"""When a text is shown, as its entry says: `00:00:01,000 --> 00:00:04,000 (3.0 s, 2 lines)`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_NOTE = re.compile(r"\S++ --> \S++ \((?P<seconds>\d{1,9}\.\d) s, (?P<lines>\d{1,9}) lines?\)")


class Room(NamedTuple):
    """What a text of a film has of time and of the screen."""

    seconds: float
    lines: int


def note(begin: str, end: str, room: Room) -> str:
    """The comment of an entry; the times are as the file writes them."""
    return f"{begin} --> {end} ({room.seconds:.1f} s, {room.lines} line{'s' if room.lines > 1 else ''})"


def room(comments: Iterable[str]) -> Room | None:
    """What the comments of an entry say; None if it is of no film."""
    for comment in comments:
        if match := _NOTE.fullmatch(comment) if "-->" in comment else None:
            return Room(float(match["seconds"]), int(match["lines"]))
    return None
