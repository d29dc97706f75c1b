"""Events within a block -> its parts, with byte offsets: words, marks of emphasis and links, what stands for itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import starmap

from l10n.documents.inline.commonmark.events import MarkdownEvent, RawEvent, templates
from l10n.documents.inline.commonmark.kept import ends as ends_of_kept
from l10n.documents.inline.commonmark.titles import title
from l10n.documents.inline.commonmark.usual import (
    AUTOLINKS,
    BREAKS,
    HTML,
    PAIRS,
    WITH_ADDRESS,
    link_end,
    mark_length,
    named,
    named_tag,
    one_line,
    text_start,
    usual_parts,
)
from l10n.documents.inline.pairing import paired
from l10n.documents.switches import SWITCH
from l10n.model import InlinePart, PieceKind

_NAMES = {"Code": "code", "InlineMath": "math", "DisplayMath": "math", "FootnoteReference": "footnote"}
_TEXT, _OPEN, _CLOSE, _ALONE = PieceKind  # looked up once: a member of an enumeration is slow to reach


def inline_parts(events: Sequence[RawEvent], data: bytes, whole_images: bool = True) -> list[InlinePart]:
    """The parts of a block; without `whole_images` these are pairs with their alternative text in them.

    Offsets are bytes of `data`. A soft break is a text of one space, with the marks of quotes and lists and the
    indentation of the line after it.
    """
    if not events:
        return []
    may_have_templates = data.find(b"{", events[0][3], events[-1][4]) >= 0
    parts = None if may_have_templates else usual_parts(events, data, whole_images)
    return any_parts(events, data, whole_images) if parts is None else parts


def any_parts(events: Sequence[RawEvent], data: bytes, whole_images: bool) -> list[InlinePart]:
    """The same, whatever the events are; there is one."""
    return named(paired(_Inlines(list(starmap(MarkdownEvent, events)), data, whole_images).parts()), data)


class _Inlines:
    """The parts of a block, as they are collected."""

    def __init__(self, events: Sequence[MarkdownEvent], data: bytes, whole_images: bool) -> None:
        self._events = events
        self._data = data
        self._whole_images = whole_images
        self._parts: list[InlinePart] = []
        self._position = text_start(events[0], data)
        self._run: list[tuple[int, int, int, str]] = []
        """Texts that follow each other: start, start without an escape, end, words."""
        self._break: tuple[PieceKind, str, int, int] | None = None
        """The kind of the break before, its name, its start and its end, as long as more may belong to it."""
        self._opened: list[str] = []
        """Kinds of the links and pictures that are open: `Inline`, `Shortcut` …"""

    def parts(self) -> list[InlinePart]:
        """All of them, in order."""
        index = 0
        while index < len(self._events):
            event = self._events[index]
            kind, _, value, start, end = event
            index += 1
            if kind == "Text":
                self._text(event)
            elif kind in BREAKS:
                self._flush()
                self._break = *BREAKS[kind], min(self._position, start), end
                self._position = end
            elif kind == "Start":
                index = self._start(event, index)
            elif kind == "End":
                self._end(event)
            elif kind == "InlineHtml":
                index = self._html(event, index)
            elif kind in _NAMES:
                words = value if kind == "Code" else ""
                self._mark(_ALONE, start, end, words, one_line(f"{_NAMES[kind]} {value}"))
        self._flush()
        return self._parts

    def _mark(
        self, kind: PieceKind, start: int, end: int, words: str, name: str, inner: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Something that is no text; what is between it and the last event belongs to a break, or is text."""
        if self._break:
            self._after_break(start)
        elif self._position < start:
            gap = self._data[self._position : start].decode()
            self._run.append((self._position, self._position, start, gap))
        self._flush()
        self._parts.append(InlinePart(kind, start, end, words, name, -1, inner))
        self._position = end

    def _after_break(self, start: int) -> None:
        """The break before has all up to here: the marks of quotes, and indentation."""
        if self._break:
            kind, name, first, end = self._break
            self._position = max(start, end)
            self._parts.append(InlinePart(kind, first, self._position, " ", name))
            self._break = None

    def _text(self, event: MarkdownEvent) -> None:
        _, _, words, start, end = event
        if start == end:
            return
        if self._break:
            self._after_break(text_start(event, self._data))
        self._run.append((min(self._position, start), start, end, words))
        self._position = end

    def _flush(self) -> None:
        """Make a part of the texts, with template expressions in it on their own; or of the break before."""
        run = self._run
        if not run:
            self._after_break(self._position)
            return
        start, end = run[0][0], run[-1][2]
        expressions = templates(self._data, start, end)
        if expressions:
            self._with_templates(expressions)
        else:
            words = run[0][3] if len(run) == 1 else "".join([words for *_, words in run])
            self._parts.append(InlinePart(_TEXT, start, end, words))
        self._run = []

    def _with_templates(self, expressions: Sequence[tuple[int, int]]) -> None:
        """The texts between them; each is made of the texts that are wholly or, without an escape, in part there."""
        start, end = self._run[0][0], self._run[-1][2]
        starts, ends = [run[0] for run in self._run], [run[2] for run in self._run]
        for first, last in (*expressions, (end, end)):
            touched = self._run[bisect_right(ends, start) : bisect_left(starts, first)]
            words = "".join(self._words(run, start, first) for run in touched)
            if start < first:
                self._parts.append(InlinePart(_TEXT, start, first, words))
            if first < last:
                raw = self._data[first:last].decode()
                self._parts.append(InlinePart(_ALONE, first, last, raw, one_line(raw)))
            start = last

    def _words(self, run: tuple[int, int, int, str], start: int, end: int) -> str:
        """What of a text is between the offsets: all, nothing, or a part, which has no escape but the first."""
        first, last = max(run[0], start), min(run[2], end)
        if first >= last:
            return ""
        return run[3] if (first, last) == (run[0], run[2]) else self._data[max(first, run[1]) : last].decode()

    def _start(self, event: MarkdownEvent, index: int) -> int:
        _, name, link, start, end = event
        link_type = link["link_type"] if name in WITH_ADDRESS else ""
        if link_type in AUTOLINKS:
            address = self._data[start + 1 : end - 1].decode()
            self._mark(_ALONE, start, end, address, f"autolink {address}")
            return self._after(index)
        if name == "Image" and self._whole_images:
            return self._image(event, index)
        self._mark(_OPEN, start, start + mark_length(event, self._data), "", PAIRS[name])
        self._opened.append(link_type)
        return index

    def _after(self, index: int) -> int:
        """The number of the event after the end of what has begun before this one."""
        depth = 1
        while depth and index < len(self._events):
            kind = self._events[index].kind
            depth += (kind == "Start") - (kind == "End")
            index += 1
        return index

    def _image(self, event: MarkdownEvent, index: int) -> int:
        after = self._after(index)
        inside = inline_parts(self._events[index : after - 1], self._data, whole_images=False)
        close = max((part.end for part in inside), default=event.start + 2)
        end = link_end(event.end, event.value["link_type"], self._data)
        inner = [(event.start + 2, close)] if event.start + 2 < close else []
        inner += title(self._data, close, end) if event.value["title"] else ()
        self._mark(_ALONE, event.start, end, "", "image", tuple(inner))
        return after

    def _end(self, event: MarkdownEvent) -> None:
        name, link_type = event.name, self._opened.pop()
        if name not in WITH_ADDRESS:
            self._mark(_CLOSE, event.end - mark_length(event, self._data), event.end, "", PAIRS[name])
            return
        if self._break:  # then, marks of quotes may follow before the bracket
            self._after_break(self._data.index(b"]", self._position, event.end))
        elif self._run:
            self._flush()
        end = link_end(event.end, link_type, self._data)
        self._mark(_CLOSE, self._position, end, "", PAIRS[name], title(self._data, self._position, end))

    def _html(self, event: MarkdownEvent, index: int) -> int:
        value: str = event.value
        if last := self._ends.get(index - 1):
            inside = () if SWITCH.match(value) else self._events[index:last]
            words = "".join(e.value for e in inside if e.kind in {"Text", "Code"})
            end = self._events[last].end
            self._mark(_ALONE, event.start, end, words, one_line(self._data[event.start : end].decode()))
            return last + 1
        tag = HTML.match(value)
        if tag is None:
            self._mark(_ALONE, event.start, event.end, "", one_line(value))
            return index
        kind, name = named_tag(tag)
        self._mark(kind, event.start, event.end, "", name)
        return index

    @cached_property
    def _ends(self) -> Mapping[int, int]:
        """Where what is kept as it is ends."""
        return ends_of_kept(self._events)
