"""Writing files so that a run killed at any moment leaves each one either old or new, and one run at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from l10n.errors import BusyError, L10nError, WriteError
from l10n.files import attributes
from l10n.files.locks import Lock, lock, open_for_lock, wait_for_lock

SUFFIX = ".l10n-tmp"
"""The suffix of temporary files; a killed run leaves its last one, and who next writes into that folder removes it."""


@contextlib.contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside `path` that takes its place, on disk, when the block ends without an exception.

    Missing folders are made. The new file has the old one's mode, owner, group and extended attributes, as far as the
    system lets us; behind a link the file is replaced, and of hard links only the one that is named. A pipe or device
    that stands there is written to, and never replaced. Raises WriteError, and then `path` is as before.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = real(path)  # a link stays a link, the file behind it is replaced
        special = _special(target)
    except OSError as error:
        raise _write_error(path, error) from error
    try:
        if special:
            with special:
                yield special
            return
        with temporary(target.parent, f".{target.name[:40]}.", SUFFIX) as (file, new):
            yield file
            file.flush()
            if target.exists():
                attributes.keep(target, new)
            else:
                new.chmod(0o666 & ~_umask())
            os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # an open file cannot be renamed there
            new.replace(target)
            _sync_folder(target.parent)
    except OSError as error:
        raise _write_error(path, error, changed=bool(special)) from error


@contextlib.contextmanager
def temporary(folder: Path, prefix: str, suffix: str) -> Iterator[tuple[IO[bytes], Path]]:
    """A new file that nobody else reads, gone at the end; what killed runs have left with this suffix goes first."""
    tidy(folder.glob(f".*{suffix}" if prefix.startswith(".") else f"{prefix}*{suffix}"))
    descriptor, path = _locked_file(folder, prefix, suffix)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file, path
    finally:
        path.unlink(missing_ok=True)


def tidy(litter: Iterable[Path]) -> None:
    """Remove the temporary files whose run has ended, however it ended: nobody holds their lock any more."""
    for path in litter:
        with contextlib.suppress(OSError):
            descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            try:
                if sys.platform != "win32" and lock(descriptor) is Lock.OURS:
                    path.unlink()
            finally:
                os.close(descriptor)
            if sys.platform == "win32":
                path.unlink()  # the system keeps what is open, also what we have open ourselves


def _locked_file(folder: Path, prefix: str, suffix: str) -> tuple[int, Path]:
    """Again if another run has taken it for litter in the moment before it was locked."""
    while True:
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=prefix, suffix=suffix)
        path = Path(name)
        wait_for_lock(descriptor)
        if path.exists():
            return descriptor, path
        os.close(descriptor)


def is_special(path: Path) -> bool:
    """A pipe, a socket or a device: something that is there, and neither a file nor a folder."""
    return path.exists() and not path.is_file() and not path.is_dir()


def refuse_special(path: Path, hint: str = "") -> None:
    """L10nError for a pipe, a socket or a device, where a file belongs: it would be waited for."""
    if is_special(path):
        raise L10nError(f"{path}: no file, but a pipe or a device", hint)


def _special(path: Path) -> IO[bytes] | None:
    """The pipe or device that stands there, open for writing; None for a file, a folder, or nothing."""
    if not is_special(path):
        return None
    if path.is_socket():
        raise OSError(errno.ENXIO, "it is a socket")
    file = os.fdopen(os.open(path, os.O_WRONLY), "wb")  # neither made nor emptied, if it is a file by now
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        return None
    return file


def real(path: Path) -> Path:
    """Where what is written to this path goes, behind all links; WriteError if they lead nowhere."""
    try:
        return path.resolve()
    except RuntimeError:  # before Python 3.13
        raise _write_error(path, OSError(errno.ELOOP, "a link leads to itself")) from None
    except ValueError:
        raise _write_error(path, OSError(errno.EINVAL, "no path has a NUL character")) from None


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the file in one step; see `writing`."""
    with writing(path) as file:
        file.write(data)


_HELD: set[Path] = set()


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
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
        descriptor = open_for_lock(folder)
    except OSError as error:
        raise _write_error(folder, error) from error
    try:
        if lock(descriptor) is Lock.TAKEN:
            raise BusyError(f"{folder}: another l10n is at work here", "wait until it is done and run again")
        _HELD.add(folder.resolve())
        tidy(litter for depth in ("", "*/", "*/*/") for litter in folder.glob(f"{depth}.*{SUFFIX}"))
        yield
    finally:
        _HELD.discard(folder.resolve())
        os.close(descriptor)
        if new:
            with contextlib.suppress(OSError):
                folder.rmdir()


_HINTS = {
    errno.ENOSPC: "free some space and run again",
    errno.EDQUOT: "free some space and run again",
    errno.ENOTDIR: "a file is in the way of a folder: move it and run again",
    errno.EEXIST: "a file is in the way of a folder: move it and run again",
    errno.ENXIO: "name a file, a pipe or a device",
    errno.EROFS: "the file system is read-only: choose another folder",
}


def _write_error(path: Path, error: OSError, changed: bool = False) -> WriteError:
    """`changed`: it went into a pipe or a device."""
    if changed:
        hint = "what it took cannot be taken back; write to a file, or see who reads there"
        return WriteError(f"{path}: cannot write: {error.strerror or error}", hint)
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
