"""Quotations that begin in one segment and end in another."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.documents import inline
from l10n.model import Entry, Key
from l10n.pairs.quotation import MARKS, is_reversed, loose, marks

_FAR = 12
"""Segments after which nobody looks for the end."""


def continued(entries: Iterable[Entry]) -> frozenset[Key]:
    """The entries, in the order of the document, over which the quotations of the translation run."""
    keys: set[Key] = set()
    opened: list[Key] = []
    for entry in entries:
        opening, closing = _loose(entry)
        if opened:
            opened.append(entry.key)
        if opened and closing:
            keys.update(opened)
        if opening:
            opened = [entry.key]
        elif closing or len(opened) > _FAR:
            opened = []
    return frozenset(keys)


def _loose(entry: Entry) -> tuple[int, int]:
    if not any(mark in entry.msgstr for mark in MARKS):
        return 0, 0
    text = inline.visible_of(entry, entry.msgstr).text
    return loose(marks(text, is_reversed(text)))
