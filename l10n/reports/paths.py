"""Paths as reports and messages show them."""

from __future__ import annotations

from pathlib import Path

from l10n.files.paths import short
from l10n.reports.characters import visible


def shown(path: Path) -> str:
    """Return a path for people: as short as the current folder allows, on one line."""
    return visible(str(short(path)))
