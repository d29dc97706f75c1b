"""What state an entry is in, read from the PO file alone, and how many of each a catalogue has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.catalogue.mark import is_draft
from l10n.model import Counts, Entry, State

_WORD = re.compile(r"\S*\w\S*")


def state(entry: Entry) -> State:
    """The entry's state; obsolete entries have none that counts."""
    if not entry.translated:
        return State.UNTRANSLATED
    if not entry.fuzzy:
        return State.TRANSLATED
    return State.DRAFT if is_draft(entry) else State.EDITED


def count(entries: Iterable[Entry]) -> Counts:
    """Count what is not obsolete."""
    current = [entry for entry in entries if not entry.obsolete]
    states = [state(entry) for entry in current]
    return Counts(
        words=sum(len(_WORD.findall(entry.msgid)) for entry in current),
        untranslated=states.count(State.UNTRANSLATED),
        draft=states.count(State.DRAFT),
        edited=states.count(State.EDITED),
        translated=states.count(State.TRANSLATED),
    )
