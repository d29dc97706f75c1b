"""What marks, memories and signatures are bound to: digests of sources and texts.

A mark counts for one text and one source, a signature for both and the context: whoever changes any of them, in
whatever editor, takes it off without knowing it.
"""

from __future__ import annotations

from l10n.catalogue.keys import default
from l10n.identity import digest
from l10n.model import Entry


def source_digest(entry: Entry) -> str:
    """The digest of msgid and msgid_plural, or of what a key stands for: what marks are bound to, beside the text."""
    if text := default(entry):
        return digest(text)
    return digest(entry.msgid) if entry.msgid_plural is None else digest(entry.msgid, entry.msgid_plural)


def text_digest(entry: Entry) -> str:
    """The digest of the text, or of all plural forms together."""
    return digest(*entry.texts)


def place_digest(entry: Entry) -> str:
    """The digest of context and source, which stands for the source of a text in doubt."""
    return digest(entry.msgctxt or "", entry.msgid)


def signature_digest(entry: Entry) -> str:
    """What a signature of this very entry has."""
    plural = () if entry.msgid_plural is None else (entry.msgid_plural,)
    meant = (text,) if (text := default(entry)) else ()
    return digest(entry.msgctxt or "", entry.msgid, *plural, *meant, entry.msgstr, *entry.msgstr_plural)
