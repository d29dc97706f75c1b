"""How a text is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.config import Config
from l10n.model import Document
from l10n.model.events import Event
from l10n.workflow import inputs
from l10n.workflow.notices import notices
from l10n.workflow.sources import sources


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRequest:
    """Which text is to be cut; what is not said is as in the settings."""

    settings: Config
    source: Path
    """A text file, a folder of them, or a pattern."""
    source_language: str | None = None
    format: str | None = None
    """Of the text, whatever its suffix."""


@dataclass(frozen=True, slots=True)
class Segmented(Event):
    """A source that has been read and cut."""

    path: Path
    document: Document


def segment(request: SegmentRequest) -> Iterator[Event]:
    """Read each text and cut it into segments; nothing is written.

    Raises L10nError for a file that cannot be read, and for an unknown language.
    """
    lang = inputs.source_language(request.source_language, request.settings)
    index = CatalogueIndex(layout_of(request.settings))
    for source in sources([request.source], request.settings, index, request.format):
        document = source.document(lang, request.settings.root)
        yield from notices(source.path, document)
        yield Segmented(source.path, document)
