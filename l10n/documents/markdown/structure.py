"""What of a Markdown file is structure: blocks in their order, and of each the marks in it, wherever they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from l10n.documents.html.skeleton import structure as structure_of_html
from l10n.documents.inline import structural
from l10n.documents.inline.commonmark.events import RawEvent, raw_events, templates
from l10n.documents.inline.commonmark.inlines import inline_parts
from l10n.documents.inline.commonmark.usual import AUTOLINKS, HARD_BREAK, SOFT_BREAK, mere_tag
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
_WORDS_ALONE = (), True
"""The marks of a leaf without any."""
_TEXT, _OPEN, _CLOSE, _ALONE = PieceKind  # slow to reach
_UNUSUAL = _ALONE, ""


def structure(data: bytes) -> tuple[Hashable, ...]:
    """The structure of a file in UTF-8 without a byte order mark.

    Addresses of links and what stands in code may change, and marks may change places within a block.
    """
    return tuple(_structure(data))


def _structure(data: bytes) -> Iterator[Hashable]:
    inside, verbatim = "", ""
    may_have_templates = b"{" in data
    for leaf in leaves(raw_events(data)):
        if isinstance(leaf, Leaf):
            yield _marks(leaf.events, data, may_have_templates)
            continue
        kind, name, value, *_ = leaf
        if kind == "Html" or (kind == "Text" and inside == "CodeBlock"):
            verbatim += value  # of code, too, the parser makes several texts: at tabs, and at each CR
            continue
        if verbatim:
            yield structure_of_html(verbatim) if inside == "HtmlBlock" else verbatim
            verbatim = ""
        if kind == "Start":
            inside = name
        if inside == "MetadataBlock" and kind == "Text":
            yield of_front_matter(data, leaf)
        else:
            yield leaf[:2] if value is None else (kind, name, repr(value))


def of_front_matter(data: bytes, event: RawEvent) -> Hashable:
    """All of it, which this event is, but the values that are texts, translated or not."""
    *_, position, end = event
    rest = []
    for value in front_matter.fields(data, position, end):
        rest.append(data[position : value.start])
        position = value.end
    return b"\0".join((*rest, data[position:end]))


def _marks(events: Sequence[RawEvent], data: bytes, may_have_templates: bool) -> Hashable:
    """The marks, each known by those around it, sorted; and whether there are words."""
    if may_have_templates and templates(data, events[0][3], events[-1][4]):
        return _marks_of_parts(inline_parts(events, data))
    usual = _usual_marks(events)
    return _marks_of_parts(inline_parts(events, data)) if usual is None else usual


def _usual_marks(events: Sequence[RawEvent]) -> Hashable:
    """The same where all marks are events, or tags that are nested rightly, much sooner; None if one is made of
    several, or of what it says.
    """
    if len(events) == 1 and events[0][0] == "Text" and events[0][3] < events[0][4]:
        return _WORDS_ALONE
    marks: list[int] = []
    opened: list[tuple[str, int]] = []
    """What is not yet ended: of a tag its name, and the mark."""
    has_words = False
    for kind, name, value, start, end in events:
        if kind == "Text":
            has_words = has_words or start < end
        elif kind != "SoftBreak":
            does, mark = _usual_mark(kind, name, value)
            if does is _CLOSE:
                if not opened or opened.pop()[0] != mark:
                    return None
                continue
            if not mark:
                return None
            marks.append(hash((opened[-1][1] if opened else 0, mark)))
            if does is _OPEN:
                opened.append((mark if kind == "InlineHtml" else "", marks[-1]))
    return None if opened else (tuple(sorted(marks)), has_words) if marks or not has_words else _WORDS_ALONE


def _usual_mark(kind: str, name: str, value: Any) -> tuple[PieceKind, str]:
    """What a mark does and what it is; what ends it has a name only if it is a tag, and what is not usual has none."""
    if kind == "InlineHtml":
        return (None if "=" in value else mere_tag(value)) or _UNUSUAL
    if kind == "End":
        return _CLOSE, ""
    if name == "Link" and value["link_type"] in AUTOLINKS:
        return _UNUSUAL
    return _OPEN if name else _ALONE, _NAMES.get(name or kind, "")


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
