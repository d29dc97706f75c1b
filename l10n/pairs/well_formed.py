"""Whether tags are markup, and whether it is whole: each that opens is closed, and none is lost."""

from __future__ import annotations

import re

from l10n.pairs.quotation import MARKS

_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(/?)>")
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements of HTML without an end tag; a slash at their end means nothing."""
LAYOUT = frozenset({"br", "hr", "wbr"})
"""Where a line ends is the translator's."""


def loses_markup(source: str, target: str) -> bool:
    """The translation has fewer elements than the source, and no quotation marks for them, or is nested wrongly, unlike
    the source.
    """
    (before, is_whole), (after, remains_whole) = _elements(source), _elements(target)
    return before - after > max(0, _quoted(target) - _quoted(source)) or (is_whole and not remains_whole)


def _quoted(text: str) -> int:
    """Quotations outside of tags."""
    return sum(character in MARKS for character in _TAG.sub("", text)) // 2


def _elements(text: str) -> tuple[int, bool]:
    """How many there are, with both tags or without a need of any, and whether all tags are part of one."""
    opened: list[str] = []
    count, is_whole = 0, True
    for match in _TAG.finditer(text):
        ends, name, closes = match[1], match[2].lower(), match[3]
        if closes or name in VOID:
            count += name not in LAYOUT
        elif not ends:
            opened.append(name)
        elif name in opened:
            is_whole &= opened[-1] == name
            del opened[len(opened) - 1 - opened[::-1].index(name) :]
            count += 1
        else:
            is_whole = False
    return count, is_whole and not opened
