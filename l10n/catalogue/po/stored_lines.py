"""The lines of a large file, read when they are asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from io import FileIO
from pathlib import Path
from typing import overload

from l10n.catalogue.po.pieces import is_large, pieces
from l10n.catalogue.po.plain import NotPlainError


class StoredLines(Sequence[str]):
    """Mostly it is the next ones that are asked for, so one piece of the file is kept."""

    def __init__(self, path: Path, starts: Sequence[int], lines: Sequence[int], count: int) -> None:
        """First byte and first line, from 0, of each piece and of the end, and how many lines there are."""
        self._path, self._starts, self._lines, self._count = path, starts, lines, count
        self._kept: tuple[int, list[str]] = -1, []

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        number = min(bisect_right(self._lines, index), len(self._lines) - 1) - 1
        if self._kept[0] != number:
            with FileIO(str(self._path)) as file:
                file.seek(self._starts[number])
                data = file.read(self._starts[number + 1] - self._starts[number])
            self._kept = number, data.decode("utf-8", "replace").split("\n")
        lines = self._kept[1]
        within = index - self._lines[number]
        return lines[within] if within < len(lines) else ""  # the file is not as it was


def read(path: Path) -> StoredLines | None:
    """The lines of this file; None for one that is small, or written in an unusual way."""
    if not is_large(path):
        return None
    starts, lines = [0], [0]
    try:
        with FileIO(str(path)) as file:
            for piece in pieces(file):
                starts.append(piece.start + piece.size)
                lines.append(piece.line - 1 + piece.text.count("\n"))
    except NotPlainError:
        return None
    return StoredLines(path, starts, lines, lines[-1] + 1)
