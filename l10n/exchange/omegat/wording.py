"""How OmegaT shows a text, and how what it shows becomes ours again.

It brings sources into NFC, takes off the white space around them and puts it back when it writes, and its filter for
properties parts two line breaks by a space. So texts are compared in a form in which none of that counts.
"""

from __future__ import annotations

import re
import unicodedata

from l10n.identity import digest

_UNFIT = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, and controls, which no editor shows."""
_BREAKS = re.compile(r"\n[ \t\n\v\f\r]\n")


def fits(text: str) -> bool:
    """OmegaT can show the text: it has no control characters."""
    return not _UNFIT.search(text)


def fits_as_source(text: str) -> bool:
    """It also makes a segment of it: the text is not blank, and no backslash at its end swallows the next line."""
    return fits(text) and bool(text.strip()) and not text.strip().endswith("\\")


def clean(text: str) -> str:
    """The text as XML can hold it, in a place where nothing depends on it."""
    return _UNFIT.sub("\ufffd", text)


def source(text: str) -> str:
    """The source as the properties file has it."""
    return unicodedata.normalize("NFC", text.strip())


def shown(text: str) -> str:
    """The source as OmegaT has it in memories."""
    return source(text).replace("\n\n", "\n \n")


def plain(text: str) -> str:
    """The form in which texts are compared."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _BREAKS.sub("\n\n", lines).strip())


def trace(text: str) -> str:
    """The digest of that form."""
    return digest(plain(text))


def restored(text: str, msgid: str) -> str:
    """What a translator has written, as a msgstr: with the white space around it that the msgid has."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    core = _BREAKS.sub("\n\n", lines) if "\n\n" in msgid else lines
    start = msgid[: len(msgid) - len(msgid.lstrip())]
    return f"{start}{core}{msgid[len(msgid.rstrip()) :]}"
