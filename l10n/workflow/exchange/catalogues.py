"""The catalogues of an exchange, by what a request names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.catalogue.search import po_files
from l10n.config import Config
from l10n.errors import L10nError
from l10n.reports.characters import shown


def named(paths: Sequence[Path], locales: Path | None, settings: Config) -> list[Path]:
    """Return the PO files of the paths and of the folder, else of the settings' folder; raises L10nError for none."""
    wanted = [*paths, *([locales] if locales else ())] or [settings.locales]
    files = po_files(wanted)
    if not files:
        raise L10nError(f"{shown(wanted[0])}: no PO files", "name a PO file, or a folder that has some")
    return files
