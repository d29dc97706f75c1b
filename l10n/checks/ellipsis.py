"""The ellipsis is lost, or written as three full stops where the source has the one character.

Type … (U+2026), not three full stops; `--fix` does it. A pause within a sentence may be said in another way: its
loss is noted.

Bad:  Er kam … und ging. | He came and went.
Bad:  Er kam … und ging. | He came ... and went.
Good: Er kam … und ging. | He came … and went.
Good: Er kam ... und ging. | He came … and went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SAFE = True
SEVERITY = Severity.WARNING

_DOTS = "..."
_ETC = re.compile(r"\b(?:etc|usw)\.{0,2}$")
"""The dots after it say nothing."""
_CUSTOM = "three full stops for an ellipsis"


def check(pair: Pair) -> Iterator[Hit]:
    """A lost one in mid-sentence; at the end it is the end mark that differs. Dots are a matter of custom: info."""
    dots = pair.target.find(_DOTS)
    if "…" in pair.source_chars or _DOTS in pair.source:
        inside = pair.source.rstrip(" .…\"'“”«»)")
        if "…" not in pair.target_chars and dots < 0 and ("…" in inside or _DOTS in inside):
            position = max(inside.find("…"), inside.find(_DOTS))
            goes_on = inside[position:].lstrip(" .…,;)\u00a0")[:1].islower()
            severity = Severity.INFO if goes_on or _ETC.search(inside[:position]) else None
            yield Hit("the ellipsis is gone", source_span=(position, position + 1), severity=severity)
    if dots >= 0 and _DOTS not in pair.source and "...." not in pair.target:
        usual = not _typographic(pair)
        severity = Severity.WARNING if "…" in pair.source_chars and not usual else Severity.INFO
        span, custom = (dots, dots + len(_DOTS)), _CUSTOM if usual else ""
        message, edits = f"{_CUSTOM}: …", ((*span, "…"),)
        yield Hit(message, span, edits=edits, severity=severity, custom=custom)


def _typographic(pair: Pair) -> bool:
    return pair.conventions is None or not pair.conventions.straight_dots
