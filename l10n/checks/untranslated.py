"""There is no translation.

Write one, or have one drafted: `l10n draft`. With `--require` this is a matter of the gate.

Bad:  Das Haus ist groß. |␣
Good: Das Haus ist groß. | The house is big.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.documents import inline
from l10n.model import Entry, State
from l10n.model.findings import Severity

SEVERITY = Severity.WARNING


def check_entry(entry: Entry, _state: State, _catalogue: CatalogueView) -> Iterator[Hit]:
    """Entries without any text; what is code or a picture and nothing else needs none."""
    if not any(map(str.strip, entry.texts)) and inline.has_words(entry):
        yield Hit("not translated")
