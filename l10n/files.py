"""Writing files so that a run killed at any moment leaves each one either old or new."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from l10n.errors import WriteError


@contextlib.contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside `path` that takes its place, on disk, when the block ends without an exception.

    Missing folders are made; the mode of an existing file is kept. Raises WriteError, and then `path` is as before.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # a link stays a link, the file behind it is replaced
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
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


def write_bytes(path: Path, data: bytes) -> None:
    """Replace the file in one step; see `writing`."""
    with writing(path) as file:
        file.write(data)


def _write_error(path: Path, error: OSError) -> WriteError:
    hint = (
        "free some space and run again"
        if error.errno in (errno.ENOSPC, errno.EDQUOT)
        else "check the folder's permissions and run again"
    )
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
