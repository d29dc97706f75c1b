"""A session: what an engine has started is there until it ends, so that a program is started once a run."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Session:
    depth: int = 0
    open: dict[Hashable, Any] = field(default_factory=dict)
    stack: ExitStack = field(default_factory=ExitStack)


_SESSION = _Session()


@contextmanager
def session() -> Iterator[None]:
    """Keep what `kept` opens until the outermost session of the process ends."""
    _SESSION.depth += 1
    try:
        yield
    finally:
        _SESSION.depth -= 1
        if not _SESSION.depth:
            _SESSION.open.clear()
            _SESSION.stack.close()


def kept(key: Hashable, opening: Callable[[], AbstractContextManager[T]]) -> T:
    """What was opened for this key in the session, which there has to be; what it raises is raised."""
    if key not in _SESSION.open:
        _SESSION.open[key] = _SESSION.stack.enter_context(opening())
    value: T = _SESSION.open[key]
    return value
