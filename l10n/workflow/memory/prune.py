"""What nobody needs any more goes out of the memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.config import Config
from l10n.errors import L10nError
from l10n.memory.unit import UnitOrigin
from l10n.model.events import Event
from l10n.workflow.memory.languages import stored

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryPruneRequest:
    """What is to be removed from which memory; what is not said is as in the settings.

    Cached machine translations of packages that are not installed always go. Units go only if `origin`, `before` or
    `language` says which: those that fit all of them.
    """

    settings: Config
    memory: Path | None = None
    """The translation memory."""
    packages: Path | None = None
    """Folder of the Argos packages."""
    older_than: int | None = None
    """Machine translations made so many days ago, or earlier, go too."""
    origin: UnitOrigin | None = None
    before: str | None = None
    """The last change of a unit was before this date, as 2026-01-31."""
    language: str | None = None
    """Only units into this language, whatever the country."""
    dry_run: bool = False
    """Count only."""


@dataclass(frozen=True, slots=True)
class TranslationsPruned(Event):
    """Cached machine translations are removed, or would be."""

    count: int
    dry_run: bool


@dataclass(frozen=True, slots=True)
class UnitsPruned(Event):
    """Units are removed, or would be."""

    count: int
    dry_run: bool


def prune(request: MemoryPruneRequest) -> Iterator[Event]:
    """Remove machine translations, and the units that the request names; first drafts stay.

    Raises L10nError for a date that is none, a folder without packages (all translations would go), or a memory that is
    not there or cannot be used.
    """
    from l10n.memory.clock import days_ago
    from l10n.memory.store import Memory

    if request.before is not None and not _DATE.fullmatch(request.before):
        raise L10nError(f"--before {request.before}: not a date", "write it as 2026-01-31")
    installed = _installed(request)
    dry_run, language = request.dry_run, stored(request.language)
    with Memory(request.memory or request.settings.memory, create=False) as memory:
        moment = None if request.older_than is None else days_ago(request.older_than)
        translations = memory.prune_translations(installed, moment, dry_run)
        yield TranslationsPruned(translations, dry_run)
        units = 0
        if request.origin or request.before or language:
            units = memory.prune_units(request.origin, request.before, language, dry_run)
            yield UnitsPruned(units, dry_run)
        if not dry_run and translations + units:
            memory.shrink()


def _installed(request: MemoryPruneRequest) -> set[str]:
    """The packages as the memory names them; L10nError if there are none, as by a slip of the pen."""
    from l10n.engines.routes import identities, nothing_in
    from l10n.engines.supply import supply

    own = supply(request.settings, request.packages)
    if nothing := nothing_in(own):
        raise nothing
    return identities(own)
