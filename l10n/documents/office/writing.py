"""Renderings -> changes: other texts in the runs and links of the source, closed and opened where that is needed.

A sentence that is unchanged keeps its bytes. Another begins in the run in which the source's begins, and ends in that
in which it ends; between them runs are made as the tags of the translation say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from l10n.documents.inline import InlineForm
from l10n.documents.office.dialect import OfficeDialect
from l10n.documents.office.layers import Layer, LayerRole, Path, containers
from l10n.documents.office.nesting import Edit
from l10n.documents.office.pieces import Paragraph
from l10n.documents.office.runs import PRESERVE, RunOutput
from l10n.documents.office.tokens import InlineToken
from l10n.documents.xml import escaped, offsets
from l10n.model import Block, PieceKind, Segment
from l10n.model.inline import words
from l10n.model.rendering import Rendering, is_only_space


class _SegmentBorder(NamedTuple):
    """Where a sentence begins or ends."""

    position: int
    """Byte offset."""
    path: Path
    """The elements that are open there."""


class BlockWriter:
    """Writes the texts of a block."""

    def __init__(
        self, data: bytes, dialect: OfficeDialect, form: InlineForm, block: Block, paragraph: Paragraph
    ) -> None:
        self._data, self._dialect, self._form = data, dialect, form
        self._block, self._paragraph = block, paragraph
        self._offsets = [0, *accumulate(len(piece.text) for piece in block.pieces)]
        self._bytes = self._positions()
        self._preserved: set[int] = set()

    def edits(self, renderings: Sequence[Rendering]) -> Iterator[Edit]:
        """What changes in the block; what is left out goes with the space before it, unless there is no other, or
        behind it at the start.
        """
        if all(rendering.unchanged for rendering in renderings):
            return
        is_first = True
        for index, rendering in enumerate(renderings):
            start, end = self._start(rendering.segment), self._end(rendering.segment)
            if rendering.text:
                is_first = False
                if rendering.unchanged:
                    continue
            elif not is_first:
                if not is_only_space(renderings, index):
                    start = self._end(renderings[index - 1].segment)
            elif following := renderings[index + 1 : index + 2]:
                end = self._start(following[0].segment)
            yield from self._edit(start, end, rendering)

    def _edit(self, start: _SegmentBorder, end: _SegmentBorder, rendering: Rendering) -> Iterator[Edit]:
        if self._paragraph.is_value:
            yield Edit(start.position, end.position, (escaped(rendering.shown, quoted=True),))
            return
        output = RunOutput(self._data, self._dialect, self._paragraph, start.path)
        markers = self._paragraph.markers
        first, last = (bisect_left(markers, border.position, key=attrgetter("start")) for border in (start, end))
        marks = markers[first:last]
        output.marks(marker for marker in marks if _is_start(marker.name))
        output.text(rendering.shown, self._form, self._tags(rendering.segment))
        output.marks(marker for marker in marks if not _is_start(marker.name))
        output.move(end.path)
        if output.has_edge and (layer := _words_layer(start.path)):
            yield from self._preserving(layer)
        yield Edit(start.position, end.position, tuple(output.parts))

    def _preserving(self, layer: Layer) -> Iterator[Edit]:
        first, last = layer.opening
        if self._dialect.preserves and last not in self._preserved and b"xml:space" not in self._data[first:last]:
            self._preserved.add(last)
            yield Edit(last - 1, last - 1, (PRESERVE,))

    def _start(self, segment: Segment) -> _SegmentBorder:
        first = bisect_right(self._offsets, segment.start) - 1
        _, token = self._token(range(first, len(self._block.pieces)))
        depth = len(self._paragraph.around)
        pair = next((layer for layer in containers(token.before)[depth:] if layer.role is LayerRole.PAIR), None)
        if pair:
            return _SegmentBorder(pair.opening[0], token.before[: token.before.index(pair)])
        return _SegmentBorder(self._bytes.get(segment.start, token.start), token.before)

    def _end(self, segment: Segment) -> _SegmentBorder:
        last, token = self._token(range(bisect_left(self._offsets, segment.end) - 1, -1, -1))
        depth = len(self._paragraph.around)
        pair = next((layer for layer in containers(token.after)[depth:] if layer.role is LayerRole.PAIR), None)
        if pair:
            return _SegmentBorder(pair.closing[1], token.after[: token.after.index(pair)])
        inside = self._offsets[last] < segment.end < self._offsets[last + 1]
        return _SegmentBorder(self._bytes[segment.end] if inside else token.end, token.after)

    def _token(self, numbers: range) -> tuple[int, InlineToken]:
        """The first among these pieces that is no border of a pair."""
        origins = ((number, self._paragraph.origins[number]) for number in numbers)
        return next((number, origin) for number, origin in origins if isinstance(origin, InlineToken))

    def _positions(self) -> dict[int, int]:
        """Byte offsets of the borders of sentences that are within a piece."""
        wanted = sorted({border for segment in self._block.segments for border in (segment.start, segment.end)})
        result: dict[int, int] = {}
        for number, piece in enumerate(self._block.pieces):
            first, last = self._offsets[number : number + 2]
            inside = wanted[bisect_right(wanted, first) : bisect_left(wanted, last)]
            if inside:
                characters = list(self._characters(piece.text, [border - first for border in inside]))
                source = self._data[piece.start : piece.end].decode()
                cuts = (
                    offsets(source, characters) if len(source) >= characters[-1] else iter([len(source)] * len(inside))
                )
                result |= {border: piece.start + cut for border, cut in zip(inside, cuts, strict=True)}
        return result

    def _characters(self, text: str, borders: Sequence[int]) -> Iterator[int]:
        """How many characters of the words are before each border in what is shown of them."""
        character = counted = 0
        for border in borders:
            character += len(words(self._form.parse(text[counted:border])))
            counted = border
            yield character

    def _tags(self, segment: Segment) -> dict[tuple[PieceKind, str], InlineToken | Layer]:
        """What the tags of a segment stand for."""
        first, last = bisect_left(self._offsets, segment.start), bisect_right(self._offsets, segment.end) - 1
        numbers = [n for n in range(first, last) if self._block.pieces[n].kind is not PieceKind.TEXT]
        marks = [(part.kind, part.name) for part in self._form.parse(segment.text) if not part.is_text]
        origins = [self._paragraph.origins[number] for number in numbers]
        return dict(zip(marks, origins, strict=True)) if len(marks) == len(origins) else {}


def _is_start(name: str) -> bool:
    return name.lower().endswith("start")


def _words_layer(path: Path) -> Layer | None:
    return path[-1] if path and path[-1].role is LayerRole.WORDS else None
