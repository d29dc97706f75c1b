"""Events -> leaves: what of a text has inline parts, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from l10n.documents.inline.commonmark.events import RawEvent

_INLINE = frozenset(
    (
        *("Text", "Code", "SoftBreak", "HardBreak", "InlineHtml", "FootnoteReference", "InlineMath", "DisplayMath"),
        *("Strong", "Emphasis", "Strikethrough", "Link", "Image"),
    )
)
"""Kinds of events, and names of what begins and ends."""
VERBATIM = frozenset(("CodeBlock", "MetadataBlock", "HtmlBlock"))
"""Blocks with texts that are no inline parts."""


class Leaf(NamedTuple):
    """A run of inline events: a paragraph, a heading, a cell, the text of an item."""

    within: tuple[RawEvent, ...]
    """The beginnings of the blocks in which it stands, the outermost first."""
    events: list[RawEvent]

    def is_in(self, name: str) -> bool:
        """Whether it stands, at whatever depth, in such a block."""
        return any(own == name for _, own, *_ in self.within)


def leaves(events: Iterable[RawEvent], with_blocks: bool = True) -> Iterator[Leaf | RawEvent]:
    """The leaves, and between them all other events, in the order of the file.

    Events within code, raw HTML and front matter are no leaves. Without blocks, of the other events come only those of
    raw HTML, and those with which it, code and front matter begin and end.
    """
    opened: list[RawEvent] = []
    run: list[RawEvent] = []
    is_verbatim = False
    for event in events:
        if not is_verbatim and (event[1] or event[0]) in _INLINE:
            run.append(event)
            continue
        kind, name = event[0], event[1]
        if run:
            yield tuple.__new__(Leaf, (tuple(opened[-_DEEPEST:]), run))  # in half the time
            run = []
        if kind == "Start":
            opened.append(event)
            is_verbatim = name in VERBATIM
        elif kind == "End":
            opened.pop()
            is_verbatim = bool(opened) and opened[-1][1] in VERBATIM
        if with_blocks or kind == "Html" or name in VERBATIM:
            yield event
    if run:
        yield Leaf(tuple(opened[-_DEEPEST:]), run)


_DEEPEST = 50
"""Blocks around a leaf that are looked at: ten thousand quotes in each other take no longer than they have bytes."""
