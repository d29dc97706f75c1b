"""Notes from outside -> comments of an entry; none of them may pass for one of ours."""

from __future__ import annotations

from dataclasses import replace

from l10n.catalogue.bookkeeping import one_line, record, with_record
from l10n.catalogue.bookkeeping.grammar import PREFIX
from l10n.model import Entry


def commented(entry: Entry, note: str) -> Entry:
    """The entry with each line of the note as a comment, if it does not have that yet."""
    if not note.strip():
        return entry
    old = record(entry)
    known = {"", *old.people}
    new = dict.fromkeys(line for line in map(_comment, note.splitlines()) if line not in known)
    return with_record(entry, replace(old, people=(*old.people, *new)))


def _comment(line: str) -> str:
    """A signature that somebody has typed into another program signs nothing."""
    text = one_line(line)
    return f"“{text}”" if text.startswith(PREFIX) else text
