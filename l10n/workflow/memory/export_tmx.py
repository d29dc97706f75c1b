"""The units of the memory go into a TMX file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.config import Config
from l10n.model.events import Event
from l10n.workflow.memory.languages import stored


@dataclass(frozen=True, slots=True, kw_only=True)
class TmxExportRequest:
    """Which units are to be written into which file; what is not said is as in the settings."""

    settings: Config
    file: Path
    """The TMX file to write."""
    memory: Path | None = None
    """The translation memory."""
    source_language: str | None = None
    """Only units from this language, whatever the country; None: from all."""
    language: str | None = None
    """Only units into this language, likewise."""


@dataclass(frozen=True, slots=True)
class TmxExported(Event):
    """The TMX file is written."""

    path: Path
    units: int


def export_tmx(request: TmxExportRequest) -> Iterator[Event]:
    """Write the file in one step.

    Raises L10nError if there is no memory or it cannot be used, WriteError if the file cannot be written.
    """
    from l10n.memory.store import Memory
    from l10n.memory.tmx.writing import write

    source, target = stored(request.source_language), stored(request.language)
    with Memory(request.memory or request.settings.memory, create=False) as memory:
        pairs = [(known, other) for known, other, _ in memory.stats().units]
        sources = {known for known, other in pairs if source in (None, known) and target in (None, other)}
        count = write(request.file, memory.units(source, target), sources.pop() if len(sources) == 1 else None)
    yield TmxExported(request.file, count)
