"""The catalogues of an exchange, by what a request names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.config import Config
from l10n.workflow import inputs


def named(paths: Sequence[Path], locales: Path | None, settings: Config) -> list[Path]:
    """Return the PO files of the paths and of the folder, else of the settings' folder; raises L10nError for none."""
    if paths:
        return inputs.named_catalogues([*paths, *([locales] if locales else ())])
    return inputs.stored_catalogues((), locales, settings) or inputs.named_catalogues([locales or settings.locales])
