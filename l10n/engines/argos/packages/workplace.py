"""The hidden folder `.l10n` among the packages: downloads and half-unpacked archives wait there; one user at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from l10n import files
from l10n.errors import WriteError

_NAME = ".l10n"
_UNPACKING = "unpack-"
_ASIDE = "replaced"
# Argos reads every folder beside its packages and fails at one without metadata; other types it passes over.
_FOR_ARGOS = '{"type": "l10n"}\n'


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Path]:
    """The workplace of this packages folder, ours alone; it is removed at the end unless a broken download waits in it.

    What a killed run left is put in order first. Raises WriteError, and L10nError if another l10n works here.
    """
    hidden = folder / _NAME
    with reporting(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with files.locked(folder):
        with reporting(hidden):
            hidden.mkdir(exist_ok=True)
            (hidden / "metadata.json").write_text(_FOR_ARGOS, encoding="utf-8")
            _recover(hidden)
        try:
            yield hidden
        finally:
            _tidy(hidden)


@contextlib.contextmanager
def reporting(path: Path) -> Iterator[None]:
    """An OSError inside becomes a WriteError about `path`."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        hint = "free some space and run again" if full else "check the folder's permissions and run again"
        raise WriteError(f"{path}: cannot write: {error.strerror or error}", hint) from error


@contextlib.contextmanager
def unpacking(hidden: Path) -> Iterator[Path]:
    """A new folder in the workplace, gone at the end."""
    with reporting(hidden):
        room = Path(tempfile.mkdtemp(dir=hidden, prefix=_UNPACKING))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def exchange(new: Path, destination: Path, room: Path) -> None:
    """Rename `new` to `destination`; what stood there waits in `room` and comes back if anything fails."""
    aside = room / _ASIDE / destination.name
    with reporting(destination):
        try:
            if os.path.lexists(destination):
                aside.parent.mkdir(exist_ok=True)
                destination.rename(aside)
            new.rename(destination)
        except BaseException:
            if os.path.lexists(aside) and not os.path.lexists(destination):
                aside.rename(destination)
            raise


def discard(path: Path, room: Path) -> None:
    """Remove a package in one step: it leaves its place whole, then is deleted; of a link only the link."""
    with reporting(path):
        if path.is_symlink():
            path.unlink()
        else:
            path.rename(room / "removed")


def _recover(hidden: Path) -> None:
    """A run killed between the two renames of `exchange` left the old package aside: back with it."""
    for room in hidden.glob(f"{_UNPACKING}*"):
        for aside in (room / _ASIDE).glob("*"):
            home = hidden.parent / aside.name
            if not os.path.lexists(home):
                aside.rename(home)
        shutil.rmtree(room, ignore_errors=True)


def _tidy(hidden: Path) -> None:
    """Whatever fails here is only litter."""
    with contextlib.suppress(OSError):
        if [entry.name for entry in hidden.iterdir()] == ["metadata.json"]:
            shutil.rmtree(hidden)
