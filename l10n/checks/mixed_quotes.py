"""Many texts have straight quotation marks, and others those of the language.

Choose one kind for the whole catalogue; `quotes` says nothing of straight ones there. Where nearly all are straight,
that is a note.

Bad ru: a | "а" ;; b | "б" ;; c | "в" ;; d | «г» ;; e | «д» ;; f | «е»
Bad ru: a | "а" ;; b | "б"
Good ru: a | «а» ;; b | «б» ;; c | «в» ;; d | "г"
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model.findings import Severity
from l10n.text.typography import typography

SEVERITY = Severity.WARNING
ALONE = True


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[int | None, Hit]]:
    """One finding for the catalogue, of the texts that people have accepted."""
    custom = catalogue.overview.quotation
    counts = f"texts with straight quotation marks: {custom.straight}, with others: {custom.others}"
    if custom.is_mixed:
        yield None, Hit(f"{counts}; choose one kind")
    elif custom.straight > custom.others and typography(catalogue.language):
        yield None, Hit(counts, severity=Severity.INFO)
