"""Writing files so that a run killed at any moment leaves each one either old or new, and one run at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from l10n.errors import BusyError, WriteError

SUFFIX = ".l10n-tmp"
"""Of temporary files; a killed run leaves its last one behind, and the next run in that folder removes it."""


@contextlib.contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside `path` that takes its place, on disk, when the block ends without an exception.

    Missing folders are made; the mode of an existing file is kept. Raises WriteError, and then `path` is as before.
    A pipe or device that stands there is written to, and never replaced.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = real(path)  # a link stays a link, the file behind it is replaced
        if is_special(target):
            with target.open("wb") as file:
                yield file
            return
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=SUFFIX)
    except OSError as error:
        raise _write_error(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise _write_error(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def is_special(path: Path) -> bool:
    """A pipe, a socket or a device: something that is there, and neither a file nor a folder."""
    return path.exists() and not path.is_file() and not path.is_dir()


def real(path: Path) -> Path:
    """Where what is written to this path goes, behind all links; WriteError if they lead nowhere."""
    try:
        return path.resolve()
    except RuntimeError:  # before Python 3.13
        raise _write_error(path, OSError(errno.ELOOP, "a link leads to itself")) from None


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the file in one step; see `writing`."""
    with writing(path) as file:
        file.write(data)


_HELD: set[Path] = set()


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs of l10n out of this folder, which is made if missing and goes again if nothing came into it.

    BusyError if another run is in there. The lock is the system's (flock(2), on Windows a locked file): it ends with
    the process, however that ends, so none is ever stale. Some network file systems have none: nobody is kept out.
    """
    if folder.resolve() in _HELD:  # by this run
        yield
        return
    try:
        new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = _open_for_lock(folder)
    except OSError as error:
        raise _write_error(folder, error) from error
    try:
        if not _lock(descriptor):
            raise BusyError(f"{folder}: another l10n is at work here", "wait until it is done and run again")
        _HELD.add(folder.resolve())
        for depth in ("", "*/", "*/*/"):
            for litter in folder.glob(f"{depth}.*{SUFFIX}"):
                litter.unlink(missing_ok=True)
        yield
    finally:
        _HELD.discard(folder.resolve())
        os.close(descriptor)
        if new:
            with contextlib.suppress(OSError):
                folder.rmdir()


if sys.platform == "win32":
    import msvcrt

    def _open_for_lock(folder: Path) -> int:
        return os.open(folder / ".l10n.lock", os.O_RDWR | os.O_CREAT)

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open_for_lock(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True


_HINTS = {
    errno.ENOSPC: "free some space and run again",
    errno.EDQUOT: "free some space and run again",
    errno.ENOTDIR: "a file is in the way of a folder: move it and run again",
    errno.EEXIST: "a file is in the way of a folder: move it and run again",
    errno.EROFS: "the file system is read-only: choose another folder",
}


def _write_error(path: Path, error: OSError) -> WriteError:
    hint = _HINTS.get(error.errno or 0, "check the folder's permissions and run again")
    return WriteError(f"{path}: cannot write: {error.strerror or error}", f"nothing was changed; {hint}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows cannot open folders and does not need it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
