"""Renderings -> changes of a Markdown file: sentences that stay keep their bytes, others are set as their block is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import accumulate

from l10n.documents import inline
from l10n.documents.encoding import encoding_of
from l10n.documents.html.writing import changes_of
from l10n.documents.inline.commonmark.usual import HARD_BREAK
from l10n.documents.inline.markdown import parse
from l10n.documents.inline.templates import TEMPLATE
from l10n.documents.lines import line_start
from l10n.documents.markdown import front_matter, leaving_out
from l10n.documents.markdown.reader import DEFINITION, FRONT_MATTER, HTML, SHOWN_BREAKS
from l10n.documents.markdown.strictness import strict
from l10n.documents.markdown.wrapping import begun, escaped_start, wrapped
from l10n.documents.splice import Change
from l10n.model import Block, BlockKind, Document, Piece, PieceKind
from l10n.model.inline import words
from l10n.model.rendering import Rendering, by_block, is_only_space

_BREAK = "\n"
"""Stands for a forced line break: no rendering has one."""
_PIPE = re.compile(rf"(?P<kept>{TEMPLATE})|(?<!\\)(?P<signs>(?:\\\\)*)\|")
_LINE = re.compile(rb"[^\r\n]*")
_ATX = re.compile(rb"#[ \t]+[*_~]*\Z")
_CLOSING = re.compile(r"(?<!\S)#+\Z")
"""What would be taken for the end of such a heading."""
_BR = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TRAILING = re.compile(r"(?<!\\)((?:\\\\)*)\\\Z")
"""A backslash that would change what comes after it."""
_IN_TITLE = re.compile(r"[\"'()\\]|&(?=#?\w+;)")
"""What would end the title of a definition, or say something else in it."""
_NARROWEST, _WIDEST = 40, 200
_CELL, _HEADING = BlockKind.CELL, BlockKind.HEADING  # looked up once: a member of an enumeration is slow to reach
_TEXT = PieceKind.TEXT


def changes(
    document: Document,
    renderings: Sequence[Rendering],
    language: str | None = None,  # noqa: ARG001  # no Markdown names its language
) -> Iterator[Change]:
    """What is to be changed of the file, in its order; what is left out goes with its paragraph or item."""
    if _are_unchanged(renderings):  # as in what a finished article is compared with
        return iter(())
    groups = list(by_block(document, renderings))
    written = _changes(document, groups)
    raw = [(block, own) for block, own in groups if block.syntax == HTML]
    if not raw:
        return written
    html = changes_of(document.data, raw, inline.named("markdown"), encoding="utf-8")
    return merge(written, html, key=lambda change: change.start)


def _changes(document: Document, groups: Sequence[tuple[Block, Sequence[Rendering]]]) -> Iterator[Change]:
    gone = deque(_gone(document, groups))
    data = document.data
    for block, own in groups:
        while gone and gone[0].end <= block.start:
            yield gone.popleft()
        if gone and gone[0].start <= block.start:
            continue
        if block.syntax != HTML and not _are_unchanged(own):
            yield Change(block.start, block.end, _text(data, block, own))
    yield from gone


def _are_unchanged(renderings: Sequence[Rendering]) -> bool:
    for rendering in renderings:  # noqa: SIM110  # a generator takes twice as long for a sentence or two
        if not rendering.unchanged:
            return False
    return True


def _gone(document: Document, groups: Sequence[tuple[Block, Sequence[Rendering]]]) -> list[Change]:
    if all(own[0].text for _, own in groups if own):
        return []
    left_out = [bool(own) and not own[0].text and not any(rendering.shown for rendering in own) for _, own in groups]
    if not any(left_out):
        return []
    start = len(encoding_of(document.data).mark)
    return leaving_out.changes(document.data, start, [block for block, _ in groups], left_out)


def _text(data: bytes, block: Block, renderings: Sequence[Rendering]) -> str:
    if block.syntax not in {FRONT_MATTER, DEFINITION}:
        return _Body(data, block, renderings).text()
    shown = words(parse(" ".join(rendering.shown for rendering in renderings if rendering.shown)))
    if block.syntax == FRONT_MATTER:
        return front_matter.written(shown, block.pieces[0].source)
    return _IN_TITLE.sub(r"\\\g<0>", shown)


class _Body:
    """What stands for a block."""

    def __init__(self, data: bytes, block: Block, renderings: Sequence[Rendering]) -> None:
        self.data = data
        self.block = block
        self.renderings = renderings
        self._has_breaks = self._is_wrapped = False
        if len(block.pieces) == 1 and not block.pieces[0].source:  # as most blocks are
            self._whole, self._is_as_shown = block.pieces[0].text, True
            return
        _, _, _, texts, sources, _ = zip(*block.pieces, strict=True)
        self._whole = "".join(texts)
        self._is_as_shown = not any(sources)
        """What translators see of the block is what stands in the file."""
        if self._is_as_shown:
            return
        self._offsets = [0, *accumulate(map(len, texts))]
        """Of the pieces in the text of the block, and where it ends."""
        self._has_breaks = SHOWN_BREAKS[HARD_BREAK] in texts and any(map(_is_hard, block.pieces))
        """There are forced line breaks in it."""
        self._is_wrapped = self._wraps()
        """A line ends within a sentence."""

    def text(self) -> str:
        """In the lines of the source, or, if a sentence runs over lines, in lines as wide as those."""
        parts = self._parts()
        if not parts and self.block.kind is _CELL:
            return self._empty_cell()
        if not self._is_wrapped or not parts:
            return "".join(parts)
        return self._in_lines("".join(parts))

    def _empty_cell(self) -> str:
        """With a pipe of its own at an end of the row that has none: without words there would be no cell."""
        start, end = self.block.start, self.block.end
        before, after = self.data[line_start(self.data, start) : start], _LINE.match(self.data, end)
        return "" if b"|" in before and after and b"|" in after[0] else "|"

    def _wraps(self) -> bool:
        for piece, offset in zip(self.block.pieces, self._offsets, strict=False):
            if piece.source and piece.kind is _TEXT:
                number = bisect_right(self.renderings, offset, key=_start) - 1
                if number >= 0 and offset < self.renderings[number].segment.end:
                    return True
        return False

    def _parts(self) -> list[str]:
        """The sentences with what stands before, between and after them; of a gap where one is left out, the last,
        or the first if that is the only space.

        None if all are left out.
        """
        parts: list[str] = []
        end, written, space = 0, "", ""
        for index, rendering in enumerate(self.renderings):
            segment = rendering.segment
            if shown := rendering.shown:
                gap = self._source(end, segment.start) if end < segment.start and (written or not end) else space
                space = ""
                is_first = not (written or gap)
                written = self._sentence(rendering, shown, is_first or _BREAK in gap)
                if is_first and end:
                    written = self._begun(written)
                parts += gap, written
            elif written and is_only_space(self.renderings, index):
                space = self._source(end, segment.start)
            end = segment.end
        return [*parts, self._source(end, len(self._whole))] if parts else parts

    def _sentence(self, rendering: Rendering, shown: str, at_start: bool) -> str:
        segment = rendering.segment
        if shown == segment.text:
            return self._source(segment.start, segment.end)
        text = strict(shown, segment.text) if rendering.strict else shown
        text = self._with_breaks(text, rendering) if self._has_breaks else text
        if text.endswith("\\"):
            text = _TRAILING.sub(r"\1\\\\", text)
        if self.block.kind is _CELL:
            return _PIPE.sub(lambda match: match["kept"] or rf"{match['signs']}\|", text) if "|" in text else text
        if self.block.kind is _HEADING and self._is_after_signs():
            return _CLOSING.sub(lambda match: f"\\{match[0]}", text)
        return escaped_start(text) if at_start and not self._is_wrapped else text

    def _begun(self, text: str) -> str:
        """A sentence that begins the block, as those before it are left out."""
        is_on_line = self.block.kind is _CELL or (self.block.kind is _HEADING and self._is_after_signs())
        return text if is_on_line else begun(text)

    def _is_after_signs(self) -> bool:
        """A heading with `#` before it, and not underlined."""
        start = self.block.start
        return bool(_ATX.search(self.data[line_start(self.data, start) : start]))

    def _with_breaks(self, text: str, rendering: Rendering) -> str:
        """The text with the forced line breaks of its segment for the tags that stand for them."""
        pieces = [piece for piece, _ in self._cut(rendering.segment.start, rendering.segment.end)]
        breaks = [piece for piece in pieces if piece.kind is PieceKind.ALONE and piece.text.startswith("<br")]
        left = iter(breaks)
        return _BR.sub(lambda tag: self._break(next(left, None)) or tag[0], text)

    def _break(self, piece: Piece | None) -> str:
        if piece is None or not _is_hard(piece):
            return ""
        return _BREAK if self._is_wrapped else piece.source

    def _source(self, start: int, end: int) -> str:
        """What of the source stands between two offsets: as it stands there, or on one line."""
        if start == end:
            return ""
        if self._is_as_shown:
            return self._whole[start:end]
        index = bisect_right(self._offsets, start) - 1
        if end <= self._offsets[index + 1]:  # as a space between two sentences is
            return self._shown(self.block.pieces[index], self._whole[start:end])
        return "".join([self._shown(piece, text) for piece, text in self._cut(start, end)])

    def _shown(self, piece: Piece, text: str) -> str:
        """This much of a piece."""
        if self._is_wrapped:
            return _BREAK if _is_hard(piece) else text
        return piece.source if piece.source and text == piece.text else text

    def _cut(self, start: int, end: int) -> Iterator[tuple[Piece, str]]:
        """The pieces between two offsets, with what is between these of their texts."""
        index = bisect_right(self._offsets, start) - 1
        while index < len(self.block.pieces) and self._offsets[index] < end:
            piece, offset = self.block.pieces[index], self._offsets[index]
            yield piece, piece.text[max(start - offset, 0) : end - offset]
            index += 1

    def _in_lines(self, text: str) -> str:
        """The text in lines, each after the marks of quotes and the indentation that the lines of the source have."""
        soft = next(piece.source for piece in self.block.pieces if _is_soft(piece))
        newline = soft.lstrip(" \t")
        indent = len(newline.lstrip("\r\n"))
        hard = (piece.source for piece in self.block.pieces if _is_hard(piece))
        lines = []
        for part in text.split(_BREAK):
            rows = map(escaped_start, wrapped(part.strip(" "), self._width, indent))
            lines.append(newline.join(rows))
        return "".join(f"{line}{next(hard, newline)}" for line in lines[:-1]) + lines[-1]

    @cached_property
    def _width(self) -> int:
        """Characters of the longest line of the source, with what stands before it; a sensible number of them."""
        start = line_start(self.data, self.block.start)
        lines = self.data[start : self.block.end].splitlines()  # of bytes, at the ends of lines only
        return min(max(_NARROWEST, *(len(line.rstrip().decode()) for line in lines)), _WIDEST)


def _start(rendering: Rendering) -> int:
    return rendering.segment.start


def _is_soft(piece: Piece) -> bool:
    return bool(piece.source) and piece.kind is _TEXT


def _is_hard(piece: Piece) -> bool:
    return piece.text == SHOWN_BREAKS[HARD_BREAK] and bool(piece.source)
