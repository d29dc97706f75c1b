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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[Entry | None, Hit]]:
    """Singular entries with text; letters and figures count, punctuation, case and kind of apostrophe do not."""
    entries = [entry for entry in catalogue.entries if entry.msgstr and not entry.plural]
    sourced = [_Sourced(entry, source.msgid) for entry in entries if (source := catalogue.source_of(entry))]
    yield from _various(sourced)
    yield from _reused(sourced, catalogue.kind.is_technical)


class _Sourced(NamedTuple):
    """An entry and the text that it translates."""

    entry: Entry
    source: str


def _various(entries: Sequence[_Sourced]) -> Iterator[tuple[Entry, Hit]]:
    for group in _groups(entries, [alike(entry.source) for entry in entries]):
        first = group[0].entry
        for entry, source in group[1:]:
            if entry.msgstr != first.msgstr and _normal(entry.msgstr) != _normal(first.msgstr):
                message = f"elsewhere (line {first.line}) this is “{_cut(first.msgstr)}”"
                severity = Severity.INFO if len(source.split()) < _WORDS else None  # Öffnen in a menu, above a window
                yield entry, Hit(message, (0, len(entry.msgstr)), severity=severity)


def _reused(entries: Sequence[_Sourced], technical: bool) -> Iterator[tuple[Entry, Hit]]:
    for group in _groups(entries, [alike(entry.entry.msgstr) for entry in entries]):
        first = group[0]
        if first.entry.msgstr.count(" ") < _WORDS - 1:
            continue
        for entry, source in group[1:]:
            if source != first.source and _differ(source, first.source):
                message = f"the same translation as of “{_cut(first.source)}” (line {first.entry.line})"
                severity = Severity.INFO if technical and _may_mean_the_same(source, first.source) else None
                yield entry, Hit(message, (0, len(entry.msgstr)), severity=severity)


def _groups(entries: Sequence[_Sourced], texts: Sequence[str]) -> Iterable[list[_Sourced]]:
    """Entries with equal texts, where there are several; a draft is what differs from an accepted one."""
    if len(set(texts)) == len(texts):
        return ()
    by_text: defaultdict[str, list[_Sourced]] = defaultdict(list)
    for entry, text in zip(entries, texts, strict=True):
        by_text[text].append(entry)
    return (sorted(group, key=lambda each: each.entry.fuzzy) for group in by_text.values() if len(group) > 1)


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
