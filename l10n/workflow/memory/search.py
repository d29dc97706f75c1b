"""Where a text, or something like it, has been translated before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.config import Config
from l10n.memory.unit import THRESHOLD
from l10n.model.events import Event
from l10n.workflow.memory.languages import stored

if TYPE_CHECKING:
    from l10n.memory.concordance import ConcordanceHit


@dataclass(frozen=True, slots=True, kw_only=True)
class MemorySearchRequest:
    """Which text is to be searched, and where; what is not said is as in the settings."""

    settings: Config
    text: str
    """A word, a phrase or a sentence."""
    memory: Path | None = None
    """The translation memory."""
    source_language: str | None = None
    """Only units from this language, whatever the country; None: from all."""
    language: str | None = None
    """Only units into this language, likewise."""
    threshold: int = THRESHOLD
    """How alike a source or translation is at least, in percent."""
    limit: int = 20
    """Hits, at most."""


@dataclass(frozen=True, slots=True)
class MemorySearched(Event):
    """The memory has been searched."""

    hits: tuple[ConcordanceHit, ...]
    """The best first."""


def search(request: MemorySearchRequest) -> Iterator[Event]:
    """Search sources and translations, in the memory and the shared ones.

    Raises L10nError if there is none at all, or one cannot be used.
    """
    from l10n.memory.memories import opened
    from l10n.memory.shared import shared_memories
    from l10n.memory.store import Memory

    source, target = stored(request.source_language), stored(request.language)
    own, shared = request.memory or request.settings.memory, shared_memories(request.settings)
    missing = shared and not request.memory and not own.exists()
    with (
        nullcontext() if missing else Memory(own, create=False) as memory,
        opened(memory, shared) as memories,
    ):
        hits = memories.search(request.text, source, target, request.threshold, request.limit)
    yield MemorySearched(tuple(hits))
