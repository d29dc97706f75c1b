"""Progress where there is no terminal to draw bars on."""

from __future__ import annotations

from collections.abc import Callable


class ProgressBars:
    """A line when something begins, none while it goes on."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._known: set[str] = set()

    def show(self, name: str, done: int, total: int | None, unit: str) -> None:  # noqa: ARG002  # for bars on a terminal
        """`name` is at `done` of `total` units; None if nobody knows."""
        if name not in self._known:
            self._known.add(name)
            self._say(f"{name}: {total if total is not None else 'some'} {unit}")
