"""Where `l10n glossary learn` has first drafts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.errors import L10nError
from l10n.glossary.learning import Correction


def first_drafts(paths: Iterable[Path]) -> Iterator[Correction]:
    """The reviewed entries of these catalogues with their first drafts; L10nError if nobody has kept drafts."""
    place = ", ".join(map(str, paths)) or "."
    raise L10nError(
        f"{place}: no first drafts are kept: catalogues have their hash only", "there is nothing to learn from yet"
    )
