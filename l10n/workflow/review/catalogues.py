"""The catalogues of a review, by what a request names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.errors import L10nError
from l10n.workflow import inputs


def named(paths: Sequence[Path], single: bool = False) -> list[Path]:
    """Return the PO files that these paths stand for; raises L10nError for none, and for several if one is wanted."""
    files = inputs.named_catalogues(paths)
    if single and len(files) > 1:
        raise L10nError(f"--entries is for one file, these are {len(files)}", "name one PO file")
    return files
