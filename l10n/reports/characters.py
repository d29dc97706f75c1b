"""Characters that a terminal, a log or a file cannot take as they are."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from l10n.files.paths import short

JOINERS = "\u200c\u200d"
"""Part of the spelling of emoji, Persian and Hindi: unseen, but right."""

HIDDEN = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What JSON and XML may hold as it is, and a terminal obeys or shows as nothing: DEL, C1, direction, breaks."""
_FIRST_STRONG, _POP = "\u2068\u2069"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic, Syriac, Thaana, N’Ko and their forms (Unicode, blocks)."""
_LONE = re.compile("[\ud800-\udfff]")
_SIGNS = {"\n": "⏎", "\t": "⇥"}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Controls, format characters (which may turn the line around), surrogates, line and paragraph separators."""


def whole(text: str) -> str:
    """With � for each lone surrogate: a file name that is no UTF-8 has some, and no UTF-8 file can hold them."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def visible(text: str) -> str:
    r"""On one line and without effect on it: ⏎ for a line break, ⇥ for a tab, \xNN for what nobody can see."""
    if text.isprintable():
        return text
    return "".join(character if character in JOINERS else sign(character) for character in text)


def isolates(text: str) -> tuple[str, str]:
    """What stands around a text from right to left, so that labels beside it stay where they are; else nothing."""
    return (_FIRST_STRONG, _POP) if _RIGHT_TO_LEFT.search(text) else ("", "")


def shown(path: Path) -> str:
    """A path for people: as short as the current folder allows, on one line."""
    return visible(str(short(path)))


def sign(character: str) -> str:
    """What shows a character, joiners too: itself, or something that stands for it."""
    if character in _SIGNS:
        return _SIGNS[character]
    if unicodedata.category(character) not in _UNSEEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def quoted(text: str) -> str:
    """Return the text on one line, between quotation marks."""
    return f"“{visible(' '.join(text.split()))}”"
