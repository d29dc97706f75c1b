r"""A letter is written as a letter and a combining accent.

“й” and “ё”, “ö” and “İ” have code points of their own; in two pieces they are not found by a search and look wrong in
many fonts. Unicode calls the usual form NFC.

Bad ru: mein | мои\u0306
Bad az: Öl | O\u0308l
Good ru: mein | мой
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SAFE = True
SEVERITY = Severity.WARNING
ALONE = True

_PIECES = re.compile(r"\w[\u0300-\u036f]+")


def check(pair: Pair) -> Iterator[Hit]:
    """Letters whose normal form is another; stress marks, which have no letter of their own, are fine."""
    if pair.target.isascii() or unicodedata.is_normalized("NFC", pair.target):
        return
    edits = [
        (*match.span(), normal)
        for match in _PIECES.finditer(pair.target_plain)  # the last letter of `%s` may have an accent after it
        if (normal := unicodedata.normalize("NFC", match[0])) != match[0]
    ]
    if edits:
        start, end, letter = edits[0]
        yield Hit(f"“{letter}” is written in two pieces", (start, end), edits=tuple(edits))
