"""Events within a block -> its parts, with byte offsets: words, marks of emphasis and links, what stands for itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from string import punctuation

from l10n.documents.inline.commonmark.events import MarkdownEvent, templates
from l10n.documents.inline.commonmark.kept import ends as ends_of_kept
from l10n.documents.inline.commonmark.titles import title
from l10n.documents.inline.pairing import paired
from l10n.documents.inline.tags import VOID
from l10n.documents.switches import SWITCH
from l10n.model import InlinePart, PieceKind

SOFT_BREAK, HARD_BREAK = "soft break", "break"
_BREAKS = {"SoftBreak": SOFT_BREAK, "HardBreak": HARD_BREAK}
_PAIRS = {
    "Strong": "strong",
    "Emphasis": "emphasis",
    "Strikethrough": "strikethrough",
    "Link": "link",
    "Image": "image",
}
_ALONE = {"Code": "code", "InlineMath": "math", "DisplayMath": "math", "FootnoteReference": "footnote"}
AUTOLINKS = frozenset(("Autolink", "Email"))
"""Types of links that are their own text."""
_TEXT = PieceKind.TEXT  # looked up once: a member of an enumeration is slow to reach
_SIGNS = frozenset(punctuation)
_BACKSLASH = ord("\\")
_HTML = re.compile(r"<(?P<slash>/?)(?P<tag>[A-Za-z][^\s/>]*+)(?P<rest>[^>]*?)(?P<alone>/?)>\Z")
WRAP = re.compile(r"(?<![ \t])[ \t]*+[\r\n]+[ \t>]*")
"""A line break in a mark, with the marks of quotes and the indentation behind it: where lines end does not matter."""


def inline_parts(events: Sequence[MarkdownEvent], data: bytes, whole_images: bool = True) -> list[InlinePart]:
    """The parts of a block; without `whole_images` these are pairs with their alternative text in them.

    Offsets are bytes of `data`. A soft break is a text of one space, with the marks of quotes and lists and the
    indentation of the line after it.
    """
    inlines = _Inlines(events, data, whole_images)
    index = 0
    while index < len(events):
        index = inlines.add(index)
    return inlines.parts()


class _Inlines:
    """The parts of a block, as they are collected."""

    def __init__(self, events: Sequence[MarkdownEvent], data: bytes, whole_images: bool) -> None:
        self._events = events
        self._data = data
        self._whole_images = whole_images
        self._parts: list[InlinePart] = []
        self._position = events[0].start - self._is_escaped(events[0]) if events else 0
        self._run: list[tuple[int, int, int, str]] = []
        """Texts that follow each other: start, start without an escape, end, words."""
        self._at_break = False
        """The last part is a break."""
        self._opened: list[str] = []
        """Kinds of the links and pictures that are open: `Inline`, `Shortcut` …"""
        self._has_tags = False

    def parts(self) -> list[InlinePart]:
        """All of them, in order, pairs joined."""
        self._flush()
        parts = paired(self._parts)
        return _named(parts, self._data) if self._has_tags else list(parts)

    def add(self, index: int) -> int:
        """Take an event, and all that belongs to it; the number of the next one."""
        event = self._events[index]
        if event.kind == "Text":
            self._text(event)
        elif event.kind in _BREAKS:
            self._flush()
            kind = _TEXT if event.kind == "SoftBreak" else PieceKind.ALONE
            self._append(kind, min(self._position, event.start), event.end, " ", _BREAKS[event.kind])
            self._at_break = True
        elif event.kind == "Start":
            return self._start(index)
        elif event.kind == "End":
            self._end(event)
        elif event.kind == "InlineHtml":
            return self._html(index)
        elif event.kind in _ALONE:
            words = event.value if event.kind == "Code" else ""
            self._mark(PieceKind.ALONE, event.start, event.end, words, _one_line(f"{_ALONE[event.kind]} {event.value}"))
        return index + 1

    def _append(
        self, kind: PieceKind, start: int, end: int, words: str, name: str, inner: tuple[tuple[int, int], ...] = ()
    ) -> None:
        self._parts.append(InlinePart(kind, start, end, words, name, -1, inner))
        self._position = end
        self._at_break = False

    def _mark(
        self, kind: PieceKind, start: int, end: int, words: str, name: str, inner: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Something that is no text; what is between it and the last event belongs to a break, or is text."""
        if not self._after_break(start) and self._position < start:
            gap = self._data[self._position : start].decode()
            self._run.append((self._position, self._position, start, gap))
        self._flush()
        self._append(kind, start, end, words, name, inner)

    def _after_break(self, start: int) -> bool:
        """If the last part is a break, it has all up to here: the marks of quotes, and indentation."""
        if self._run or not self._at_break:
            return False
        last = self._parts[-1]
        self._position = max(start, last.end)
        self._parts[-1] = InlinePart(last.kind, last.start, self._position, last.words, last.name)
        return True

    def _text(self, event: MarkdownEvent) -> None:
        if event.start == event.end:
            return
        if self._at_break:
            self._after_break(event.start - self._is_escaped(event))
        self._run.append((min(self._position, event.start), event.start, event.end, event.value))
        self._position = event.end

    def _is_escaped(self, event: MarkdownEvent) -> bool:
        """A backslash before a text belongs to it; only before a sign is it none of the text before."""
        sign = event.kind == "Text" and 0 < event.start < event.end and event.value[0] in _SIGNS
        return sign and self._data[event.start - 1] == _BACKSLASH

    def _flush(self) -> None:
        """Make a part of the texts, with template expressions in it on their own."""
        if not self._run:
            return
        start, end = self._run[0][0], self._run[-1][2]
        expressions = templates(self._data, start, end)
        if not expressions:
            words = self._run[0][3] if len(self._run) == 1 else "".join([words for *_, words in self._run])
            self._append(_TEXT, start, end, words, "")
        else:
            self._with_templates(expressions)
        self._run = []

    def _with_templates(self, expressions: Sequence[tuple[int, int]]) -> None:
        """The texts between them; each is made of the texts that are wholly or, without an escape, in part there."""
        start, end = self._run[0][0], self._run[-1][2]
        starts, ends = [run[0] for run in self._run], [run[2] for run in self._run]
        for first, last in (*expressions, (end, end)):
            touched = self._run[bisect_right(ends, start) : bisect_left(starts, first)]
            words = "".join(self._words(run, start, first) for run in touched)
            if start < first:
                self._append(_TEXT, start, first, words, "")
            if first < last:
                raw = self._data[first:last].decode()
                self._append(PieceKind.ALONE, first, last, raw, _one_line(raw))
            start = last

    def _words(self, run: tuple[int, int, int, str], start: int, end: int) -> str:
        """What of a text is between the offsets: all, nothing, or a part, which has no escape but the first."""
        first, last = max(run[0], start), min(run[2], end)
        if first >= last:
            return ""
        return run[3] if (first, last) == (run[0], run[2]) else self._data[max(first, run[1]) : last].decode()

    def _start(self, index: int) -> int:
        event = self._events[index]
        name = _PAIRS[event.name]
        link_type = event.value["link_type"] if name in {"link", "image"} else ""
        if link_type in AUTOLINKS:
            address = self._data[event.start + 1 : event.end - 1].decode()
            self._mark(PieceKind.ALONE, event.start, event.end, address, f"autolink {address}")
            return self._after(index)
        if name == "image" and self._whole_images:
            return self._image(index)
        self._mark(PieceKind.OPEN, event.start, event.start + self._length(event), "", name)
        self._opened.append(link_type)
        return index + 1

    def _after(self, index: int) -> int:
        """The number of the event after the end of what begins there."""
        depth = 0
        for number in range(index, len(self._events)):
            depth += (self._events[number].kind == "Start") - (self._events[number].kind == "End")
            if not depth:
                return number + 1
        return len(self._events)

    def _image(self, index: int) -> int:
        event, after = self._events[index], self._after(index)
        inside = inline_parts(self._events[index + 1 : after - 1], self._data, whole_images=False)
        close = max((part.end for part in inside), default=event.start + 2)
        end = self._end_of(event, event.value["link_type"])
        inner = [(event.start + 2, close)] if event.start + 2 < close else []
        inner += title(self._data, close, end) if event.value["title"] else ()
        self._mark(PieceKind.ALONE, event.start, end, "", "image", tuple(inner))
        return after

    def _end(self, event: MarkdownEvent) -> None:
        name, link_type = _PAIRS[event.name], self._opened.pop()
        if name not in {"link", "image"}:
            self._mark(PieceKind.CLOSE, event.end - self._length(event), event.end, "", name)
            return
        if self._after_break(self._position):  # then, marks of quotes may follow before the bracket
            self._after_break(self._data.index(b"]", self._position, event.end))
        elif self._run:
            self._flush()
        end = self._end_of(event, link_type)
        self._mark(PieceKind.CLOSE, self._position, end, "", name, title(self._data, self._position, end))

    def _end_of(self, event: MarkdownEvent, link_type: str) -> int:
        """Where a link ends: the parser leaves out the empty brackets of `[Seite][]`."""
        empty = link_type.startswith("Collapsed") and self._data[event.end : event.end + 2] == b"[]"
        return event.end + 2 * empty

    def _length(self, event: MarkdownEvent) -> int:
        """Of the mark, in bytes."""
        if event.name == "Strikethrough":
            return 2 if self._data[event.start : event.start + 2] == b"~~" else 1
        return 2 if event.name in {"Strong", "Image"} else 1

    def _html(self, index: int) -> int:
        event = self._events[index]
        self._has_tags = True
        tag = _HTML.match(event.value)
        if last := self._ends.get(index):
            inside = () if SWITCH.match(event.value) else self._events[index + 1 : last]
            return self._verbatim(index, last, "".join(e.value for e in inside if e.kind in {"Text", "Code"}))
        if tag is None:
            self._mark(PieceKind.ALONE, event.start, event.end, "", _one_line(event.value))
            return index + 1
        name = tag["tag"].lower()
        kind = PieceKind.CLOSE if tag["slash"] else PieceKind.OPEN
        self._mark(PieceKind.ALONE if tag["alone"] or name in VOID else kind, event.start, event.end, "", f"<{name}>")
        return index + 1

    def _verbatim(self, first: int, last: int, words: str) -> int:
        start, end = self._events[first].start, self._events[last].end
        self._mark(PieceKind.ALONE, start, end, words, _one_line(self._data[start:end].decode()))
        return last + 1

    @cached_property
    def _ends(self) -> Mapping[int, int]:
        """Where what is kept as it is ends."""
        return ends_of_kept(self._events)


def _one_line(name: str) -> str:
    return WRAP.sub(" ", name) if "\n" in name or "\r" in name else name


def _named(parts: Sequence[InlinePart], data: bytes) -> list[InlinePart]:
    """Tags of HTML with attributes are told apart by these."""
    named = list(parts)
    for number, part in enumerate(parts):
        raw = data[part.start : part.end].decode("utf-8", "replace") if part.name.startswith("<") else ""
        if raw and part.kind in {PieceKind.OPEN, PieceKind.ALONE} and "=" in raw:
            name = " ".join(_one_line(raw).split())
            named[number] = part._replace(name=name)
            if part.partner >= 0:
                named[part.partner] = parts[part.partner]._replace(name=name)
    return named
