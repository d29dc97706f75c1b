"""A Markdown file -> blocks of pieces: Markdown's own marks are seen as they are, on one line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from operator import attrgetter

from l10n.documents.html.blocks import blocks_of
from l10n.documents.inline.commonmark.events import MarkdownEvent, RawEvent, raw_events, titles_of_definitions
from l10n.documents.inline.commonmark.inlines import inline_parts
from l10n.documents.inline.commonmark.usual import HARD_BREAK, SOFT_BREAK, WRAP
from l10n.documents.inline.markdown import escape, escape_all
from l10n.documents.markdown import front_matter
from l10n.documents.markdown.leaves import Leaf, leaves
from l10n.documents.markdown.usual_pieces import usual_pieces
from l10n.documents.switches import SWITCH, remarks
from l10n.model import Block, BlockKind, InlinePart, Piece, PieceKind, Remark

FRONT_MATTER, HTML, DEFINITION = "front matter", "html", "definition"
"""Syntax of the blocks that are no Markdown."""
SHOWN_BREAKS = {SOFT_BREAK: " ", HARD_BREAK: "<br>"}
"""What translators see of them."""
_EMPHASIS = {"strong", "emphasis", "strikethrough"}
_SHORT = {"]", "][]"}
"""Ends of links whose text is their label."""
_TEXT, _CLOSE = PieceKind.TEXT, PieceKind.CLOSE  # looked up once: a member of an enumeration is slow to reach
_TITLE, _ITEM = BlockKind.TITLE, BlockKind.LIST_ITEM
_KINDS = {"Heading": BlockKind.HEADING, "TableCell": BlockKind.CELL, "Item": _ITEM}
"""Of blocks that say it, by the innermost block."""
_PARAGRAPH, _QUOTATION = BlockKind.PARAGRAPH, BlockKind.QUOTATION


def content(data: bytes, start: int, keys: Collection[str]) -> tuple[list[Block], list[Remark]]:
    """The blocks of a file from this offset on, which is after a byte order mark, and what may be a slip in it.

    Of front matter there are blocks of the values of these keys.
    """
    reader = _Reader(data, start, keys)
    blocks = list(reader.blocks())
    if definitions := list(_Reader(data, start, keys).definitions()):
        blocks = _merged(blocks, definitions)
    return blocks, list(remarks(reader.switches))


def _merged(blocks: Sequence[Block], definitions: Sequence[Block]) -> list[Block]:
    """All of them in the order of the file, and numbered in it: definitions have but titles, as some other blocks."""
    border = bisect_left(blocks, definitions[0].start, key=attrgetter("start"))  # they stand at the end of most files
    merged = [*blocks[:border], *sorted((*blocks[border:], *definitions), key=attrgetter("start"))]
    numbers = count(1)
    return [block._replace(number=next(numbers)) if block.kind is _TITLE else block for block in merged]


@dataclass(slots=True)
class _Reader:
    """A file while it is read."""

    data: bytes
    start: int
    keys: Collection[str]
    on: bool = True
    """Not between `l10n:off` and `l10n:on`."""
    switches: list[tuple[int, str]] = field(default_factory=list)
    """Of those that were passed the line and the word."""
    may_switch: bool = field(init=False)
    """There is a word that all switches have; the rest may stand on another line, behind the mark of a quote."""
    has_braces: bool = field(init=False)
    """There may be template expressions."""
    has_returns: bool = field(init=False)
    """A line may end in CR."""
    numbers: dict[BlockKind, int] = field(default_factory=dict)
    """How many blocks of a kind there were."""
    position: int = field(init=False)
    """Up to which byte lines and characters are counted."""
    line: int = 1
    offset: int = 0

    def __post_init__(self) -> None:
        self.position = self.start
        self.may_switch = b"l10n:" in self.data
        self.has_braces = b"{" in self.data
        self.has_returns = b"\r" in self.data

    def blocks(self) -> Iterator[Block]:
        """In the order of the file."""
        html: list[MarkdownEvent] = []
        for leaf in leaves(shifted(raw_events(self.data[self.start :]), self.start), with_blocks=False):
            if leaf.__class__ is Leaf:
                if block := self._leaf(leaf):
                    yield block
            elif leaf[0] == "Html":
                html.append(MarkdownEvent(*leaf))
            elif html:
                yield from self._html(html)
                html = []
            elif leaf[1] == "MetadataBlock" and leaf[0] == "Start":
                yield from self._front_matter(leaf)

    def definitions(self) -> Iterator[Block]:
        """The titles of reference definitions; none in a file that has a part for nobody: it may be theirs."""
        if b"]:" not in self.data or (self.may_switch and SWITCH.search(self.data.decode())):
            return
        for words, (start, end) in titles_of_definitions(self.data[self.start :]):
            first, last = start + self.start, end + self.start
            piece = Piece(_TEXT, first, last, escape(words), self.data[first:last].decode())
            yield self._block(_TITLE, 0, (piece,), DEFINITION)

    def _switch(self, html: MarkdownEvent) -> None:
        for match in SWITCH.finditer(html.value):
            self._count(html.start)
            self.on = match["word"] == "on"
            self.switches.append((self.line, match["word"]))

    def _leaf(self, leaf: Leaf) -> Block | None:
        block = None
        if self.on and (pieces := self._pieces(leaf.events)):
            block = self._block(*_kind(leaf), tuple(pieces))
        if self.may_switch:
            for event in leaf.events:
                if event[0] == "InlineHtml":
                    self._switch(MarkdownEvent(*event))
        return block

    def _html(self, html: Sequence[MarkdownEvent]) -> Iterator[Block]:
        """The texts of raw HTML; none of what has the marks of quotes or indentation between its lines."""
        start, end = html[0].start, html[-1].end
        if self.on and all(before.end == after.start for before, after in pairwise(html)):
            self._count(start)
            text = self.data[start:end].decode()
            for block in blocks_of(text, start=start, offset=self.offset, line=self.line, escape=escape_all):
                yield block._replace(number=self.number(block.kind), syntax=HTML)
        if self.may_switch:
            for event in html:
                self._switch(event)

    def _count(self, start: int) -> None:
        """Count lines and characters up to this byte."""
        between = self.data[self.position : start]
        self.position += len(between)
        self.line += between.count(b"\n")
        if self.has_returns:
            self.line += between.count(b"\r") - between.count(b"\r\n")
        self.offset += len(between if between.isascii() else between.decode())

    def number(self, kind: BlockKind) -> int:
        """That of the next block of a kind."""
        self.numbers[kind] = number = self.numbers.get(kind, 0) + 1
        return number

    def _block(self, kind: BlockKind, level: int, pieces: tuple[Piece, ...], syntax: str = "") -> Block:
        self._count(pieces[0].start)
        number = self.number(kind)
        return tuple.__new__(Block, (kind, number, pieces, self.offset, self.line, level, (), syntax, ()))  # sooner

    def _front_matter(self, event: RawEvent) -> Iterator[Block]:
        *_, start, end = event
        for value in front_matter.fields(self.data, start, end):
            if value.key not in self.keys:
                continue
            kind = _TITLE if value.key in front_matter.TITLES else BlockKind.FIELD
            source = self.data[value.start : value.end].decode()
            piece = Piece(_TEXT, value.start, value.end, escape(value.text), source)
            yield self._block(kind, 0, (piece,), FRONT_MATTER)

    def _pieces(self, events: Sequence[RawEvent]) -> Sequence[Piece]:
        may_have_templates = self.has_braces and self.data.find(b"{", events[0][3], events[-1][4]) >= 0
        usual = None if may_have_templates else usual_pieces(events, self.data)
        return pieces_of_parts(events, self.data) if usual is None else usual


def pieces_of_parts(events: Sequence[RawEvent], data: bytes) -> list[Piece]:
    """The pieces of a leaf, none if it has no words: no line break, and the label of a link that is its text."""
    parts = without_outer_marks(inline_parts(events, data, whole_images=False))
    if not _has_words(parts):
        return []
    pieces = []
    for kind, start, end, _, name, partner, _ in parts:
        source = shown = data[start:end].decode()
        if name in SHOWN_BREAKS:
            shown = SHOWN_BREAKS[name]
        elif kind is _CLOSE and source in _SHORT:
            label = data[parts[partner].end : start].decode()
            shown = f"][{WRAP.sub(' ', label)}]"
        elif "\n" in source or "\r" in source:
            shown = WRAP.sub(" ", source)
        pieces.append(Piece(kind, start, end, shown, source if shown != source else ""))
    return pieces


def shifted(events: Iterable[RawEvent], start: int) -> Iterable[RawEvent]:
    """Events of a text that begins at this byte of the file."""
    if not start:
        return events
    return ((kind, name, value, first + start, last + start) for kind, name, value, first, last in events)


def without_outer_marks(parts: list[InlinePart]) -> list[InlinePart]:
    """The parts without emphasis around all of them: as the mark of a heading, it belongs to the block."""
    first, last = 0, len(parts)
    while first < last and parts[first].name in _EMPHASIS and parts[first].partner == last - 1:
        first, last = first + 1, last - 1
    if not first:
        return parts
    kept = parts[first:last]
    return [part._replace(partner=part.partner - first) if part.partner >= 0 else part for part in kept]


def _has_words(parts: Iterable[InlinePart]) -> bool:
    for kind, _, _, words, *_ in parts:
        if kind is _TEXT and (words[:1].isalnum() or any(map(str.isalnum, words))):
            return True
    return False


def _kind(leaf: Leaf) -> tuple[BlockKind, int]:
    """The kind of its block, and the level if that is a heading."""
    within = leaf.within
    name = within[-1][1] if within else ""
    if kind := _KINDS.get(name):
        return kind, int(within[-1][2]["level"].removeprefix("H")) if name == "Heading" else 0
    if len(within) < 2:  # a paragraph in nothing else, as most are
        return (_QUOTATION if name == "BlockQuote" else _PARAGRAPH), 0
    if name == "Paragraph" and within[-2][1] == "Item":
        return _ITEM, 0
    return _QUOTATION if leaf.is_in("BlockQuote") else _PARAGRAPH, 0
