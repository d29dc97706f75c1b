"""Renderings -> changes of a plain text: what stands between segments stays as it is, and nothing leaves a hole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from l10n.documents.encoding import encoding_of
from l10n.documents.splice import Change
from l10n.documents.wrapping import Wrap, is_wrapped, wrapped, wrapping
from l10n.model import Block, Document
from l10n.model.rendering import Rendering, by_block
from l10n.text.lines import LINE_BREAK


def changes(
    document: Document,
    renderings: Sequence[Rendering],
    language: str | None = None,  # noqa: ARG001  # no text names its language
) -> Iterator[Change]:
    """What is to be changed of the file, in its order; `renderings` has one for each segment.

    A rendering that is its segment unchanged leaves what stands in the source, with its line breaks. A paragraph of a
    hard-wrapped text with another one is wrapped anew. A block of which all is left out goes with the white space that
    belongs to it.
    """
    wrap = wrapping(document)
    bodies = [_body(block, own, document, wrap) for block, own in by_block(document, renderings)]
    kept = [index for index, body in enumerate(bodies) if body]
    blocks, gaps = document.blocks, _gaps(document)
    end = len(encoding_of(document.data).mark)  # of what has been looked at, in bytes
    for before, index in pairwise((-1, *kept)):
        block = blocks[index]
        if index - before > 1:
            yield Change(end, block.start, _gap(gaps[before + 1 : index + 1], first=before < 0))
        if bodies[index] != block.text:
            yield Change(block.start, block.end, bodies[index])
        end = block.end
    if not kept:
        yield Change(end, len(document.data), "")
    elif kept[-1] < len(blocks) - 1:
        yield Change(end, blocks[-1].end, "")


def _body(block: Block, renderings: Sequence[Rendering], document: Document, wrap: Wrap | None) -> str:
    """What stands for the block; empty if all of it is left out."""
    if all(rendering.unchanged for rendering in renderings):
        return block.text
    if wrap and is_wrapped(block):
        line = _sentences(block.text, renderings, flat=True)
        return wrapped(line, document, block, wrap) if line else ""
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


def _gaps(document: Document) -> list[str]:
    """What stands before each block."""
    ends = [0, *(block.offset + len(block.text) for block in document.blocks)]
    return [document.text[end : block.offset] for end, block in zip(ends, document.blocks, strict=False)]


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
