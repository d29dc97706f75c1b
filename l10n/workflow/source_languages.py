"""What a run tells about the source languages of catalogues whose headers do not name them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import L10nError, SourceLanguageError
from l10n.model.events import Event, Failed


@dataclass(frozen=True, slots=True)
class SourceLanguages(Event):
    """Catalogues in the order of the run, each with its source language where nothing but its texts tells that."""

    catalogues: tuple[tuple[Path, str], ...]
    """Paths and base codes; a code is empty where the language was stated."""


@dataclass(frozen=True, slots=True)
class LeftOut(Event):
    """A catalogue that nobody has named and that is in the language of its msgids: it translates nothing."""

    path: Path


def refusal(error: L10nError, path: Path, named: Collection[Path]) -> LeftOut | Failed:
    """Tell what speaks against this catalogue; that it translates nothing is an error only if somebody named it."""
    return LeftOut(path) if isinstance(error, SourceLanguageError) and path not in named else Failed(error)
