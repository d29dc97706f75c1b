"""What could not be taken out of a file is kept beside it, over no file that says something else."""

from __future__ import annotations

from pathlib import Path

from l10n.errors import WriteError
from l10n.files import write_bytes

LEFTOVER = ".leftover"
_LONGEST = 40
"""Characters of a file's name that its leftovers have where that is too long."""


def keep_beside(path: Path, suffix: str, data: bytes) -> Path:
    """Write `NAME.leftover.SUFFIX` beside the file, else into the current folder; the new file's path.

    One that says the same already stays. Raises WriteError if neither can be written.
    """
    stem = path.stem.split(LEFTOVER)[0]
    try:
        return _kept(path.parent, stem, suffix, data)
    except (OSError, WriteError):  # a read-only folder, a pipe, a name as long as names can be
        return _kept(Path(), stem[:_LONGEST], suffix, data)


def _kept(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    number = 1
    while True:
        target = folder / f"{stem}{LEFTOVER}{'' if number == 1 else f'-{number}'}{suffix}"
        if not target.exists():
            write_bytes(target, data)
            return target
        if _says(target, data):
            return target
        number += 1


def _says(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
