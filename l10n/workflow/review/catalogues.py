"""The catalogues of a review, by what a request names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.catalogue.search import po_files
from l10n.config import Config
from l10n.errors import L10nError
from l10n.reports.characters import shown
from l10n.workflow import inputs


def named(paths: Sequence[Path], single: bool = False) -> list[Path]:
    """Return the PO files that these paths stand for; raises L10nError for none, and for several if one is wanted."""
    files = po_files(paths)
    if not files:
        raise L10nError(f"{shown(paths[0])}: no PO files", "name a PO file, or a folder that has some")
    if single and len(files) > 1:
        raise L10nError(f"--entries is for one file, these are {len(files)}", "name one PO file")
    return files


def named_or_all(paths: Sequence[Path], locales: Path | None, settings: Config) -> list[Path]:
    """Return the PO files that these paths stand for, else all catalogues; raises L10nError for none."""
    wanted = paths or (locales or settings.locales,)
    files = po_files(wanted)
    if not files:
        raise inputs.no_catalogues(wanted)
    return files
