"""Msgids that are no text: names of texts (`label_open_file`), and gettext's entries for the translators' own names.

What a key stands for is written above it by i18ndude, for Plone: `#. Default: "Open the file"`, over several lines if
it is long. One word like `file_name` is no proof: `sources` asks all of the catalogue.

Credits: Launchpad's list (`potmsgset.py`), KDE's techbase, GNUN's manual.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.model import Entry

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_STRING = re.compile(_QUOTED, re.DOTALL)
_DEFAULT = re.compile(rf"^Default:((?:\s*{_QUOTED})+)\s*?$", re.MULTILINE | re.DOTALL)
_UNESCAPED = re.compile(r'^Default:\s*(".*")\s*$', re.MULTILINE)
"""As older versions wrote it: with bare quotation marks inside."""
_ESCAPE = re.compile(r'\\(["\\nt])')
_ESCAPED = {"n": "\n", "t": "\t"}
_NAME = "[A-Za-z0-9]"
_KEY = re.compile(
    r"(?=.*[A-Za-z]{2})(?:"
    rf"[a-z]{_NAME}*(?:_+{_NAME}+)+"  # help_intro, error_NotFound
    rf"|[A-Z]{_NAME}*(?:_+[A-Z0-9]{_NAME}*)+"  # HELP_INTRO
    r"|(?:[a-z]\w+[.:/]|[A-Z]\w+\.)\w+(?:[.:/-]\w+)*"  # dialog.open.title, settings:title; not Yes/No
    r"|\w+(?:-\w+){2,}"  # menu-file-open
    r"|[a-z]+(?:[A-Z][a-z0-9]+)+"  # notFound
    r")",
    re.ASCII,
)
"""Not E_xit: the line in it is an accelerator's."""
_WORD = re.compile(r"[a-z][a-z0-9]+|[A-Z][A-Z0-9]+")
"""It may be a key where the others are: `cancel`."""
_CREDITS = {
    None: frozenset(
        {
            *("translator-credits", "translation-credits", "translator_credits"),
            *("translators-credits", "translator credits", "TRANSLATOR_CREDITS"),
            *("CREDIT_FOR_TRANSLATORS", "ROLES_OF_TRANSLATORS"),
            *("_: NAME OF TRANSLATORS\nYour names", "_: EMAIL OF TRANSLATORS\nYour emails"),
            *("*GNUN-SLOT: TRANSLATOR'S NOTES*", "*GNUN-SLOT: TRANSLATOR'S CREDITS*"),
        }
    ),
    "NAME OF TRANSLATORS": frozenset({"Your names"}),
    "EMAIL OF TRANSLATORS": frozenset({"Your emails"}),
}


def is_credit(entry: Entry) -> bool:
    """The entry takes the translators' names or addresses, not a translation."""
    return entry.msgid in _CREDITS[None] or entry.msgid in _CREDITS.get(entry.msgctxt, ())


def is_key(msgid: str) -> bool:
    """The msgid looks like the name of a text; so do some words of technical texts."""
    return " " not in msgid and _KEY.fullmatch(msgid) is not None


def may_be_key(msgid: str) -> bool:
    """A key, or a plain word, which is one among keys."""
    return is_key(msgid) or _WORD.fullmatch(msgid) is not None


def default(entry: Entry) -> str:
    """The text that the key stands for, as its `#. Default: "…"` says; empty for a msgid that is a text itself."""
    if not entry.extracted or entry.msgid_plural is not None or " " in entry.msgid:
        return ""
    text = _quoted(entry.extracted)
    if not text:
        return ""
    named = is_key(entry.msgid) or (may_be_key(entry.msgid) and not may_be_key(text))
    return text if named and text != entry.msgid else ""


@lru_cache(20_000)
def _quoted(extracted: tuple[str, ...]) -> str:
    """The strings joined, as in a PO file; a line that some program has wrapped goes on in the next."""
    comment = "\n".join(extracted)
    if "Default:" not in comment:
        return ""
    if match := _DEFAULT.search(comment):
        text = "".join(part[1:-1] for part in _STRING.findall(match[1]))
    else:
        text = match[1][1:-1] if (match := _UNESCAPED.search(comment)) else ""
    joined = " ".join(line.strip() for line in text.split("\n"))
    return _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), joined).strip()
