"""A project is set up: settings by what is in the folder, and what git is not to keep. Nothing is written over."""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n import config
from l10n.engines.routes import missing_pairs, pairs_of
from l10n.engines.supply import supply
from l10n.errors import L10nError
from l10n.files import toml
from l10n.languages import TARGETS
from l10n.model.events import Event, Notice, Weight
from l10n.workflow import inputs
from l10n.workflow.init import writing
from l10n.workflow.init.surroundings import Surroundings, survey

__all__ = ["InitRequest", "LinesAdded", "NextSteps", "Surroundings", "init", "proposed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InitRequest:
    """What the settings are to say; None for what the folder suggests."""

    folder: Path
    source_language: str | None = None
    to: str | None = None
    """Codes with commas between them."""
    sources: tuple[str, ...] | None = None
    """Files, folders and patterns, relative to the folder."""


@dataclass(frozen=True, slots=True)
class LinesAdded(Event):
    """A file that has them now; it was made if there was none."""

    path: Path
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextSteps(Event):
    """The commands that come next, in their order."""

    commands: tuple[str, ...]


def proposed(folder: Path) -> Surroundings:
    """What `init` would write of itself. Raises L10nError for a folder that has settings."""
    for name, section in zip(config.NAMES, ((), ("tool", "l10n")), strict=True):
        if toml.table(folder / name, section) is not None:
            hint = "change them there; l10n doctor says what is wrong with them"
            raise L10nError(f"{folder / name}: there are settings already", hint)
    return survey(folder)


def init(request: InitRequest) -> Iterator[Event]:
    """Write settings and lines of .gitignore, then name the first steps.

    Raises L10nError for settings that are there and for languages that are none, and WriteError.
    """
    around = proposed(request.folder)
    source = inputs.source_language(request.source_language or around.source_language, config.Config(request.folder))
    to = request.to if request.to is not None else ",".join(t for t in around.targets or TARGETS if t != source)
    targets = inputs.targets(to, source, config.Config(request.folder))
    sources = around.sources if request.sources is None else request.sources
    lines = writing.settings(source, targets, sources, around)
    settings = config.of_table(request.folder / config.NAMES[0], tomllib.loads("\n".join(lines)))
    if above := _above(request.folder):
        yield Notice(f"the settings of {above} do not hold here any more", Weight.URGENT)
    yield LinesAdded(writing.add_settings(request.folder, lines), lines)
    if ignored := writing.ignore(request.folder):
        yield LinesAdded(*ignored)
    yield NextSteps(tuple(_steps(settings, around)))


def _above(folder: Path) -> Path | None:
    """The settings that hold here so far."""
    with contextlib.suppress(L10nError):  # broken ones hold nowhere
        return config.load(folder).file
    return None


def _steps(settings: config.Config, around: Surroundings) -> Iterator[str]:
    own = supply(settings)
    if missing := missing_pairs(pairs_of(own), settings.source_language, settings.targets):
        yield f"l10n packages install {' '.join(missing)}"
    if settings.sources or not around.software:
        yield "l10n draft" if settings.sources else "l10n draft FILE"
    else:
        yield f"l10n draft --po {around.software}"
