"""Whether everything is there and as it should be, and what helps where it is not. Nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n import config
from l10n.errors import L10nError
from l10n.workflow.doctor import drafting, drivers, editors, project, versions
from l10n.workflow.doctor.diagnosis import Diagnosis, Health, of_error

__all__ = ["Diagnosis", "DoctorRequest", "Health", "doctor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorRequest:
    """Where to look; the settings are part of what is examined."""

    folder: Path
    """Where somebody works: its settings hold, its repository counts."""
    packages: Path | None = None
    """Folder of the Argos packages."""


def doctor(request: DoctorRequest) -> Iterator[Diagnosis]:
    """Yields a `Diagnosis` for each thing; what cannot be examined is one that is wrong."""
    yield from versions.examined()
    try:
        settings = config.load(request.folder)
    except L10nError as error:
        yield of_error("settings", error)
        settings = config.Config(request.folder)
    else:
        yield from project.settings(settings)
    yield from drafting.examined(settings, request.packages)
    yield from project.memory(settings)
    yield from editors.examined(settings)
    yield from drivers.examined(request.folder)
