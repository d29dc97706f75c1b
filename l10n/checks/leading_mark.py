"""The text begins with a dash or a bullet, and the source does not.

Translation engines take a sentence for an item of a list, or for speech in a film. `--fix` removes the mark. Speech
that begins with a dash instead of quotation marks is right.

Bad:  Der Hafen ist offen. | - The harbour is open.
Bad ru: Der Hafen ist offen. | • Гавань открыта.
Good: – Der Hafen | • The harbour
Good ru: „Komm“, sagte er. | — Приходи, — сказал он.
Good: Minus fünf Grad | -5 degrees
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SAFE = True
SEVERITY = Severity.ERROR

_MARKS = "-–—―•·‣▪●◦*"
_LEADING = re.compile(r"\s*+([-–—―*]++\s++|[•·‣▪●◦]++\s*+|[–—―]++)(?=[^\s\d])")
_EXCUSED = _MARKS + "−‐\"“”„«»‘’‚'›‹>…"
"""What may become such a mark at the beginning of a source."""


def check(pair: Pair) -> Iterator[Hit]:
    """Speech has a dash where its source has quotation marks, and a list may have another bullet."""
    if pair.target.lstrip()[:1] not in _MARKS or pair.source.lstrip()[:1] in _EXCUSED:
        return
    if match := _LEADING.match(pair.target):
        span = match.span(1)
        yield Hit(f"begins with “{match[1].strip()}”, the source does not", span, edits=((*span, ""),))
