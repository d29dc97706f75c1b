"""The same source is translated in different ways, or different sources in the same way.

Readers take two words for two things. Where the difference is meant, say so with `# l10n-ignore: consistency (why)`,
or tell the entries apart with msgctxt: a short text that differs by context is only a note.

Bad:  Neue Partner für Baku | New partners for Baku ;; Neue Partner für Baku | Baku's new partners
Bad:  Das Haus ist alt. | The house is old. ;; Das Auto ist sehr neu. | The house is old.
Good: Neue Partner für Baku | New partners for Baku ;; Neue Partner für Baku | New partners for Baku
Good: Das Haus ist alt. | The house is old. ;; Das Haus ist alt! | The house is old.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from l10n.apostrophe import alike
from l10n.checks import Catalogue, Hit
from l10n.findings import Severity
from l10n.model import Entry

SEVERITY = Severity.WARNING

_NOISE = re.compile(r"[\W_]+")
_WORDS = 3
"""Shorter texts may well be translated alike: Ja and Jawohl."""
_SHOWN = 60


def check_catalogue(catalogue: Catalogue) -> Iterator[tuple[Entry | None, Hit]]:
    """Singular entries with text; letters and figures count, punctuation, case and kind of apostrophe do not."""
    entries = [entry for entry in catalogue.entries if entry.msgstr and entry.msgid_plural is None]
    yield from _various(entries)
    yield from _reused(entries)


def _various(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Hit]]:
    for group in _groups(entries, [alike(entry.msgid) for entry in entries]):
        first = group[0]
        for entry in group[1:]:
            if entry.msgstr != first.msgstr and _normal(entry.msgstr) != _normal(first.msgstr):
                message = f"elsewhere (line {first.line}) this is “{_cut(first.msgstr)}”"
                severity = Severity.INFO if _meant(entry, first) else None
                yield entry, Hit(message, (0, len(entry.msgstr)), severity=severity)


def _meant(entry: Entry, first: Entry) -> bool:
    """A word or two in different contexts: Öffnen in a menu and above a window."""
    return entry.msgctxt != first.msgctxt and len(entry.msgid.split()) < _WORDS


def _reused(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Hit]]:
    for group in _groups(entries, [alike(entry.msgstr) for entry in entries]):
        first = group[0]
        if first.msgstr.count(" ") < _WORDS - 1:
            continue
        for entry in group[1:]:
            if entry.msgid != first.msgid and _differ(entry.msgid, first.msgid):
                message = f"the same translation as of “{_cut(first.msgid)}” (line {first.line})"
                yield entry, Hit(message, (0, len(entry.msgstr)))


def _groups(entries: Sequence[Entry], texts: Sequence[str]) -> Iterable[list[Entry]]:
    """Entries with equal texts, where there are several."""
    if len(set(texts)) == len(texts):
        return ()
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry, text in zip(entries, texts, strict=True):
        found[text].append(entry)
    return (group for group in found.values() if len(group) > 1)


def _differ(one: str, other: str) -> bool:
    """Not the same but for punctuation, case, or an inflected word."""
    first, second = _normal(one).split(), _normal(other).split()
    if first == second:
        return False
    return len(set(first) ^ set(second)) > max(2, (len(first) + len(second)) // 4)


def _normal(text: str) -> str:
    return _NOISE.sub(" ", alike(text)).strip().casefold()


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
