"""How widely a decoder searches for a translation."""

from __future__ import annotations

from typing import Final, Literal

AUTO: Final = "auto"
"""Narrow first: the likeliest word each time, and the usual beam where that leaves a doubt."""
USUAL = 4
"""What Argos Translate searches with."""
WIDEST = 100
"""Far beyond what helps; each of its hypotheses takes memory."""
Beam = int | Literal["auto"]
"""So many hypotheses at a time, or AUTO."""


def width(beam: Beam) -> int:
    """The most hypotheses that it has at a time."""
    return USUAL if beam == AUTO else beam


def parsed(text: str) -> Beam:
    """The beam that an option names. Raises ValueError, which says what one may be."""
    if text == AUTO:
        return AUTO
    if text in map(str, range(1, WIDEST + 1)):
        return int(text)
    raise ValueError(f"must be a whole number from 1 to {WIDEST}, or {AUTO}")
