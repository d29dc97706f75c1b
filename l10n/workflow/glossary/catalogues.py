"""The catalogues that a glossary is held against, and the language that they are translated from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.config import Config
from l10n.languages import language
from l10n.workflow import inputs
from l10n.workflow.source_languages import SourceLanguages

if TYPE_CHECKING:
    from l10n.glossary_audit.catalogues import ReadCatalogue


def paths(given: Sequence[Path], settings: Config) -> list[Path]:
    """The PO files of these paths, or those of the settings, of which there may be none."""
    return inputs.stored_catalogues(given, None, settings) if given or settings.locales.is_dir() else []


def read(files: Iterable[Path], given: str | None, settings: Config) -> tuple[list[ReadCatalogue], str]:
    """The catalogues and their source language: the one that is given, else the one that all have, else the settings'.

    L10nError for an unknown language and for a catalogue that cannot be read.
    """
    from l10n.glossary_audit import catalogues

    source = language(given).code if given else None
    known = catalogues.read(files, source, settings.source_language)
    return known, source or catalogues.common_source(known, settings.source_language)


def source_languages(catalogues: Iterable[ReadCatalogue]) -> SourceLanguages:
    """Tell the languages that are recognised by the texts alone."""
    return SourceLanguages(tuple((known.path, known.sources.recognised_language) for known in catalogues))
