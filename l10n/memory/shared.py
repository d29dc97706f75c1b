"""Shared memories: the memories of others that the settings name, asked after the own one and never written.

[[tool.l10n.memories]]
file = "/srv/memories/press.db"
penalty = 5

The penalty lowers how alike a match is, in percent points, as OmegaT does with the memories in its folder `penalty-05`
and Weblate with shared ones: what is the same text in another project may be another translation here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.config import Config, path_of
from l10n.errors import L10nError
from l10n.memory.unit import EXACT, IN_CONTEXT
from l10n.tables import Table

if TYPE_CHECKING:
    from l10n.memory.readonly import ReadOnlyMemory


@dataclass(frozen=True, slots=True)
class SharedMemory:
    """A memory that is only read."""

    file: Path
    penalty: int
    """Percent points."""
    name: str
    """What people are told: the name of the file, or all that the settings say if there are two of that name."""
    settings: Path
    """The file that names it."""

    @property
    def highest(self) -> int:
        """The highest score of its matches."""
        return self.lowered(IN_CONTEXT)

    def lowered(self, score: int) -> int:
        """The score without the penalty: with one, no place of a text is the same as here."""
        return min(score, EXACT) - self.penalty if self.penalty else score

    def raised(self, threshold: int) -> int | None:
        """The score that it has to reach by itself; None if none can."""
        return threshold + self.penalty if threshold <= self.highest else None

    def opened(self) -> ReadOnlyMemory:
        """The memory, to be closed. L10nError if it is missing, or cannot be read as it is."""
        from l10n.memory.readonly import ReadOnlyMemory

        try:
            return ReadOnlyMemory(self.file)
        except L10nError as error:
            raise L10nError(error.message, f"{error.hint}; it is one of the 'memories' of {self.settings}") from None


def shared_memories(settings: Config) -> tuple[SharedMemory, ...]:
    """Those of the settings, in their order; L10nError names file and key."""
    if settings.file is None:
        return ()
    tables = [Table(settings.file, f"memories[{n}]", values) for n, values in enumerate(settings.memories, 1)]
    written = [_file(table) for table in tables]
    names = Counter(Path(text).name for text in written)
    return tuple(
        SharedMemory(
            path_of(table.file, f"{table.section}.file", text),
            table.percent("penalty") or 0,
            text if names[Path(text).name] > 1 else Path(text).name,
            table.file,
        )
        for table, text in zip(tables, written, strict=True)
    )


def _file(table: Table) -> str:
    table.only("file", "penalty")
    name = table.text("file")
    if not name:
        raise table.error("file", "is missing", 'write: file = "../shared/l10n.db"')
    return name
