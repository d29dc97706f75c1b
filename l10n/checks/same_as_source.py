"""The translation is the source text, copied.

Editors do that when nobody has translated an entry, and translation engines when they give up. Names, numbers and short
titles may be the same in both languages.

Bad:  Das Haus ist groß. | Das Haus ist groß.
Bad ru: Moskau sucht neue Partner | Moskau sucht neue Partner
Good: Oliver Rolofs | Oliver Rolofs
Good: Global Media Forum 2024 | Global Media Forum 2024
Good: Tennis | Tennis
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.technical import without_names

SEVERITY = Severity.ERROR

_SMALL = re.compile(r"(?<!\w)[^\W\d_A-ZÄÖÜ][^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def check(pair: Pair) -> Iterator[Hit]:
    """Sentences and phrases with a word in lower case; a copied title with three words or more is worth a look."""
    if not pair.copied or pair.language == pair.source_language:
        return
    plain = without_names(pair.source_plain)
    words = _LETTERS.findall(plain)
    small = _SMALL.findall(plain)
    end = len(pair.target)
    if small and len(words) > 1:
        yield Hit("the translation is the source text", (0, end), (0, len(pair.source)))
    elif small and not words[0].isascii():
        yield Hit("the translation is the source text", (0, end), (0, len(pair.source)), severity=Severity.WARNING)
