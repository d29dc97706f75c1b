"""A reviewer's signature: a translator comment that counts for one text only.

    # l10n-reviewed: Anna Muster 2026-01-31 h=ab12cd34

`h` is the digest of msgctxt, msgid (and msgid_plural), msgstr (or its forms): whoever changes any of them later, in
whatever editor, takes the signature off without knowing it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from l10n.identity import digest
from l10n.model import Entry

_SIGNATURE = re.compile(r"l10n-reviewed: (?P<name>.+) (?P<date>\d{4}-\d\d-\d\d) h=(?P<hash>[0-9a-f]{8})$")


def signed(entry: Entry) -> bool:
    """Somebody has signed exactly this text as the translation of exactly this source."""
    return any(match["hash"] == _digest(entry) for match in map(_SIGNATURE.match, entry.comments) if match)


def signature(entry: Entry) -> tuple[str, str] | None:
    """Name and date of whoever has signed exactly this; None if nobody has."""
    matches = (
        match for line in entry.comments if (match := _SIGNATURE.match(line)) and match["hash"] == _digest(entry)
    )
    return next(((match["name"], match["date"]) for match in matches), None)


def sign(entry: Entry, name: str, date: str) -> Entry:
    """The entry with this signature (date as YYYY-MM-DD) in place of older ones; no longer fuzzy, no `#|`."""
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    kept = tuple(line for line in entry.comments if not _SIGNATURE.match(line))
    line = f"l10n-reviewed: {' '.join(name.split())} {date} h={_digest(entry)}"
    return replace(entry, flags=flags, comments=(*kept, line), previous=())


def unsigned(entry: Entry) -> Entry:
    """The entry without any signature."""
    return replace(entry, comments=tuple(line for line in entry.comments if not _SIGNATURE.match(line)))


def with_context(entry: Entry, msgctxt: str | None) -> Entry:
    """The entry under another msgctxt: a signature that counted still counts, as source and text are the same."""
    moved = replace(entry, msgctxt=msgctxt)
    if not signed(entry) or msgctxt == entry.msgctxt:
        return moved
    old, new = f" h={_digest(entry)}", f" h={_digest(moved)}"
    comments = (
        line.removesuffix(old) + new if _SIGNATURE.match(line) and line.endswith(old) else line
        for line in entry.comments
    )
    return replace(moved, comments=tuple(comments))


def _digest(entry: Entry) -> str:
    plural = () if entry.msgid_plural is None else (entry.msgid_plural,)
    return digest(entry.msgctxt or "", entry.msgid, *plural, entry.msgstr, *entry.msgstr_plural)
