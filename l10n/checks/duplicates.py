"""An obsolete entry has the source of another entry.

`msgfmt` and `msgmerge` refuse such a file: "duplicate message definition". Keep the better translation in the entry
that is in use, and delete the one in the `#~` lines.

Bad:  Haus | house ;; #~ Haus | home
Bad:  Hund | dog ;; #~ Haus | house ;; #~ Haus | home
Good: Haus | house ;; #~ Häuser | houses
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Entry
from l10n.model.findings import Severity

SEVERITY = Severity.ERROR


def check_catalogue(catalogue: CatalogueView) -> Iterator[tuple[Entry | None, Hit]]:
    """Of two entries the later one is named; two that are in use cannot even be read."""
    current = {entry.key: entry for entry in catalogue.entries}
    first = {**{entry.key: entry.line for entry in catalogue.entries}, (None, ""): 1}
    for entry in catalogue.obsolete:
        other = first.setdefault(entry.key, entry.line)
        if other != entry.line:
            lines = sorted((other, entry.line))
            shown = f"“{entry.msgid[:60]}”" if entry.msgid else "the header"
            yield current.get(entry.key), Hit(f"{shown} is here again, obsolete: see line {lines[0]}", line=lines[1])
