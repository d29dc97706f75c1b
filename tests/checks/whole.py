"""What a check finds in a whole catalogue."""

from __future__ import annotations

from l10n.checks import CatalogueView, Check, Hit


def hits(check: Check, view: CatalogueView) -> list[Hit]:
    """Of all its entries together, and of each of them."""
    whole = [hit for _, hit in check.catalogue(view)] if check.catalogue else []
    single = (check.entry(*each, view) for each in zip(view.entries, view.states, strict=True)) if check.entry else ()
    return [*whole, *(hit for each in single for hit in each)]
