"""A large file as pieces of whole entries, one in memory at a time; what `plain` would not read is none."""

from __future__ import annotations

from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from l10n.catalogue.po.plain import PIECE, NotPlainError
from l10n.catalogue.po.repair import BOMS, declared

LARGE = 8 << 20
"""Bytes of a file from which its entries are not all kept in memory: they would take some 200 MB there."""
_HEAD = 1 << 16
"""Bytes in which the header names the charset."""


class FilePiece(NamedTuple):
    """A part of a file that begins and ends with whole entries."""

    start: int
    """Its first byte."""
    line: int
    """The line of that, from 1."""
    text: str
    size: int
    """In bytes."""


def is_large(path: Path) -> bool:
    """The file is there, and its entries are too many to be kept."""
    return path.is_file() and path.stat().st_size >= LARGE


def pieces(file: FileIO) -> Iterator[FilePiece]:
    """The whole file from the start; raises NotPlainError where it turns out to be written in another way."""
    start, line = 0, 1
    for data in _parts(file):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise NotPlainError from None
        yield FilePiece(start, line, text, len(data))
        start += len(data)
        line += text.count("\n")


def _parts(file: FileIO) -> Iterator[bytes]:
    """Parts that end before a blank line."""
    rest = file.read(_HEAD)
    in_utf8, is_ascii = declared(rest) in {"utf-8", "ascii"}, True
    if any(rest.startswith(mark) for mark, _ in BOMS):
        raise NotPlainError
    while rest:
        more = file.read(PIECE)
        data = rest + more
        is_ascii = is_ascii and data.isascii()
        if b"\r" in data or (not more and data.endswith(b"\x1a")) or (is_ascii and not in_utf8 and not more):
            raise NotPlainError
        end = data.rfind(b"\n\n", max(0, len(rest) - 1)) + 1 if more else len(data)
        if end:
            yield data[:end]
        rest = data[end:]
