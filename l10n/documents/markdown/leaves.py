"""Events -> leaves: what of a text has inline parts, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.documents.inline.commonmark.events import MarkdownEvent

_INLINE = frozenset(
    ("Text", "Code", "SoftBreak", "HardBreak", "InlineHtml", "FootnoteReference", "InlineMath", "DisplayMath")
)
_INLINE_PAIRS = frozenset(("Strong", "Emphasis", "Strikethrough", "Link", "Image"))
VERBATIM = frozenset(("CodeBlock", "MetadataBlock", "HtmlBlock"))
"""Blocks with texts that are no inline parts."""


class Leaf(NamedTuple):
    """A run of inline events: a paragraph, a heading, a cell, the text of an item."""

    within: tuple[MarkdownEvent, ...]
    """The beginnings of the blocks in which it stands, the outermost first."""
    events: tuple[MarkdownEvent, ...]

    def is_in(self, name: str) -> bool:
        """Whether it stands, at whatever depth, in such a block."""
        return any(start.name == name for start in self.within)


def leaves(events: Sequence[MarkdownEvent]) -> Iterator[Leaf | MarkdownEvent]:
    """The leaves, and between them all other events, in the order of the file.

    Events within code, raw HTML and front matter are no leaves.
    """
    opened: list[MarkdownEvent] = []
    run: list[MarkdownEvent] = []
    for event in events:
        if (event.kind in _INLINE or event.name in _INLINE_PAIRS) and not (opened and opened[-1].name in VERBATIM):
            run.append(event)
            continue
        if run:
            yield Leaf(tuple(opened[-_DEEPEST:]), tuple(run))
            run = []
        if event.kind == "Start":
            opened.append(event)
        elif event.kind == "End":
            opened.pop()
        yield event
    if run:
        yield Leaf(tuple(opened[-_DEEPEST:]), tuple(run))


_DEEPEST = 50
"""Blocks around a leaf that are looked at: ten thousand quotes in each other take no longer than they have bytes."""
