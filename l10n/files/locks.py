"""Locks of the system: each ends with its process, however that ends, so none is ever stale."""

from __future__ import annotations

import contextlib
import os
import sys
from enum import Enum, auto
from pathlib import Path


class Lock(Enum):
    """Who has a lock that was asked for."""

    OURS = auto()
    TAKEN = auto()
    """Another run has it."""
    NONE = auto()
    """The file system has no locks."""


if sys.platform == "win32":
    import msvcrt

    def open_for_lock(folder: Path) -> int:
        """Open what stands for the folder."""
        return os.open(folder / ".l10n.lock", os.O_RDWR | os.O_CREAT)

    def lock(descriptor: int) -> Lock:
        """Ask for the lock without waiting."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return Lock.TAKEN
        return Lock.OURS

    def wait_for_lock(descriptor: int) -> None:
        """Do nothing there: what is open cannot be removed."""

else:
    import fcntl

    def open_for_lock(folder: Path) -> int:
        """Open what stands for the folder."""
        return os.open(folder, os.O_RDONLY)

    def lock(descriptor: int) -> Lock:
        """Ask for the lock without waiting."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return Lock.TAKEN
        except OSError:
            return Lock.NONE
        return Lock.OURS

    def wait_for_lock(descriptor: int) -> None:
        """Take the lock, where there are locks."""
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
