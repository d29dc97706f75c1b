"""Comments of version 0.1.0 as they are written today; no state changes for the worse, and no text at all.

| then | today |
|---|---|
| `l10n-mt: … h=text` | bound to a source, too: that of `#|` if there is one, else the msgid |
| one `h` for all plural forms | one for each |
| `l10n-was: accepted h=source and text`, nothing if it was signed | two digests, signed or not |
| lines that end in a text | `¶` after it |
| `#|` that some program has dropped | restored from the notes on the change, if these are true |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from l10n.catalogue.bookkeeping import read, written
from l10n.catalogue.bookkeeping.digests import signature_digest
from l10n.catalogue.bookkeeping.grammar import PREFIX, WAS
from l10n.catalogue.bookkeeping.marks import machine_made
from l10n.catalogue.bookkeeping.reading import legacy, sound
from l10n.catalogue.bookkeeping.record import DraftMark, Record, Was
from l10n.catalogue.bookkeeping.wrapping import unwrapped
from l10n.documents.inline.carrying import carried_over
from l10n.identity import digest
from l10n.model import Entry


def renewed(entry: Entry) -> Entry:
    """The entry as today's version would have written it."""
    if not any(line.startswith(PREFIX) for line in entry.comments):
        return entry
    if (not all(map(sound, entry.comments)) and any(map(legacy, entry.comments))) or _forgets_signature(entry):
        old = read(entry.comments)
        new = replace(old, marks=tuple(_mark(mark, entry) for mark in old.marks), was=tuple(_was(entry, old)))
        entry = replace(entry, comments=written(new))
    return _with_previous(entry)


def current(comments: tuple[str, ...]) -> bool:
    """At a glance, `renewed` leaves an entry with these comments and without `#|` as it is, wherever it stands."""
    return unwrapped(comments) and not any(line.startswith(WAS) for line in comments)


def _forgets_signature(entry: Entry) -> bool:
    """Outdated, signed before, and without a memory of that."""
    if not entry.previous or not entry.fuzzy:
        return False
    known = read(entry.comments)
    return bool(known.signatures) and not known.was


def _mark(mark: DraftMark, entry: Entry) -> DraftMark:
    if mark.source is not None or not mark.texts:
        return mark
    plural = len(entry.texts) > 1 and mark.texts == (digest(*entry.texts),)
    texts = tuple(map(digest, entry.texts)) if plural else mark.texts
    return replace(mark, source=_source(entry, _previous(entry) or entry.msgid), texts=texts)


def _was(entry: Entry, old: Record) -> Iterator[Was]:
    """The memories in two digests, and one that the text has stood here under another source."""
    memories = [_in_two(was, entry, old) for was in old.was]
    yield from memories
    if any(was.source for was in memories):
        return
    now = digest(*entry.texts)
    for before in _sources(entry, old):
        for text in filter(None, (entry.msgstr, _uncarried(entry, old, before))):
            if _signed_before(entry, before, text, old):
                yield Was("accepted", _source(entry, before), digest(text), now)
                return
    previous = _previous(entry)
    if entry.fuzzy and previous is not None and (_split_or_joined(old) or _is_edited_draft(entry, old)):
        yield Was("edited", _source(entry, previous), now, now)


def _in_two(was: Was, entry: Entry, old: Record) -> Was:
    """One digest of source and text -> two, if one of the sources that we know is the right one."""
    if was.source is not None:
        return was
    now = digest(*entry.texts)
    for source in (entry.msgid, *_sources(entry, old)):
        for text in filter(None, (entry.msgstr, _uncarried(entry, old, source))):
            if digest(source, text) == was.text:
                return Was(was.state, _source(entry, source), digest(text), now)
    return was


def _sources(entry: Entry, old: Record) -> Iterator[str]:
    before = _previous(entry)
    yield from ((before,) if before is not None else ())
    yield from old.before()


def _uncarried(entry: Entry, old: Record, before: str) -> str:
    """The text without the edit that was made in it along with its source; empty if there was none."""
    back = carried_over(entry, entry.msgid, before, entry.msgstr) if old.carried else None
    return back.text if back else ""


def _signed_before(entry: Entry, source: str, text: str, old: Record) -> bool:
    then = signature_digest(replace(entry, msgid=source, msgstr=text))
    return any(signature.digest == then for signature in old.signatures)


def _is_edited_draft(entry: Entry, old: Record) -> bool:
    """l10n has made it outdated, and it was neither accepted nor signed, nor a machine's."""
    return bool(old.diffs) and not (old.was or old.signatures) and not machine_made(entry)


def _split_or_joined(old: Record) -> bool:
    return any(note.startswith(("split in", "joined from")) for note in old.changed)


def _with_previous(entry: Entry) -> Entry:
    """The entry with the `#|` that the notes tell of, if their digest says that they are right."""
    if not entry.fuzzy or entry.previous or entry.plural:
        return entry
    known = read(entry.comments)
    if not known.was:
        return entry
    sources = {was.source for was in known.was}
    before = next((text for text in known.before() if digest(text) in sources and text != entry.msgid), None)
    return entry if before is None else replace(entry, previous=(("msgid", before),))


def _previous(entry: Entry) -> str | None:
    return entry.previous_msgid


def _source(entry: Entry, msgid: str) -> str:
    """Digest of a source of before, in today's form."""
    plural = dict(entry.previous).get("msgid_plural", entry.msgid_plural)
    return digest(msgid) if entry.msgid_plural is None or plural is None else digest(msgid, plural)
