"""The content of a `<seg>`: once as it stands, once without its codes.

`bpt`, `ept`, `it`, `ph`, `ut` enclose codes of the original format, a `sub` within them included; `hi` encloses text.
Source: TMX 1.4b Specification (LISA 2005), “Content Markup”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from l10n.memory.tmx import CONTROL
from l10n.memory.tmx.stream import BAD
from l10n.text import placeholders

_ALONE = frozenset({"ph", "it", "ut"})
_CODES = _ALONE | {"bpt", "ept"}
_BREAK = re.compile(r"\s*(?:<(?:\w+:)?(?:br|lb|p|tab|line-?break)\b|\\[nrt]|[\n\r\t])", re.IGNORECASE)
"""A code that parts words as white space does."""
_HELD, _GONE = "\ud800", "\ud801"
"""Stand for a character that layout must not touch and for a code; no XML file has them."""
_AROUND = re.compile(f" ?{_GONE}(?: ?{_GONE})* ?")
"""Codes side by side with a space at each side at most: of all these spaces one stays, if there is any."""
_PLACEHOLDERS = frozenset("%{$")
_EDGES = " \t\r\n"
_WRAPPED = re.compile(r"(?:(?<![ \t])[ \t]+)?\n[ \t]+")
"""A line break with an indent, as programs wrap lines; one alone is a person's. White space is read once, from where it
begins: a long stretch would take the square of its length."""
_LINES = re.compile(r"(?<!\s)\s*\n\s*")
_HIGHEST = 0x10FFFF
_NONE: Mapping[str, int] = Counter()


class SegmentContent:
    """The content of a `<seg>`, as the parser tells it."""

    def __init__(self, preserve: bool) -> None:
        self._preserve = preserve
        self._whole: list[str] = []
        self._plain: list[str] = []
        self._held: list[str] = []
        self._code: list[str] | None = None
        self._depth = 0
        self._alone: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "ph" and attributes.get("type") == CONTROL and self._code is None:
            self._hold(attributes.get("x", ""))
        elif name in _CODES and self._code is None:
            self._alone += [name] if name in _ALONE else []
            self._code = []
        if self._code is not None:
            self._depth += 1

    def text(self, text: str) -> None:
        """Characters of the text, or of a code."""
        self._whole.append(text)
        (self._plain if self._code is None else self._code).append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._code is None:
            return
        self._depth -= 1
        if not self._depth:
            self._plain.append(_read("".join(self._code), name))
            self._code = None

    def is_bad(self) -> bool:
        """It has a character that XML cannot hold."""
        return BAD in "".join(self._whole)

    def whole(self) -> str:
        """All of it, as it stands."""
        return self._restored("".join(self._whole))

    def plain(self) -> str:
        """The text without codes and layout."""
        plain = "".join(self._plain)
        if _GONE in plain:
            plain = _AROUND.sub(lambda match: " " if " " in match[0] else "", plain)
        return self._restored(plain.strip(_EDGES) if self._preserve else _flowing(plain))

    def codes(self) -> Mapping[str, int]:
        """How many codes of each kind stand alone."""
        return Counter(self._alone) if self._alone else _NONE

    def _hold(self, number: str) -> None:
        if number.isascii() and number.isdecimal() and len(number) <= len(str(_HIGHEST)) and int(number) <= _HIGHEST:
            self._held.append(chr(int(number)))
            self._whole.append(_HELD)
            self._plain.append(_HELD)

    def _restored(self, text: str) -> str:
        held = iter(self._held)
        return re.sub(_HELD, lambda _: next(held), text) if self._held else text


def _read(code: str, name: str) -> str:
    """What a reader sees of a code: nothing, a space, or a placeholder such as %s, which is part of the text."""
    if name not in _ALONE:
        return _GONE
    if code[:1] in _PLACEHOLDERS and placeholders.placeholders(code) == (code,):
        return code
    return " " if _BREAK.match(code) else _GONE


def _flowing(text: str) -> str:
    """Without the layout: line breaks with an indent, and all of a text that begins in its own line."""
    stripped = text.strip(_EDGES)
    if "\n" not in text:
        return stripped
    own_lines = "\n" in text[: len(text) - len(text.lstrip(_EDGES))]
    return (_LINES if own_lines else _WRAPPED).sub(" ", stripped)
