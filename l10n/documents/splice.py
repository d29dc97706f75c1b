"""A file with other texts in some of its spans; every other byte is copied."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple


class Change(NamedTuple):
    """A text for a span of the file."""

    start: int
    """Byte offset in the file."""
    end: int
    """Byte offset after the last byte that goes."""
    text: str


Encode = Callable[[str, memoryview, memoryview], bytes]


def splice(data: bytes, changes: Iterable[Change], encode: Encode) -> bytes:
    """The file with the changes, as its format encodes them.

    Raises ValueError for changes that are not in the order of the file, overlap or are not within it.
    """
    (whole,) = cut(data, changes, encode, ())
    return whole


def cut(data: bytes, changes: Iterable[Change], encode: Encode, positions: Sequence[int]) -> list[bytes]:
    """The same in parts, one more than there are positions: each begins at that byte of the file, or behind the change
    that the byte gives way to. The positions are in the order of the file.
    """
    parts: list[list[bytes | memoryview]] = [[]]
    for chunk in _chunks(memoryview(data), changes, encode, positions):
        if chunk is None:
            parts.append([])
        else:
            parts[-1].append(chunk)
    return [b"".join(part) for part in parts]


def _chunks(
    file: memoryview, changes: Iterable[Change], encode: Encode, positions: Sequence[int]
) -> Iterator[bytes | memoryview | None]:
    """What the new file consists of, with None where it is cut."""
    cuts = deque(positions)
    end = Change(len(file), len(file), "")
    position = 0
    for change in chain(changes, (end,)):
        if not position <= change.start <= change.end <= len(file):
            raise ValueError(f"no change after byte {position} of {len(file)}: {change}")
        while cuts and cuts[0] <= change.start:
            before, position = position, max(position, cuts.popleft())
            yield from (file[before:position], None)
        yield file[position : change.start]
        if change is not end:
            yield encode(change.text, file[: change.start], file[change.end :])
        position = change.end
