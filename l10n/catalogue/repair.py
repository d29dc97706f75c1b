"""What polib cannot read, written so that it can: a pass over the raw file, line by line, in memory.

Line numbers stay the same, so that errors name the user's line. Repaired are the byte order mark, the charset of the
header, CR LF, `#=` flag lines (gettext 1.0), `#~|` lines and marks without a space (`#text`, `#,fuzzy`), all legal PO.
"""

from __future__ import annotations

import codecs
import re

from l10n.errors import L10nError

HINT = "mend that line in a text editor and run again; the file was left untouched"
_CHARSET = re.compile(rb'Content-Type:[^\n"]*charset=([-\w.:]+)', re.IGNORECASE)
_REPAIRS = (
    (re.compile(r"^#=(?=\s)", re.M), "#,"),
    (re.compile(r"^#~\|", re.M), "#|"),
    (re.compile(r"^#([.:,|~])(?=[^\s|])", re.M), r"#\1 "),
    (re.compile(r"^#(?=[^\s.:,|~=])", re.M), "# "),
)
_BROKEN_STRING = re.compile(r'^(?:\#[~|][ \t]*)?(?:msg[a-z_]+(?:\[\d+\])?[ \t]*)?"(?!(?:[^"\\\n]|\\.)*"[ \t]*$)', re.M)
"""A string that does not end, or ends twice; polib would read the first kind without its last character."""


def readable(data: bytes, name: str) -> str:
    """The file's text as polib can read it; raises L10nError with `name:line` where it is no text."""
    charset = _charset(data)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode(charset)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{name}:{line}: not {charset} text (byte 0x{data[error.start]:02x})"
        raise L10nError(message, "save the file as UTF-8 in your PO editor; it was left untouched") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, replacement in _REPAIRS:
        text = pattern.sub(replacement, text)
    if match := _BROKEN_STRING.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise L10nError(f"{name}:{line}: not a PO file: the string has no closing quote, or one too many", HINT)
    return text


def _charset(data: bytes) -> str:
    """What the header says, if Python knows it; `CHARSET` is the placeholder of templates."""
    if match := _CHARSET.search(data):
        try:
            return codecs.lookup(match[1].decode("ascii", "replace")).name
        except LookupError:
            pass
    return "utf-8"
