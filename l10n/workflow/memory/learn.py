"""What people have accepted in catalogues goes into the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.config import Config
from l10n.errors import L10nError
from l10n.model.events import Event
from l10n.workflow import inputs
from l10n.workflow.source_languages import SourceLanguages, refusal

if TYPE_CHECKING:
    from l10n.memory.units import Learnt


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryLearnRequest:
    """From which catalogues the memory is to learn; what is not said is as in the settings."""

    settings: Config
    files: tuple[Path, ...]
    """PO files, or folders that have some."""
    memory: Path | None = None
    """The translation memory; it is made if missing."""
    source_language: str | None = None
    """None: what the header says, or what the msgids are in, or the settings'."""


@dataclass(frozen=True, slots=True)
class CatalogueLearnt(Event):
    """The memory has what the catalogue says now."""

    path: Path
    learnt: Learnt
    """What became of its entries."""


def learn(request: MemoryLearnRequest) -> Iterator[Event]:
    """Take the translated and reviewed entries; what was learnt from them before is brought up to date.

    A catalogue that fails is told, and the others go on. Raises L10nError if the request names no PO file, or for a
    memory that cannot be used.
    """
    from l10n.catalogue import po
    from l10n.memory.store import Memory
    from l10n.workflow.memory.lesson import lesson

    settings = request.settings
    paths = inputs.named_catalogues(request.files)
    recognised = []
    with Memory(request.memory or settings.memory) as memory:
        for path in paths:
            try:
                taught = lesson(path, po.read(path), request.source_language, settings.source_language)
                learnt = memory.learn(_name(path, settings.root), taught.language, taught.entries)
            except L10nError as error:
                yield refusal(error, path, request.files)
                continue
            recognised.append((path, taught.recognised))
            yield CatalogueLearnt(path, learnt)
    yield SourceLanguages(tuple(recognised))


def _name(path: Path, root: Path) -> str:
    """What the memory calls a catalogue: its path from the settings' folder on."""
    absolute = path.resolve()
    return (absolute.relative_to(root) if absolute.is_relative_to(root) else absolute).as_posix()
