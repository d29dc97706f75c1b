"""An obsolete entry has the source of another entry.

`msgfmt` and `msgmerge` refuse such a file: "duplicate message definition". Keep the better translation in the entry
that is in use, and delete the one in the `#~` lines.

Bad:  Haus | house ;; #~ Haus | home
Bad:  Hund | dog ;; #~ Haus | house ;; #~ Haus | home
Good: Haus | house ;; #~ Häuser | houses
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Key
from l10n.model.findings import Severity

SEVERITY = Severity.ERROR


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[int | None, Hit]]:
    """Of two entries the later one is named; two that are in use cannot even be read."""
    current = _current(catalogue, {entry.key for entry in catalogue.obsolete})
    first: dict[Key, int] = {**{key: line for key, (_, line) in current.items()}, (None, ""): 1}
    for entry in catalogue.obsolete:
        other = first.setdefault(entry.key, entry.line)
        if other != entry.line:
            lines = sorted((other, entry.line))
            shown = f"“{entry.msgid[:60]}”" if entry.msgid else "the header"
            yield (
                current.get(entry.key, (None,))[0],
                Hit(f"{shown} is here again, obsolete: see line {lines[0]}", line=lines[1]),
            )


def _current(catalogue: CatalogueView, keys: Collection[Key]) -> dict[Key, tuple[int, int]]:
    """Index and line of the entries that are in use and have one of these keys."""
    entries = enumerate(catalogue.entries if keys else ())
    return {entry.key: (index, entry.line) for index, entry in entries if entry.key in keys}
