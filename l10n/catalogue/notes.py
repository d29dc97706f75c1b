"""Our comments on a change of the source; they go when the entry is accepted.

    # l10n-changed: 38 → 39 (put into the translation)
    # l10n-diff: [-38-] {+39+} Menschen starben.
    # l10n-was: accepted h=ab12cd34

The last one remembers that the text was accepted, though not signed, as the translation of the source of before: if
that comes back, and nobody has edited the text, it is accepted again. `h` is the digest of both.
"""

from __future__ import annotations

from dataclasses import replace

from l10n.identity import digest
from l10n.model import Entry

CHANGED, DIFF, _WAS = "l10n-changed: ", "l10n-diff: ", "l10n-was: accepted h="
PUT = "(put into the translation)"


def noted(entry: Entry, reason: str, diff: str) -> Entry:
    """The entry with these notes behind people's comments."""
    notes = ([CHANGED + reason] if reason else []) + [DIFF + diff]
    return replace(entry, comments=(*entry.comments, *notes))


def without_notes(entry: Entry, *prefixes: str) -> Entry:
    """The entry without notes of earlier changes; without those of these kinds, if any are named."""
    unwanted = prefixes or (CHANGED, DIFF, _WAS)
    return replace(entry, comments=tuple(line for line in entry.comments if not line.startswith(unwanted)))


def has_notes(entry: Entry) -> bool:
    """l10n itself has made the entry outdated."""
    return any(line.startswith((CHANGED, DIFF)) for line in entry.comments)


def carried(entry: Entry) -> bool:
    """The text was changed along with the source: it belongs to the msgid, not to `#| msgid`."""
    return any(line.startswith(CHANGED) and PUT in line for line in entry.comments)


def remembering(entry: Entry) -> Entry:
    """The entry with a note that its text, not fuzzy now, was accepted."""
    return replace(without_notes(entry, _WAS), comments=(*without_notes(entry, _WAS).comments, _was(entry)))


def was_accepted(entry: Entry) -> bool:
    """The text was accepted as the translation of exactly this source once."""
    return _was(entry) in entry.comments


def _was(entry: Entry) -> str:
    return _WAS + digest(entry.msgid, entry.msgstr)
