"""Whether work grows with the size of what is worked on, and not with its square.

Counted in bytecodes of Python, it is the same on every machine, whatever else that does; what a single call into C
takes is seen by the clock alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

_TIMES = 8
"""Sizes that are compared."""
_MOST = 1.5
"""Times as much work as in proportion: what every run does once makes it less, a sorted list a little more."""
_MOST_SECONDS = 3
"""The same by the clock, on a machine that does other things, too; by the square it is 8."""


def grows_with_its_size(step: Callable[[int], object], size: int) -> bool:
    """Eight times the size takes eight times the bytecodes, or hardly more."""
    few, many = (_bytecodes(step, each) for each in (size, _TIMES * size))
    return many <= _MOST * _TIMES * few


def takes_time_with_its_size(step: Callable[[int], object], size: int) -> bool:
    """The same in seconds of the processor, for work that is done by single calls into C."""
    few, many = (min(_seconds(step, each) for _ in range(3)) for each in (size, _TIMES * size))
    return many <= _MOST_SECONDS * _TIMES * few + 0.05


def _seconds(step: Callable[[int], object], size: int) -> float:
    begin = time.process_time()
    step(size)
    return time.process_time() - begin


def _bytecodes(step: Callable[[int], object], size: int) -> int:
    counted = _Counter()
    with counted:
        step(size)
    return counted.count


class _Counter:
    """Counts the bytecodes that are executed while it is entered."""

    def __init__(self) -> None:
        self.count = 0
        self._before: Any = None

    def __enter__(self) -> None:
        self._before = sys.gettrace()
        sys.settrace(self._trace)

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        sys.settrace(self._before)

    def _trace(self, frame: FrameType, event: str, _: object) -> Any:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        self.count += event == "opcode"
        return self._trace
