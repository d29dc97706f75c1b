"""What somebody has seen of an entry, as a hash: a decision or a translation counts for that and for nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.catalogue.bookkeeping import record
from l10n.catalogue.states import state
from l10n.identity import digest
from l10n.model import Entry, State


def fingerprint(entry: Entry) -> str:
    """Hash of source, translation, state and notes of rejections: a change of any of them voids what was decided."""
    return _hash(entry, state(entry), rejections(entry))


def shown_in(entry: Entry, shown: str) -> State | None:
    """The state in which they saw this very translation, perhaps with fewer notes; None if they saw another one."""
    notes = rejections(entry)
    counts = range(len(notes) + 1)
    return next((other for other in State for number in counts if _hash(entry, other, notes[:number]) == shown), None)


def same_text(entry: Entry, shown: str) -> bool:
    """They saw this very translation, but in another state or with fewer notes."""
    return shown_in(entry, shown) is not None


def rejections(entry: Entry) -> tuple[str, ...]:
    """The notes with which reviewers have sent the entry back."""
    return record(entry).rejections


def _hash(entry: Entry, in_state: State, notes: Sequence[str]) -> str:
    return digest(
        "" if entry.msgctxt is None else f"={entry.msgctxt}",
        entry.msgid,
        entry.msgid_plural or "",
        *entry.texts,
        in_state.value,
        *notes,
    )
