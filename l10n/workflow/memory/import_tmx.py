"""TMX files go into the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.model.events import Event, Failed, Progress

if TYPE_CHECKING:
    from l10n.memory.store import Memory
    from l10n.memory.tmx.reading import Loss


@dataclass(frozen=True, slots=True, kw_only=True)
class TmxImportRequest:
    """Which TMX files are to be added to the memory; what is not said is as in the settings."""

    settings: Config
    files: tuple[Path, ...]
    """TMX files, packed by gzip or not."""
    memory: Path | None = None
    """The translation memory; it is made if missing."""
    source_language: str | None = None
    """What the units are translated from; None: what the file says, or the settings'."""


@dataclass(frozen=True, slots=True)
class TmxImported(Event):
    """A file whose units are in the memory, also if an error has ended it early."""

    path: Path
    new: int
    """Units."""
    known: int
    """Units that were there already."""
    losses: tuple[Loss, ...]
    """What did not come in."""


def import_tmx(request: TmxImportRequest) -> Iterator[Event]:
    """Add the units of the files; those that are there already are not added again.

    A file that fails is told, and what was read of it before stays. Raises L10nError for a memory that cannot be used.
    """
    from l10n.memory.store import Memory

    with Memory(request.memory or request.settings.memory) as memory:
        for path in request.files:
            yield from _import_file(path, memory, request)


def _import_file(path: Path, memory: Memory, request: TmxImportRequest) -> Iterator[Event]:
    from l10n.memory.tmx.reading import Lost, read

    total = new = 0
    lost = Lost()
    try:
        units = read(path, request.source_language, request.settings.source_language, lost)
        for count, added in memory.adding(units):
            total, new = total + count, new + added
            yield Progress(str(short(path)), total, None, "units")
    except L10nError as error:
        yield Failed(error)
        if not total and not lost.losses():
            return
    yield TmxImported(path, new, total - new, lost.losses())
