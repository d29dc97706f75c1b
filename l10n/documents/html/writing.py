"""Renderings -> changes of HTML: other texts with the tags of the source, within tags too.

A sentence that is unchanged keeps its bytes. In any other, words are escaped, and a tag of the source is written as it
stands there, wherever the translator has put it; whatever else looks like a tag is words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from l10n.documents.html.borders import byte_offsets
from l10n.documents.html.charset import charset
from l10n.documents.html.escaping import escaped, no_break_space, quotation_mark
from l10n.documents.inline import InlineForm
from l10n.documents.splice import Change
from l10n.model import Block, PieceKind, Segment, Span
from l10n.model.rendering import Rendering, is_only_space

_BARE = "="


def changes_of(
    data: bytes,
    blocks: Iterable[tuple[Block, Sequence[Rendering]]],
    form: InlineForm,
    others: Iterable[Change] = (),
    encoding: str = "",
    space: str = "",
) -> list[Change]:
    """What is to be changed of a file for these of its blocks, which are HTML, in the file's order.

    `data` is the whole file, `form` the inline form of its texts, `others` are changes within tags. The texts of the
    changes are markup: of it only characters that the file's encoding lacks are still to be escaped. The `encoding` is
    that which the file says, if none is given, and so is the `space`, which stands for U+00A0.
    """
    writer = _Writer(data, encoding or charset(data).name, form, space or no_break_space(data))
    outer: list[_Edit] = []
    inner = [_Edit(change.start, change.end, (change.text,)) for change in others]
    end = 0
    for block, renderings in blocks:
        (inner if block.start < end else outer).extend(writer.edits(block, renderings))
        end = max(end, block.end)
    inner.sort(key=_start)
    alone = [edit for edit in inner if not _is_within(edit, outer)]
    return [
        Change(edit.start, edit.end, writer.markup(edit.parts, inner)) for edit in sorted((*outer, *alone), key=_start)
    ]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Markup for a span of the file: strings, and spans of the file that are copied."""

    start: int
    end: int
    parts: tuple[str | Span, ...]


def _start(edit: _Edit) -> int:
    return edit.start


def _is_within(edit: _Edit, outer: Sequence[_Edit]) -> bool:
    index = bisect_right(outer, edit.start, key=_start) - 1
    return index >= 0 and edit.start < outer[index].end


@dataclass(frozen=True, slots=True)
class _Writer:
    """A file, and how texts are written in it."""

    data: bytes
    encoding: str
    form: InlineForm
    space: str
    """What stands for U+00A0."""

    def markup(self, parts: Iterable[str | Span], inner: Sequence[_Edit]) -> str:
        """The parts as text, with the edits that are within those that are copied."""
        return "".join(part if isinstance(part, str) else "".join(self._copy(part, inner)) for part in parts)

    def _copy(self, span: Span, inner: Sequence[_Edit]) -> Iterator[str]:
        position, end = span
        for edit in inner[bisect_left(inner, position, key=_start) : bisect_left(inner, end, key=_start)]:
            yield self.data[position : edit.start].decode(self.encoding)
            yield self.markup(edit.parts, ())
            position = edit.end
        yield self.data[position:end].decode(self.encoding)

    def edits(self, block: Block, renderings: Sequence[Rendering]) -> list[_Edit]:
        """What changes in a block, in its order."""
        if all(rendering.unchanged for rendering in renderings):
            return []
        mark = quotation_mark(self.data, block.start)
        edits = list(self._sentences(block, renderings, '"' if mark == _BARE else mark))
        return [_quoted(block, edits)] if mark == _BARE else edits

    def _sentences(self, block: Block, renderings: Sequence[Rendering], mark: str) -> Iterator[_Edit]:
        """A sentence that is left out goes with the white space before it, unless there is no other.

        The first ones go with that behind them.
        """
        offsets = byte_offsets(block, self.data, self.encoding, self.form)
        borders = [0, *accumulate(len(piece.text) for piece in block.pieces)]
        is_first = True
        for index, rendering in enumerate(renderings):
            start, end = offsets[rendering.segment.start], offsets[rendering.segment.end]
            if rendering.text:
                is_first = False
                if not rendering.unchanged:
                    yield _Edit(start, end, tuple(self._parts(block, borders, rendering, mark)))
            elif not is_first:
                yield _Edit(
                    start if is_only_space(renderings, index) else offsets[renderings[index - 1].segment.end], end, ()
                )
            else:
                following = renderings[index + 1 : index + 2]
                yield _Edit(start, offsets[following[0].segment.start] if following else end, ())

    def _parts(self, block: Block, borders: Sequence[int], rendering: Rendering, mark: str) -> Iterator[str | Span]:
        text = rendering.shown
        write = partial(escaped, mark=mark, space=self.space, strict=rendering.strict)
        tags = self._tags(block, borders, rendering.segment)
        for part in self.form.parse(text):
            own = tags.get((part.kind, part.name))
            tag = own and (own.popleft() if len(own) > 1 else own[0])
            yield write(part.words) if part.is_text else tag or write(text[part.start : part.end])

    def _tags(self, block: Block, borders: Sequence[int], segment: Segment) -> dict[tuple[PieceKind, str], deque[Span]]:
        """Where the tags of a segment stand in the file; the borders are those of pieces in the text of the block.

        What translators see as the same may be written otherwise: `<br>` and `<br />`, an expression over two lines.
        """
        first, last = bisect_left(borders, segment.start), bisect_right(borders, segment.end) - 1
        own = block.pieces[first:last]
        spans = [(piece.start, piece.end) for piece in own if piece.kind is not PieceKind.TEXT]
        marks = [(part.kind, part.name) for part in self.form.parse(segment.text) if not part.is_text]
        tags: dict[tuple[PieceKind, str], deque[Span]] = {}
        for mark, span in zip(marks, spans, strict=True) if len(marks) == len(spans) else ():
            tags.setdefault(mark, deque()).append(span)
        return tags


def _quoted(block: Block, edits: Sequence[_Edit]) -> _Edit:
    """The whole value of an attribute that has no quotation marks, with them."""
    parts: list[str | Span] = ['"']
    position = block.start
    for edit in edits:
        parts += ((position, edit.start), *edit.parts)
        position = edit.end
    return _Edit(block.start, block.end, (*parts, (position, block.end), '"'))
