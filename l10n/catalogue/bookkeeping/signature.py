"""A reviewer's signature: a comment that counts for one text only.

Its digest is that of msgctxt, msgid (and msgid_plural, or what a key stands for), msgstr (or its forms): whoever
changes any of them later, in whatever editor, takes the signature off without knowing it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.digests import signature_digest, source_digest
from l10n.catalogue.bookkeeping.marks import true_mark
from l10n.catalogue.bookkeeping.record import Signature
from l10n.model import Entry


def signed(entry: Entry) -> bool:
    """Somebody has signed exactly this text as the translation of exactly this source."""
    return bool(signatures(entry))


def signature(entry: Entry) -> tuple[str, str] | None:
    """Name and date of whoever was the first to sign exactly this; None if nobody has."""
    return next(iter(signatures(entry)), None)


def signatures(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Name and date of all who have signed exactly this, each once, whatever the case of the name."""
    known = record(entry).signatures
    if not known:
        return ()
    wanted = signature_digest(entry)
    people: dict[str, tuple[str, str]] = {}
    for signature in known:
        if signature.digest == wanted:
            people.setdefault(_person(signature.name), (signature.name, signature.date))
    return tuple(people.values())


def sign(entry: Entry, name: str, date: str) -> Entry:
    """The entry with this signature (date as YYYY-MM-DD) in place of older ones; no longer fuzzy, no `#|`.

    Whoever signs says that the text is one of this source: our notes on a change of it go.
    """
    new = Signature(" ".join(name.split()), date, signature_digest(entry))
    true = true_mark(entry)
    old = record(entry).without_changes()
    marks = tuple(replace(mark, source=source_digest(entry)) if mark == true else mark for mark in old.marks)
    return with_record(replace(entry.accepted(), previous=()), replace(old, signatures=(new,), marks=marks))


def countersign(entry: Entry, name: str, date: str) -> Entry:
    """The signed entry with a second signature, for the same text; itself if this person has signed it already."""
    if _person(name) in {_person(signer) for signer, _ in signatures(entry)}:
        return entry
    old, new = record(entry), Signature(" ".join(name.split()), date, signature_digest(entry))
    return with_record(entry, replace(old, signatures=(*old.signatures, new)))


def _person(name: str) -> str:
    """What tells people apart."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


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
    known = record(entry).signatures
    if not known:
        return moved
    sources = {entry.msgid, dict(entry.previous).get("msgid", entry.msgid)}
    signable = [replace(entry, msgid=source) for source in sources]
    digests = {signature_digest(old): signature_digest(replace(old, msgctxt=msgctxt)) for old in signable}
    renewed = tuple(replace(old, digest=digests.get(old.digest, old.digest)) for old in known)
    return with_record(moved, replace(record(moved), signatures=renewed))
