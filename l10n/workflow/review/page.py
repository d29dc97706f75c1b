"""Catalogues become one HTML file in which people review the entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.config import Config
from l10n.files import write_bytes
from l10n.model.events import Event, Failed
from l10n.workflow import inputs
from l10n.workflow.outputs import keep_off

if TYPE_CHECKING:
    from l10n.review import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """Which catalogues are to be on the page; what is not said is as in the settings."""

    settings: Config
    output: Path
    """The page."""
    paths: tuple[Path, ...] = ()
    """PO files, or folders with some."""
    locales: Path | None = None
    """Folder of the catalogues, if none are named."""
    source_language: str | None = None
    memory: Path | None = None
    """The translation memory, for hints."""


@dataclass(frozen=True, slots=True)
class PageWritten(Event):
    """The page is complete."""

    path: Path
    page: Page


def page(request: PageRequest) -> Iterator[Event]:
    """Write the page; it needs no network, and gives a patch back.

    A catalogue that cannot be read is told and left out. Raises L10nError if there are none, if the page would take the
    place of another file, and for a glossary or memory that is no good; WriteError if it cannot be written.
    """
    from l10n.checking.settings import of_project
    from l10n.memory.shared import shared_memories
    from l10n.review import page as pages
    from l10n.review.rendering import render

    files = inputs.catalogues(request.paths, request.locales, request.settings)
    settings = of_project(request.settings, request.source_language)
    memory, shared = request.memory or request.settings.memory, shared_memories(request.settings)
    sources = pages.PageSources(request.settings.root, settings, memory, shared)
    keep_off(request.output, files)
    made, errors = pages.page(files, sources)
    yield from map(Failed, errors)
    write_bytes(request.output, render(made).encode())
    yield PageWritten(request.output, made)
