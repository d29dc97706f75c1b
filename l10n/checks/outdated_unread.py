"""An outdated translation was accepted as it was: has anybody read it beside the new source?

The source has changed, and the entry is no longer fuzzy, but its text is still, letter by letter, what it was: many
editors take the flag off of everything that is selected. If it is right for the new source, sign it with `l10n review
approve --outdated`; else correct it. (In the examples ~ marks such an entry.)

Bad:  ~Das Haus ist groß. | The house is small.
Good: Das Haus ist groß. | The house is big.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import CatalogueView, Hit
from l10n.model import Entry, State
from l10n.model.findings import Severity

SEVERITY = Severity.WARNING


def check_entry(_entry: Entry, state: State, _catalogue: CatalogueView) -> Iterator[Hit]:
    """Entries in the state “outdated unread”."""
    if state is State.OUTDATED_UNREAD:
        yield Hit("outdated unread: still the translation of another source, and nobody has signed it")
