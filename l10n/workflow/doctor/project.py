"""The settings and what they name: sources, glossary, memories."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import glossary
from l10n.building import additions
from l10n.building import settings as building
from l10n.catalogue.layout import layout_of
from l10n.checking import settings as checking
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.workflow.doctor.diagnosis import Diagnosis, Health, of_error
from l10n.workflow.sources import of_settings

if TYPE_CHECKING:
    from l10n.memory.readonly import ReadOnlyMemory


def settings(settings: Config) -> Iterator[Diagnosis]:
    """Each part of the settings as the commands read it."""
    if settings.file is None:
        yield Diagnosis("settings", Health.HINT, "no l10n.toml, and no [tool.l10n] in a pyproject.toml", "l10n init")
        return
    file = settings.file
    parts: dict[str, Callable[[], object]] = {
        "catalogues": lambda: layout_of(settings),
        "check": lambda: checking.read(settings.check, file),
        "build": lambda: building.read(settings.build, file),
        "additions": lambda: additions.read(settings.additions, file),
        "glossary": lambda: settings.glossary and glossary.read(settings.glossary, settings.languages),
    }
    errors = [error for part in parts.values() if (error := _error(part))]
    yield from (of_error("settings", error) for error in errors)
    if not errors:
        languages = f"{settings.source_language} → {', '.join(settings.targets)}"
        yield Diagnosis("settings", Health.FINE, f"{short(file)}: {languages}")
    yield from _sources(settings)


def _sources(settings: Config) -> Iterator[Diagnosis]:
    if not settings.sources:
        yield Diagnosis("settings", Health.FINE, "no sources: each command has to name some, or catalogues")
        return
    try:
        files = [path for path in of_settings(settings, None) if path.is_file()]
    except L10nError as error:
        yield of_error("settings", error)
        return
    patterns = ", ".join(settings.sources)
    if files:
        yield Diagnosis("settings", Health.FINE, f"sources: {len(files)} ({patterns})")
    else:
        yield Diagnosis("settings", Health.WRONG, f"sources: none ({patterns})", f"mend sources in {settings.file}")


def memory(settings: Config) -> Iterator[Diagnosis]:
    """The translation memory, and those of others."""
    from l10n.memory.readonly import ReadOnlyMemory
    from l10n.memory.shared import shared_memories

    if settings.memory.exists():
        yield _memory(settings.memory, lambda: ReadOnlyMemory(settings.memory))
    else:
        yield Diagnosis("memory", Health.FINE, f"{short(settings.memory)}: none yet; the first draft makes it")
    try:
        yield from (_memory(shared.file, shared.opened) for shared in shared_memories(settings))
    except L10nError as error:
        yield of_error("memory", error)


def _memory(path: Path, opened: Callable[[], ReadOnlyMemory]) -> Diagnosis:
    error = _error(lambda: opened().close())
    return of_error("memory", error) if error else Diagnosis("memory", Health.FINE, f"{short(path)}: can be read")


def _error(part: Callable[[], object]) -> L10nError | None:
    try:
        part()
    except L10nError as error:
        return error
    return None
