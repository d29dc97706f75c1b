"""A draft was accepted as it came: has anybody read it?

The entry is no longer fuzzy, and its text is still the machine's, letter by letter. Nothing is wrong with it if it is
good: read it and sign it with `l10n review approve`. (In the examples ! marks such an entry.)

Bad:  !Das Haus ist groß. | The house is big.
Good: Das Haus ist groß. | The house is big.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Entry, State
from l10n.model.findings import Severity

SEVERITY = Severity.WARNING


def check_entry(_entry: Entry, state: State, _catalogue: CatalogueView) -> Iterator[Hit]:
    """Entries in the state “accepted unread”."""
    if state is State.UNREAD:
        yield Hit("accepted unread: still the machine's text, and nobody has signed it")
