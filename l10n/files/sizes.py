"""Files that are bigger than anything people translate are refused before they fill the memory."""

from __future__ import annotations

import os
from pathlib import Path

from l10n.errors import L10nError

MOST = 64 << 20
"""Bytes of a file of any kind; to read a catalogue of that size takes some ten seconds and 1 GB."""


def content(path: Path, hint: str, most: int = MOST) -> bytes:
    """What is in the file; L10nError with the hint if that is more than so many bytes. Raises OSError."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        data = b"" if size > most else file.read(size + 1)  # room for all that may come takes longer than the file
        if len(data) > size:  # it has grown, or is a pipe, which tells no size
            data += file.read(most + 1 - len(data))
    check(max(size, len(data)), str(path), hint, most)
    return data


def check(size: int, name: str, hint: str, most: int = MOST) -> None:
    """L10nError with the hint if a file of so many bytes is too big."""
    if size > most:
        shown = -(-size * 10 // (1 << 20)) / 10  # rounded up, or it might look like the limit
        raise L10nError(f"{name}: is {shown:,.1f} MiB, more than the {most >> 20} MiB that l10n reads", hint)
