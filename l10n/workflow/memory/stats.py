"""How much there is in the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.config import Config
from l10n.model.events import Event

if TYPE_CHECKING:
    from l10n.memory.store import Stats


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryStatsRequest:
    """Which memory is to be counted; what is not said is as in the settings."""

    settings: Config
    memory: Path | None = None
    """The translation memory."""


@dataclass(frozen=True, slots=True)
class MemoryCounted(Event):
    """The content of the memory has been counted."""

    path: Path
    stats: Stats


def stats(request: MemoryStatsRequest) -> Iterator[Event]:
    """Count what is in the memory. Raises L10nError if there is none, or it cannot be used."""
    from l10n.memory.store import Memory

    path = request.memory or request.settings.memory
    with Memory(path, create=False) as memory:
        counts = memory.stats()
    yield MemoryCounted(path, counts)
