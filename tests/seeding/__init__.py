"""Seeded errors: translations that are good but for one realistic error of a known kind, the same for the same seed.

They measure how many errors `l10n check` misses, so nothing here knows how a check works, only its name.
"""

from tests.seeding import (
    addresses,
    case,
    engines,
    length,
    letters,
    manuals,
    markup,
    meanings,
    negation,
    numbers,
    pairs,
    people,
    punctuation,
    quantities,
    spaces,
    tags,
    words,
)
from tests.seeding.catalogues import CATALOGUE_KINDS, HEADER, CatalogueKind, Spoiled, Volume, spoiled
from tests.seeding.material import TARGETS, Kind, Material, seeded

KINDS: tuple[Kind, ...] = (
    *words.KINDS,
    *engines.KINDS,
    *people.KINDS,
    *negation.KINDS,
    *length.KINDS,
    *letters.KINDS,
    *case.KINDS,
    *numbers.KINDS,
    *quantities.KINDS,
    *meanings.KINDS,
    *punctuation.KINDS,
    *pairs.KINDS,
    *spaces.KINDS,
    *addresses.KINDS,
    *markup.KINDS,
    *tags.KINDS,
    *manuals.KINDS,
)
"""Errors of one segment."""

__all__ = [
    "CATALOGUE_KINDS",
    "HEADER",
    "KINDS",
    "TARGETS",
    "CatalogueKind",
    "Kind",
    "Material",
    "Spoiled",
    "Volume",
    "seeded",
    "spoiled",
]
