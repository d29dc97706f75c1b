"""A reviewer's signature: a comment that counts for one text only.

Its digest is that of msgctxt, msgid (and msgid_plural, or what a key stands for), msgstr (or its forms): whoever
changes any of them later, in whatever editor, takes the signature off without knowing it.
"""

from __future__ import annotations

from dataclasses import replace

from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.digests import signature_digest, source_digest
from l10n.catalogue.bookkeeping.marks import true_mark
from l10n.catalogue.bookkeeping.record import Signature
from l10n.model import Entry


def signed(entry: Entry) -> bool:
    """Somebody has signed exactly this text as the translation of exactly this source."""
    return _counting(entry) is not None


def signature(entry: Entry) -> tuple[str, str] | None:
    """Name and date of whoever has signed exactly this; None if nobody has."""
    counting = _counting(entry)
    return None if counting is None else (counting.name, counting.date)


def sign(entry: Entry, name: str, date: str) -> Entry:
    """The entry with this signature (date as YYYY-MM-DD) in place of older ones; no longer fuzzy, no `#|`.

    Whoever signs says that the text is one of this source: our notes on a change of it go.
    """
    new = Signature(" ".join(name.split()), date, signature_digest(entry))
    true = true_mark(entry)
    old = record(entry).without_changes()
    marks = tuple(replace(mark, source=source_digest(entry)) if mark == true else mark for mark in old.marks)
    return with_record(replace(entry.accepted(), previous=()), replace(old, signatures=(new,), marks=marks))


def unsigned(entry: Entry) -> Entry:
    """The entry without any signature."""
    return with_record(entry, replace(record(entry), signatures=()))


def with_context(entry: Entry, msgctxt: str | None) -> Entry:
    """The entry under another msgctxt: a signature counts as before, as source and text are the same.

    So does one of an outdated text for its old source: it will count again when that comes back.
    """
    if msgctxt == entry.msgctxt:
        return entry
    moved = replace(entry, msgctxt=msgctxt)
    signatures = record(entry).signatures
    if not signatures:
        return moved
    sources = {entry.msgid, dict(entry.previous).get("msgid", entry.msgid)}
    signable = [replace(entry, msgid=source) for source in sources]
    digests = {signature_digest(old): signature_digest(replace(old, msgctxt=msgctxt)) for old in signable}
    renewed = tuple(replace(old, digest=digests.get(old.digest, old.digest)) for old in signatures)
    return with_record(moved, replace(record(moved), signatures=renewed))


def _counting(entry: Entry) -> Signature | None:
    signatures = record(entry).signatures
    if not signatures:
        return None
    wanted = signature_digest(entry)
    return next((signature for signature in signatures if signature.digest == wanted), None)
