"""Our comments on a change of the source; they go when the entry is accepted.

# l10n-changed: 38 → 39 (put into the translation)
# l10n-diff: [-38-] {+39+} Menschen starben.
"""

from __future__ import annotations

from dataclasses import replace

from l10n.model import Entry

CHANGED, DIFF = "l10n-changed: ", "l10n-diff: "


def noted(entry: Entry, reason: str, diff: str) -> Entry:
    """The entry with these notes behind people's comments."""
    notes = ([CHANGED + reason] if reason else []) + [DIFF + diff]
    return replace(entry, comments=(*entry.comments, *notes))


def without_notes(entry: Entry) -> Entry:
    """The entry without notes of earlier changes."""
    return replace(entry, comments=tuple(line for line in entry.comments if not line.startswith((CHANGED, DIFF))))
