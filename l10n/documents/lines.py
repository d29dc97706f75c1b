"""Where the lines of a file are, in bytes, and how people are told of one."""

from __future__ import annotations

_FIRST_LOOK = 256


def located(name: object, line: int) -> str:
    """The file with the line, as `#:` lines and messages have it; the file alone if it has no lines."""
    return f"{name}:{line}" if line else f"{name}"


def line_start(data: bytes, position: int) -> int:
    """Where the line begins in which a byte stands; the time depends on the length of the line, not of the file."""
    size = _FIRST_LOOK
    while True:
        start = max(position - size, 0)
        end = max(data.rfind(b"\n", start, position), data.rfind(b"\r", start, position))
        if end >= 0 or not start:
            return end + 1
        size *= 2
