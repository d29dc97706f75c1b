"""Where the catalogues of a document are, in the layout of gettext."""

from __future__ import annotations

from pathlib import Path


def template_path(locales: Path, document: str) -> Path:
    """`locales/<document>.pot`."""
    return locales / f"{document}.pot"


def catalogue_path(locales: Path, lang: str, document: str) -> Path:
    """`locales/<language>/LC_MESSAGES/<document>.po`."""
    return locales / lang / "LC_MESSAGES" / f"{document}.po"
