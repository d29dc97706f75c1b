"""Renderings -> changes of a plain text: what stands between segments stays as it is, and nothing leaves a hole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from l10n.documents.aligning import AlignedText, aligned
from l10n.documents.encoding import decode, encoding_of
from l10n.documents.layout.passages import Passage, layout, passages
from l10n.documents.splice import Change
from l10n.documents.wrapping import Wrap, is_wrapped, wrapped, wrapping
from l10n.model import Block, BlockKind, Document
from l10n.model.rendering import Rendering, by_block
from l10n.text.lines import LINE_BREAK


def changes(
    document: Document,
    renderings: Sequence[Rendering],
    language: str | None = None,  # noqa: ARG001  # no text names its language
) -> Iterator[Change]:
    """What is to be changed of the file, in its order; `renderings` has one for each segment.

    A rendering that is its segment unchanged leaves what stands in the source, with its line breaks. A wrapped
    paragraph with another one is wrapped anew. A block of which all is left out goes with its mark and the white space
    that belongs to it; a cell of a table stays, empty.
    """
    if not document.blocks:
        return
    text = decode(document.data, Path(document.reference))
    lines = layout(text)
    read = tuple(passages(text, lines))
    wrap = wrapping(text, read)
    bodies = {
        passage.spans[0]: body
        for (block, own), passage in zip(by_block(document, renderings), read, strict=True)
        if (body := _body(block, own, text, passage, wrap)) is not None
    }
    cells = aligned(text, lines, bodies)
    written = [cells.get(passage.spans[0]) for passage in read]
    yield from _changes(document, written, _gaps(text, read))


def _changes(document: Document, bodies: Sequence[AlignedText | None], gaps: Sequence[str]) -> Iterator[Change]:
    """`bodies` are what stands for the blocks, None for one that goes; `gaps` what stands before them."""
    kept = [index for index, body in enumerate(bodies) if body is not None]
    blocks, encoding = document.blocks, encoding_of(document.data)
    space = len(" ".encode(encoding.name))
    end = len(encoding.mark)  # of what has been looked at, in bytes
    for before, index in pairwise((-1, *kept)):
        block = blocks[index]
        if index - before > 1:
            yield Change(end, block.start, _gap(gaps[before + 1 : index + 1], first=before < 0))
        body = bodies[index]
        end = block.end
        if body is not None and body != AlignedText(block.text):
            end += body.cut * space
            yield Change(block.start, end, body.text)
    if not kept:
        yield Change(end, len(document.data), "")
    elif kept[-1] < len(blocks) - 1:
        yield Change(end, blocks[-1].end, _head(gaps[kept[-1] + 1]).rstrip())


def _body(block: Block, renderings: Sequence[Rendering], text: str, passage: Passage, wrap: Wrap | None) -> str | None:
    """What stands for the block; None if all of it is left out."""
    if all(rendering.unchanged for rendering in renderings):
        return block.text
    if not any(rendering.text for rendering in renderings):
        return "" if block.kind is BlockKind.CELL else None
    if wrap and not block.level and is_wrapped(passage, wrap):
        return wrapped(_sentences(block.text, renderings, flat=True), text, passage, wrap)
    return _sentences(block.text, renderings, flat=False)


def _sentences(text: str, renderings: Sequence[Rendering], flat: bool) -> str:
    """The renderings of a block with the space between them; `flat` without line breaks, of the source's neither."""
    kept = [index for index, rendering in enumerate(renderings) if rendering.text]
    gaps = [text[left.segment.end : right.segment.start] for left, right in pairwise(renderings)]
    sentences = [_sentence(text, rendering, flat) for rendering in renderings]
    line = sentences[kept[0]] if kept else ""
    for before, index in pairwise(kept):
        gap = _strongest(gaps[before:index])
        line += (" " if flat and LINE_BREAK.search(gap) else gap) + sentences[index]
    return line


def _sentence(text: str, rendering: Rendering, flat: bool) -> str:
    segment = rendering.segment
    return text[segment.start : segment.end] if rendering.unchanged and not flat else rendering.shown


def _gaps(text: str, read: Sequence[Passage]) -> list[str]:
    """What stands before each passage, its mark included."""
    ends = [0, *(passage.spans[-1][1] for passage in read)]
    return [text[end : passage.spans[0][0]] for end, passage in zip(ends, read, strict=False)]


def _gap(gaps: Sequence[str], first: bool) -> str:
    """What is left between two blocks of the gaps around those that vanished between them.

    The first block keeps the end of its line, the last its indentation, and as many blank lines as were anywhere. Of
    the first gap of the text all stays but the indentation.
    """
    if first:
        return gaps[0][: len(gaps[0]) - len(_tail(gaps[0]))] + _tail(gaps[-1])
    strongest = _strongest(gaps)
    middle = strongest[len(_head(strongest)) : len(strongest) - len(_tail(strongest))]
    return _head(gaps[0]) + middle + _tail(gaps[-1])


def _strongest(gaps: Sequence[str]) -> str:
    """The one that parts most: that with the most line breaks of whatever kind."""
    return max(gaps, key=lambda gap: len(f"{gap}.".splitlines()))


def _head(gap: str) -> str:
    """Before its first line break: there is one between any two blocks."""
    return LINE_BREAK.split(gap, maxsplit=1)[0]


def _tail(gap: str) -> str:
    """After its last line break."""
    return LINE_BREAK.split(gap)[-1]
