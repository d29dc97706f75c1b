"""The same source is translated in different ways, or different sources in the same way.

Readers take two words for two things. Where the difference is meant, say so with `# l10n-ignore: consistency (why)`,
or tell the entries apart with msgctxt: a short text that differs by context is only a note, and so are in software
sources that may mean the same.

Bad:  Neue Partner für Baku | New partners for Baku ;; Neue Partner für Baku | Baku's new partners
Bad:  Das Haus ist alt. | The house is old. ;; Das Auto ist sehr neu. | The house is old.
Good: Neue Partner für Baku | New partners for Baku ;; Neue Partner für Baku | New partners for Baku
Good: Das Haus ist alt. | The house is old. ;; Das Haus ist alt! | The house is old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Entry
from l10n.model.findings import Severity
from l10n.text.apostrophe import alike

SEVERITY = Severity.WARNING

_NOISE = re.compile(r"[\W_]+")
_WORDS = 3
"""Shorter texts may well be translated alike: Ja and Jawohl."""
_LONG = 6
"""Words of texts that say enough to tell whether they mean the same."""
_SHOWN = 60


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[int | None, Hit]]:
    """Singular entries with text; letters and figures count, punctuation, case and kind of apostrophe do not."""
    pairs = catalogue.overview.pairs
    look = _Comparison(catalogue)
    for index, first in pairs.various():
        yield from ((index, hit) for hit in look.various(index, first))
    for index, first in pairs.reused():
        yield from ((index, hit) for hit in look.reused(index, first))


class _Comparison:
    """Compares entries with the first one of their group; the groups come one after the other."""

    def __init__(self, catalogue: CatalogueView) -> None:
        self._catalogue = catalogue
        self._first = -1, Entry("")

    def various(self, index: int, first: int) -> Iterator[Hit]:
        """The same source in another translation."""
        entry, usual = self._entries(index, first)
        source, same = self._source(entry), self._source(usual)
        if alike(source) == alike(same) and _normal(entry.msgstr) != _normal(usual.msgstr):
            message = f"elsewhere (line {usual.line}) this is “{_cut(usual.msgstr)}”"
            severity = Severity.INFO if len(source.split()) < _WORDS else None  # Öffnen in a menu, above a window
            yield Hit(message, (0, len(entry.msgstr)), severity=severity)

    def reused(self, index: int, first: int) -> Iterator[Hit]:
        """The same translation of another source."""
        entry, usual = self._entries(index, first)
        if usual.msgstr.count(" ") < _WORDS - 1 or alike(entry.msgstr) != alike(usual.msgstr):
            return
        source, other = self._source(entry), self._source(usual)
        if _differ(source, other):
            message = f"the same translation as of “{_cut(other)}” (line {usual.line})"
            mild = self._catalogue.kind.is_technical and _may_mean_the_same(source, other)
            yield Hit(message, (0, len(entry.msgstr)), severity=Severity.INFO if mild else None)

    def _entries(self, index: int, first: int) -> tuple[Entry, Entry]:
        if self._first[0] != first:
            self._first = first, self._catalogue.entries[first]
        return self._catalogue.entries[index], self._first[1]

    def _source(self, entry: Entry) -> str:
        source = self._catalogue.source_of(entry)
        return source.msgid if source else ""


def _differ(text: str, other: str) -> bool:
    """Not the same but for punctuation, case, or an inflected word."""
    first, second = _normal(text).split(), _normal(other).split()
    if first == second:
        return False
    return len(set(first) ^ set(second)) > max(2, (len(first) + len(second)) // 4)


def _may_mean_the_same(text: str, other: str) -> bool:
    """Programs say in many ways that a file cannot be opened; long texts without much in common are two matters."""
    first, second = (set(_normal(each).split()) for each in (text, other))
    return min(len(first), len(second)) < _LONG or 2 * len(first & second) >= len(first | second)


def _normal(text: str) -> str:
    return _NOISE.sub(" ", alike(text)).strip().casefold()


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
