"""Language pairs that stay open over the slices of a run, as far as there is memory for them."""

from __future__ import annotations

import contextlib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from l10n.engines import Decoder, LanguagePair, opened

_ROOM = 1 << 30
"""Bytes that have to be free before another pair is opened beside those that are: ten times what most need."""
_CGROUP = Path("/sys/fs/cgroup")

_Key = tuple[str, int]
"""Identity of a pair, and the beam."""


class OpenPairs:
    """Opens each pair once; a context manager that closes them all."""

    def __init__(self) -> None:
        self._open: dict[_Key, tuple[AbstractContextManager[Decoder], Decoder]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while self._open:
            self._close_oldest()

    def decoder(self, pair: LanguagePair, beam: int) -> Decoder:
        """The pair, open at least until the next one is asked for. Raises PackageError."""
        key = pair.identity, beam
        if key not in self._open:
            while self._open and not _is_room():
                self._close_oldest()
            context = opened(pair, beam)
            self._open[key] = context, context.__enter__()
        self._open[key] = self._open.pop(key)  # the last one used comes last
        return self._open[key][1]

    def _close_oldest(self) -> None:
        context, _ = self._open.pop(next(iter(self._open)))
        context.__exit__(None, None, None)


def _is_room() -> bool:
    """Whether so much memory is free for this process; no, where the system does not say."""
    free = [_available(), _allowed()]
    return free[0] is not None and min(size for size in free if size is not None) >= _ROOM


def _available() -> int | None:
    """Bytes that Linux could give; None on other systems."""
    with contextlib.suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("MemAvailable:"))
    return None


def _allowed() -> int | None:
    """Bytes that are left of a container's limit; None if there is none."""
    with contextlib.suppress(OSError, ValueError):
        limit, used = ((_CGROUP / f"memory.{name}").read_text("ascii") for name in ("max", "current"))
        return int(limit) - int(used)
    return None
