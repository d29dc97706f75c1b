"""How each language sets its text: quotation marks, numbers, percent, dash, letters."""

from __future__ import annotations

import string

from l10n.languages import Tier, record
from l10n.languages.record import Typography

LATIN = frozenset(string.ascii_letters)
CYRILLIC = frozenset(map(chr, range(0x400, 0x530)))

SPACES = "\u00a0\u202f\u2009 "


def typography(lang: str) -> Typography | None:
    """The customs of this language; None if we know no more of them than CLDR."""
    known = record(lang)
    return None if known.tier is Tier.BASIC else known.typography
