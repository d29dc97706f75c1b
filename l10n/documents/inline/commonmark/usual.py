"""The parts of a block whose marks are those of Markdown or mere tags, as most are: read in a loop, without detours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from string import punctuation

from l10n.documents.inline.commonmark.events import RawEvent
from l10n.documents.inline.commonmark.titles import title
from l10n.documents.inline.pairing import paired
from l10n.documents.inline.tags import SPOKEN, VERBATIM, VOID
from l10n.model import InlinePart, PieceKind, Span

SOFT_BREAK, HARD_BREAK = "soft break", "break"
PAIRS = {
    "Strong": "strong",
    "Emphasis": "emphasis",
    "Strikethrough": "strikethrough",
    "Link": "link",
    "Image": "image",
}
"""The names of parts that begin and end."""
WITH_ADDRESS = frozenset(("Link", "Image"))
AUTOLINKS = frozenset(("Autolink", "Email"))
"""Types of links that are their own text."""
HTML = re.compile(r"<(?P<slash>/?)(?P<tag>[A-Za-z][^\s/>]*+)(?P<rest>[^>]*?)(?P<alone>/?)>\Z")
_ATTRIBUTE = re.compile(r"(?<=[\s\"'])(?P<name>[^\s\"'>/=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)")
FREE = SPOKEN | {"href"}
"""Attributes that may say something else in each language: what people read, and where a link leads, as in Markdown."""
WRAP = re.compile(r"(?<![ \t])[ \t]*+[\r\n]+[ \t>]*")
"""A line break in a mark, with the marks of quotes and the indentation behind it: where lines end does not matter."""
_TEXT, _OPEN, _CLOSE, _ALONE = PieceKind  # looked up once: a member of an enumeration is slow to reach
BREAKS = {"SoftBreak": (_TEXT, SOFT_BREAK), "HardBreak": (_ALONE, HARD_BREAK)}
_NEW = tuple.__new__  # makes a part in half the time
_BEGUN = InlinePart(_OPEN, 0, 0, "")
"""Stands for what begins a pair until that ends."""
_Opened = tuple[int, int, int, str]
"""Number and span of the part that begins a pair, and of a link what it is: `Inline`, `Shortcut` …"""
_SIGNS = frozenset(punctuation)
_BACKSLASH = ord("\\")


def usual_parts(events: Sequence[RawEvent], data: bytes, whole_images: bool) -> list[InlinePart] | None:
    """What `inline_parts` makes of the events; None where math, a footnote, an autolink, a whole picture or other HTML
    than mere tags is among them. There is an event, and no template expression.
    """
    if len(events) == 1 and events[0][0] == "Text":
        return _words_alone(events[0], data)
    parts: list[InlinePart] = []
    opened: list[_Opened] = []
    begin = position = text_start(events[0], data)  # where the last mark ends, and up to where there is text after it
    words, in_break, has_tags = "", False, False
    for event in events:
        kind, name, value, start, end = event
        if kind == "Text":
            if start < end:
                if in_break:
                    begin, in_break = _continued(parts, text_start(event, data)), False
                words += value
                position = end
            continue
        before = start
        if kind == "End":
            number, first, last, link_type = opened.pop()
            before = end - (last - first)
            if link_type:  # after a break, marks of quotes may stand before its bracket
                before = data.index(b"]", position, end) if in_break else position
        elif kind in BREAKS:
            before = position
        if in_break:
            position, in_break = _continued(parts, before), False
        elif begin < before:
            words += data[position:before].decode()
            parts.append(_NEW(InlinePart, (_TEXT, begin, before, words, "", -1, ())))
            words = ""
        if kind == "Start":
            link_type = value["link_type"] if name in WITH_ADDRESS else ""
            if link_type in AUTOLINKS or (whole_images and name == "Image"):
                return None
            position = start + mark_length(event, data)
            opened.append((len(parts), start, position, link_type))
            parts.append(_BEGUN)
        elif kind == "End":
            inner: tuple[Span, ...] = ()
            if link_type:
                before, end = position, link_end(end, link_type, data)
                inner = title(data, before, end)
            name, position = PAIRS[name], end
            parts[number] = _NEW(InlinePart, (_OPEN, first, last, "", name, len(parts), ()))
            parts.append(_NEW(InlinePart, (_CLOSE, before, end, "", name, number, inner)))
        elif kind == "Code":
            parts.append(_NEW(InlinePart, (_ALONE, start, end, value, one_line(f"code {value}"), -1, ())))
            position = end
        elif kind in BREAKS:
            does, name = BREAKS[kind]
            parts.append(_NEW(InlinePart, (does, min(position, start), end, " ", name, -1, ())))
            position, in_break = end, True
        elif kind == "InlineHtml" and (tag := mere_tag(value)):
            parts.append(_NEW(InlinePart, (tag[0], start, end, "", tag[1], -1, ())))
            position, has_tags = end, True
        else:
            return None
        begin = position
    if begin < position:
        parts.append(InlinePart(_TEXT, begin, position, words))
    return named(paired(parts), data) if has_tags else parts


def named(parts: Sequence[InlinePart], data: bytes) -> list[InlinePart]:
    """Tags of HTML with attributes are told apart by these, but for values that may change."""
    told = list(parts)
    for number, part in enumerate(parts):
        raw = data[part.start : part.end].decode("utf-8", "replace") if part.name.startswith("<") else ""
        if raw and part.kind in {_OPEN, _ALONE} and "=" in raw:
            name = _ATTRIBUTE.sub(_without_free_value, " ".join(one_line(raw).split()))
            told[number] = part._replace(name=name)
            if part.partner >= 0:
                told[part.partner] = parts[part.partner]._replace(name=name)
    return told


def _without_free_value(attribute: re.Match[str]) -> str:
    return f"{attribute['name']}=" if attribute["name"].lower() in FREE else attribute[0]


def text_start(event: RawEvent, data: bytes) -> int:
    """Where a text begins with its escape; a backslash that is before no sign belongs to the text before."""
    kind, _, words, start, end = event
    is_escaped = data[start - 1] == _BACKSLASH and 0 < start < end and kind == "Text" and words[0] in _SIGNS
    return start - is_escaped


def mark_length(event: RawEvent, data: bytes) -> int:
    """Of the mark with which a pair begins, or of one of emphasis with which it ends, in bytes."""
    _, name, _, start, _ = event
    if name == "Strikethrough":
        return 2 if data[start : start + 2] == b"~~" else 1
    return 2 if name == "Strong" or name == "Image" else 1


def link_end(end: int, link_type: str, data: bytes) -> int:
    """Where a link ends: the parser leaves out the empty brackets of `[Seite][]`."""
    return end + 2 if link_type.startswith("Collapsed") and data[end : end + 2] == b"[]" else end


def one_line(name: str) -> str:
    """The name of a mark that is on several lines."""
    return WRAP.sub(" ", name) if "\n" in name or "\r" in name else name


@lru_cache(1024)
def mere_tag(html: str) -> tuple[PieceKind, str] | None:
    """What a tag does, and its name, as `<b>`; None for what is none, or may begin or end what is kept as it is."""
    tag = HTML.match(html)
    return None if tag is None or tag["tag"].lower() in VERBATIM else named_tag(tag)


def named_tag(tag: re.Match[str]) -> tuple[PieceKind, str]:
    """The same of a tag that `HTML` has matched."""
    name = tag["tag"].lower()
    kind = _ALONE if tag["alone"] or name in VOID else _CLOSE if tag["slash"] else _OPEN
    return kind, f"<{name}>"


def _words_alone(event: RawEvent, data: bytes) -> list[InlinePart]:
    _, _, words, start, end = event
    return [InlinePart(_TEXT, text_start(event, data), end, words)] if start < end else []


def _continued(parts: list[InlinePart], until: int) -> int:
    """Where the break ends that is the last part: it has all up to there, the marks of quotes, and indentation."""
    kind, start, end, words, name, *_ = parts[-1]
    if end < until:
        parts[-1] = InlinePart(kind, start, until, words, name)
    return max(end, until)
