"""What an entry remembers of a change of its source: our notes on it, and what the text was before.

They go when somebody signs the entry, or accepts another text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.digests import place_digest, signature_digest, source_digest, text_digest
from l10n.catalogue.bookkeeping.marks import (
    machine_made,
    misplaced,
    true_mark,
)
from l10n.catalogue.bookkeeping.record import DraftMark, Was
from l10n.identity import digest
from l10n.model import Entry


def noted(entry: Entry, reason: str, diff: str) -> Entry:
    """The entry with these notes in place of earlier ones."""
    return with_record(entry, replace(record(entry), changed=(reason,) if reason else (), diffs=(diff,)))


def without_notes(entry: Entry) -> Entry:
    """The entry without what tells of a change of its source."""
    return with_record(entry, record(entry).without_changes())


def has_notes(entry: Entry) -> bool:
    """l10n itself has made the entry outdated."""
    return bool(record(entry).changed or record(entry).diffs)


def carried(entry: Entry) -> bool:
    """The text was changed along with the source: it belongs to the msgid, not to `#| msgid`."""
    return record(entry).carried


def remembering(old: Iterable[Entry], new: Entry) -> Entry:
    """The new entry, whose text was made of the old ones', with what each of these was."""
    now = text_digest(new)
    was = dict.fromkeys(replace(memory, now=now) for entry in old for memory in _memories(entry))
    return with_record(new, replace(record(new), was=tuple(was)))


def of_place(entry: Entry) -> Was:
    """What to remember of a text that will stand where equal sentences with other texts stood: its own place."""
    text = text_digest(entry)
    return Was("edited" if entry.fuzzy else "accepted", place_digest(entry), text, text)


def was_accepted(entry: Entry) -> bool:
    """Somebody has accepted this text as the translation of exactly this source."""
    return _was(entry, "accepted")


def was_edited(entry: Entry) -> bool:
    """This text was people's, and fuzzy, when exactly this was its source."""
    return _was(entry, "edited")


def unread(entry: Entry) -> bool:
    """The text is, letter by letter, what it was when it belonged to another source."""
    return stale(entry, true_mark(entry))


def stale(entry: Entry, mark: DraftMark | None) -> bool:
    """The same, where the mark that the text has is known."""
    if was := record(entry).was:
        source, now = source_digest(entry), text_digest(entry)
        left = [memory for memory in was if memory.source is not None and memory.now == now]
        if any(memory.source == source and memory.text == now for memory in left):
            return False
        if any(memory.source != source for memory in left):
            return True
    return misplaced(entry, mark)


def tidied(entry: Entry) -> Entry:
    """The entry without traces of a change that is done with: another text was accepted, or this one signed."""
    if entry.fuzzy or not entry.translated or unread(entry):
        return entry
    old = record(entry)
    wanted = signature_digest(entry)
    signatures = tuple(signature for signature in old.signatures if signature.digest == wanted)
    clean = with_record(entry, replace(old.without_changes(), signatures=signatures))
    return replace(clean, previous=())


def _was(entry: Entry, state: str) -> bool:
    """Version 0.1.0 wrote one digest for source and text."""
    text, both = text_digest(entry), digest(entry.msgid, entry.msgstr)
    fitting = {(None, both), (source_digest(entry), text), (place_digest(entry), text)}
    return any(memory.state == state and (memory.source, memory.text) in fitting for memory in record(entry).was)


def _memories(entry: Entry) -> list[Was]:
    """What the text is to be remembered as, if its source changes now."""
    if not entry.translated:
        return []
    text = text_digest(entry)
    if not entry.fuzzy and not unread(entry):
        return [Was("accepted", source_digest(entry), text, text)]
    kept = [memory for memory in record(entry).was if memory.now == text or memory.source is None]
    if machine_made(entry) and not kept:  # a draft: only its mark counts
        mark = true_mark(entry)
        return [] if entry.fuzzy or mark is None else [Was("edited", mark.source, text, text)]
    if not any(memory.source for memory in kept):
        before = dict(entry.previous).get("msgid", entry.msgid)
        kept.append(Was("edited", digest(before), text, text))
    return kept
