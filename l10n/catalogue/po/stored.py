"""Catalogues of which there is more than memory should hold: an entry is read from the file whenever it is asked for.

What stays in memory is where each entry stands. That takes a file that `plain` reads; the others have to be read whole.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import FileIO
from itertools import chain
from pathlib import Path
from typing import overload

from l10n.catalogue import po
from l10n.catalogue.po import plain
from l10n.catalogue.po.pieces import is_large, pieces
from l10n.catalogue.po.plain import PIECE
from l10n.catalogue.po.serialization import common_references
from l10n.errors import L10nError
from l10n.identity import repeated
from l10n.model import Catalogue, Entry, Key

_HEADER: Key = (None, "")
_Stamp = tuple[int, int, int]
"""Which file it is, when it was written, and its size in bytes."""


@dataclass(frozen=True, slots=True)
class _Spans:
    """Where entries stand in a file, in its order."""

    starts: array[int] = field(default_factory=lambda: array("Q"))
    """The first byte of each, blank lines above it included."""
    ends: array[int] = field(default_factory=lambda: array("Q"))
    lines: array[int] = field(default_factory=lambda: array("Q"))
    """The line of the first byte, from 1."""

    def add(self, start: int, end: int, line: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.lines.append(line)


class StoredEntries(Sequence[Entry]):
    """Some entries of one file, in its order; raises L10nError when the file has changed since it was first read."""

    def __init__(self, path: Path, stamp: _Stamp, spans: _Spans, named: tuple[str, ...]) -> None:
        """`named` are the references that the header has for all entries without any."""
        self._path, self._stamp, self._spans, self._named = path, stamp, spans, named

    def __len__(self) -> int:
        return len(self._spans.starts)

    def __iter__(self) -> Iterator[Entry]:
        """From the first to the last, a piece of the file at a time."""
        starts, ends, lines = self._spans.starts, self._spans.ends, self._spans.lines
        base, data = 0, b""
        with self._opened() as file:
            for start, end, line in zip(starts, ends, lines, strict=True):
                if end > base + len(data):
                    base, data = start, self._bytes(file, start, max(PIECE, end - start))
                yield self._entry(data[start - base : end - base], line)

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        start, end = self._spans.starts[index], self._spans.ends[index]
        with self._opened() as file:
            return self._entry(self._bytes(file, start, end - start), self._spans.lines[index])

    def at(self, indices: Iterable[int]) -> StoredEntries:
        """Those at these indices, which ascend."""
        spans = _Spans()
        for index in indices:
            spans.add(self._spans.starts[index], self._spans.ends[index], self._spans.lines[index])
        return StoredEntries(self._path, self._stamp, spans, self._named)

    def _entry(self, data: bytes, line: int) -> Entry:
        return po.with_file(plain.entry_at(data.decode("utf-8"), 0, line)[0], self._named)

    def _opened(self) -> FileIO:
        return FileIO(str(self._path))

    def _bytes(self, file: FileIO, start: int, size: int) -> bytes:
        if _stamp(file) != self._stamp:
            raise L10nError(f"{self._path}: has changed while it was read", "run again")
        file.seek(start)
        return file.read(size)


def read(path: Path) -> tuple[Catalogue, StoredEntries] | None:
    """The catalogue in this file without its entries, and these; None where it is to be read whole.

    L10nError if it cannot be read or has an entry twice.
    """
    if not is_large(path):
        return None
    try:
        with FileIO(str(path)) as file:
            return _read(path, file)
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from error
    except plain.NotPlainError:
        return None


def _read(path: Path, file: FileIO) -> tuple[Catalogue, StoredEntries]:
    """Raises NotPlainError, too for a file that is to be written anew: its comments tell of each other."""
    spans, keys = _Spans(), array("q")
    header = None
    for entry, start, end, line in _entries(file):
        if not entry.obsolete:
            keys.append(hash(entry.key))
        if entry.key == _HEADER and not entry.obsolete and header is None:
            header = entry
        elif entry.comments and po.in_todays_form(Catalogue(entries=(entry,))).renewed:
            raise plain.NotPlainError
        else:
            spans.add(start, end, line)
    catalogue = po.without_entries(header, str(path))
    entries = StoredEntries(path, _stamp(file), spans, common_references(catalogue.header))
    if twice := repeated(keys):
        suspected = (entry for entry in entries if hash(entry.key) in twice)
        po.check_keys(suspected if header is None else chain((header,), suspected), str(path))
    return catalogue, entries


def _entries(file: FileIO) -> Iterator[tuple[Entry, int, int, int]]:
    """Each with its first byte, the one after it, and its line; raises NotPlainError at the first that is not plain."""
    for piece in pieces(file):
        start, line, text = piece.start, piece.line, piece.text
        position, last, is_ascii = 0, len(text.rstrip("\n")), len(text) == piece.size
        while position < last:
            entry, end = plain.entry_at(text, position, line)
            after = start + (end - position if is_ascii else len(text[position:end].encode()))
            yield entry, start, after, line
            line += text.count("\n", position, end)
            position, start = end, after


def _stamp(file: FileIO) -> _Stamp:
    status = os.fstat(file.fileno())
    return status.st_ino, status.st_mtime_ns, status.st_size
