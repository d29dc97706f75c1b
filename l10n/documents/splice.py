"""A file with other texts in some of its spans; every other byte is copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A text for a span of the file."""

    start: int
    """Byte offset in the file."""
    end: int
    """Byte offset after the last byte that goes."""
    text: str


def splice(data: bytes, changes: Iterable[Change], encode: Callable[[str, memoryview, memoryview], bytes]) -> bytes:
    """The file with the changes, as its format encodes them.

    Raises ValueError for changes that are not in the order of the file, overlap or are not within it.
    """
    file = memoryview(data)
    parts: list[bytes | memoryview] = []
    position = 0
    for change in changes:
        if not position <= change.start <= change.end <= len(data):
            raise ValueError(f"no change after byte {position} of {len(data)}: {change}")
        parts += (file[position : change.start], encode(change.text, file[: change.start], file[change.end :]))
        position = change.end
    return b"".join((*parts, file[position:]))
