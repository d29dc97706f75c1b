"""Quotations that begin in one segment and end in another."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.documents import inline
from l10n.model import Entry, Key, Span
from l10n.pairs.quotation import MARKS, is_reversed, loose, marks
from l10n.text.lazy import contains_any

_FAR = 12
"""Segments after which nobody looks for the end."""


class RunningQuotations:
    """Follows the quotations of the translation from entry to entry, in the order of the document."""

    def __init__(self) -> None:
        self.keys: set[Key] = set()
        """The entries over which they run."""
        self._opened: list[Key] = []

    def add(self, entry: Entry) -> None:
        """The next entry."""
        opening, closing = _loose(entry) if contains_any(entry.msgstr, MARKS) else (0, 0)
        if self._opened:
            self._opened.append(entry.key)
        if self._opened and closing:
            self.keys.update(self._opened)
        if opening:
            self._opened = [entry.key]
        elif closing or len(self._opened) > _FAR:
            self._opened = []


def continued(entries: Iterable[Entry]) -> frozenset[Key]:
    """The entries, in the order of the document, over which the quotations of the translation run."""
    running = RunningQuotations()
    for entry in entries:
        running.add(entry)
    return frozenset(running.keys)


def _loose(entry: Entry) -> Span:
    text = inline.visible_of(entry, entry.msgstr).text
    return loose(marks(text, is_reversed(text)))
