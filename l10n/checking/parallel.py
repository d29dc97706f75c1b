"""The processes among which the work of `l10n check` is shared out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

_LARGE = 500_000
"""Bytes of all files together from which further processes are worth their start."""

T = TypeVar("T")
R = TypeVar("R")


class Mapper(Protocol):
    """`map`, perhaps over several processes."""

    def __call__(self, function: Callable[[T], R], values: Iterable[T], /) -> Iterator[R]:
        """The results in the order of the values."""
        ...


@contextmanager
def mapper(paths: Sequence[Path], jobs: int | None) -> Iterator[Mapper]:
    """Give a `map` for work on these files: over `jobs` processes, or over one a core if that is worth it."""
    count = jobs or _cores()
    if count == 1 or (jobs is None and sum(map(size, paths)) < _LARGE):
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor  # a tenth of the imports, which small work does not need

    with ProcessPoolExecutor(count) as pool:
        yield pool.map


def size(path: Path) -> int:
    """The file's size in bytes; 0 if there is none."""
    return path.stat().st_size if path.exists() else 0


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
