"""What of a Markdown file is structure: blocks in their order, and of each the marks in it, wherever they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from l10n.documents.html.skeleton import structure as structure_of_html
from l10n.documents.inline import structural
from l10n.documents.inline.commonmark.events import MarkdownEvent, events, templates
from l10n.documents.inline.commonmark.inlines import AUTOLINKS, HARD_BREAK, SOFT_BREAK, inline_parts
from l10n.documents.markdown import front_matter
from l10n.documents.markdown.leaves import Leaf, leaves
from l10n.model import InlinePart, PieceKind

_NAMES = {
    "HardBreak": HARD_BREAK,
    "Code": "code",
    "Strong": "strong",
    "Emphasis": "emphasis",
    "Strikethrough": "strikethrough",
    "Link": "link",
}
"""What is a mark whatever it says, and the structural name of its part."""
_TEXT, _OPEN, _CLOSE = PieceKind.TEXT, PieceKind.OPEN, PieceKind.CLOSE  # slow to reach


def structure(data: bytes) -> tuple[Hashable, ...]:
    """The structure of a file in UTF-8 without a byte order mark.

    Addresses of links and what stands in code may change, and marks may change places within a block.
    """
    return tuple(_structure(data))


def _structure(data: bytes) -> Iterator[Hashable]:
    inside, html = "", ""
    for leaf in leaves(events(data)):
        if isinstance(leaf, Leaf):
            yield _marks(leaf.events, data)
            continue
        if leaf.kind == "Html":
            html += leaf.value
            continue
        if html:
            yield structure_of_html(html)
            html = ""
        if leaf.kind == "Start":
            inside = leaf.name
        yield _front_matter(data, leaf) if inside == "MetadataBlock" and leaf.kind == "Text" else _event(leaf)


def _event(event: MarkdownEvent) -> Hashable:
    return event.kind, event.name, repr(event.value)


def _front_matter(data: bytes, event: MarkdownEvent) -> Hashable:
    """All of it but the values that are texts, translated or not."""
    position, rest = event.start, []
    for value in front_matter.fields(data, event.start, event.end):
        rest.append(data[position : value.start])
        position = value.end
    return b"\0".join((*rest, data[position : event.end]))


def _marks(events: Sequence[MarkdownEvent], data: bytes) -> Hashable:
    """The marks, each known by those around it, sorted; and whether there are words."""
    usual = None if templates(data, events[0].start, events[-1].end) else _usual_marks(events)
    return _marks_of_parts(inline_parts(events, data)) if usual is None else usual


def _usual_marks(events: Sequence[MarkdownEvent]) -> Hashable:
    """The same where all marks are events, much sooner; None if one is made of several, or of what it says."""
    marks: list[int] = []
    around = [0]
    has_words = False
    for kind, name, value, start, end in events:
        if kind == "Text":
            has_words = has_words or start < end
        elif kind == "End":
            around.pop()
        elif kind != "SoftBreak":
            mark = _NAMES.get(name or kind)
            if mark is None or (name == "Link" and value["link_type"] in AUTOLINKS):
                return None
            marks.append(hash((around[-1], mark)))
            if kind == "Start":
                around.append(marks[-1])
    return tuple(sorted(marks)), has_words


def _marks_of_parts(parts: Sequence[InlinePart]) -> Hashable:
    marks: list[int] = []
    around = [0]
    for part in parts:
        if part.kind is _CLOSE:
            around.pop()
        elif part.kind is not _TEXT:
            marks.append(hash((around[-1], structural(part.name))))
        if part.kind is _OPEN:
            around.append(marks[-1])
    return tuple(sorted(marks)), any(part.kind is _TEXT and part.name != SOFT_BREAK for part in parts)
