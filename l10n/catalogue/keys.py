"""Msgids that are no text: names of texts (`label_open_file`), and gettext's entries for the translators' own names.

What a key stands for is written above it by i18ndude, for Plone: `#. Default: "Open the file"`, over several lines if
it is long. One word like `file_name` is no proof: `source_texts` asks the whole catalogue.

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
"""The comment as older versions wrote it: with bare quotation marks inside."""
_ESCAPE = re.compile(r'\\(["\\nt])')
_ESCAPED = {"n": "\n", "t": "\t"}
_NAME = "[A-Za-z0-9]"
_KEY = re.compile(
    r"(?=.*([A-Za-z])(?!\1)[A-Za-z])(?:"  # not dd.mm.yyyy
    rf"[a-z]{_NAME}*(?:-{_NAME}+)*(?:_+{_NAME}+(?:-{_NAME}+)*)+"  # help_intro, error_NotFound, sign-in_title
    r"|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*(?:_+[A-Z0-9]+(?:-[A-Z0-9]+)*)+"  # HELP_INTRO, LOG-IN_TITLE
    r"|(?:[a-z]\w+[.:]|[A-Z]\w+\.)\w+(?:[.:/-]\w+)*"  # dialog.open.title, settings:title; not yes/no
    r"|[a-z]\w*(?:-\w+){2,}"  # menu-file-open
    r"|[a-z]{2,}(?:[A-Z][a-z0-9]+)+"  # notFound; not iPhone
    r")",
    re.ASCII,
)
"""Not E_xit or Auto_Hint: the line in it is an accelerator's."""
_NO_PROOF = re.compile(
    r"[\w-]+(?:\.\w+)?\.(?:a[cm]|bak|bz2|cfg|conf|cpp|css|csv|dll|docx?|exe|gif|gz|html?|ico|ini|iso|jar|jpe?g|js|json|log"
    r"|md|mo|mp[34]|odt|ogg|pdf|png|pot?|pptx?|py|rst|sh|so(?:\.\d+)*|sqlite|svg|tar|tgz|toml|tsv?|txt|wav|xlsx?|xml|xz"
    r"|ya?ml|zip|[cho])"  # names of files
    r"|www\..*|[\w.-]+\.(?:com|net|org)"
    r"|\w+-(?:and|by|in|of|on|or|the|to|with)-\w+|\w+-of-the-\w+"  # drag-and-drop
    r"|(?:animation|background|border|flex|font|grid|list-style|margin|outline|padding|page-break|scroll|transition"
    r"|text-(?:align|decoration|emphasis|transform|underline))-[a-z-]+",  # of style sheets
    re.ASCII | re.IGNORECASE,
)
"""Words of technical texts that look like keys."""
_WORD = re.compile(r"[a-z][a-z0-9]+(?:-[a-z0-9]+)?|[A-Z][A-Z0-9]+", re.ASCII)
"""It may be a key where the others are: `cancel`, `save-button`."""
_PART = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+")
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

_ALL_CREDITS = frozenset[str]().union(*_CREDITS.values())


def is_credit(entry: Entry) -> bool:
    """The entry takes the translators' names or addresses, not a translation."""
    msgid = entry.msgid
    return msgid in _ALL_CREDITS and (msgid in _CREDITS[None] or msgid in _CREDITS.get(entry.msgctxt, ()))


def is_key(msgid: str) -> bool:
    """The msgid looks like the name of a text; so do some words of technical texts."""
    return _shaped(msgid) and _NO_PROOF.fullmatch(msgid) is None


def may_be_key(msgid: str) -> bool:
    """A key, or a word that is one among keys."""
    return _shaped(msgid) or _WORD.fullmatch(msgid) is not None


def _shaped(msgid: str) -> bool:
    return " " not in msgid and _KEY.fullmatch(msgid) is not None


def parts(msgid: str) -> int:
    """How many words a key is made of."""
    return len(_PART.findall(msgid))


def default(entry: Entry) -> str:
    """The text that the key stands for, as its `#. Default: "…"` says; empty for a msgid that is a text itself."""
    if not entry.extracted or " " in entry.msgid:
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
