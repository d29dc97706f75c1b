"""Where the catalogues of a document are, in the layout of gettext."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_MESSAGES = "LC_MESSAGES"


def template_path(locales: Path, document: str) -> Path:
    """`locales/<document>.pot`."""
    return locales / f"{document}.pot"


def catalogue_path(locales: Path, lang: str, document: str) -> Path:
    """`locales/<language>/LC_MESSAGES/<document>.po`."""
    return locales / lang / _MESSAGES / f"{document}.po"


@dataclass(frozen=True, slots=True)
class GettextPlace:
    """Where a catalogue is in the layout of gettext."""

    folder: Path
    """Of the language: `locales/ru`."""
    document: str
    """The path below LC_MESSAGES, without suffix: `guide/index`."""


def gettext_place(path: Path) -> GettextPlace | None:
    """How the layout of gettext understands this path, at any depth below LC_MESSAGES; None outside of it."""
    folder = next((parent for parent in path.parents if parent.name == _MESSAGES), None)
    return GettextPlace(folder.parent, path.relative_to(folder).with_suffix("").as_posix()) if folder else None
