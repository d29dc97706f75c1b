"""Pieces -> the article: what stands between segments stays as it is, character by character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from l10n.building import Piece
from l10n.building.wrapping import Wrap, is_wrapped, wrapped, wrapping
from l10n.model import Block, Document
from l10n.text.lines import LINE_BREAK


def article(document: Document, pieces: Sequence[Piece]) -> str:
    """The text with a piece for each segment; empty if all are left out.

    A piece that is its segment unchanged gives what stands in the source, with its line breaks. A paragraph of a
    hard-wrapped text with another one is wrapped anew.
    """
    text, wrap = document.text, wrapping(document)
    blocks = [(block, _body(document, block, own, wrap)) for block, own in _by_block(document, pieces)]
    edges = [0, *(edge for block in document.blocks for edge in (block.start, block.end)), len(text)]
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    kept = [number for number, (_, body) in enumerate(blocks) if body]
    if not kept:
        return ""
    parts = [_first_gap(gaps[: kept[0] + 1]), blocks[kept[0]][1]]
    for before, number in pairwise(kept):
        parts += [_gap(gaps[before + 1 : number + 1]), blocks[number][1]]
    return "".join((*parts, gaps[-1]))


def _by_block(document: Document, pieces: Sequence[Piece]) -> Iterator[tuple[Block, list[Piece]]]:
    left = iter(pieces)
    for block in document.blocks:
        yield block, list(islice(left, len(block.segments)))


def _body(document: Document, block: Block, pieces: Sequence[Piece], wrap: Wrap | None) -> str:
    """What stands for the block; empty if all of it is left out."""
    if all(piece.unchanged for piece in pieces):
        return document.text[block.start : block.end]
    if wrap and is_wrapped(block):
        line = _sentences(document.text, pieces, flat=True)
        return wrapped(line, document, block, wrap) if line else ""
    return _sentences(document.text, pieces, flat=False)


def _sentences(text: str, pieces: Sequence[Piece], flat: bool) -> str:
    """The pieces of a block with the space between them; `flat` without line breaks, of the source's neither."""
    kept = [number for number, piece in enumerate(pieces) if piece.text]
    gaps = [text[one.segment.end : other.segment.start] for one, other in pairwise(pieces)]
    parts = [_inside(text, piece, flat) for piece in pieces]
    line = parts[kept[0]] if kept else ""
    for before, number in pairwise(kept):
        gap = _strongest(gaps[before:number])
        line += (" " if flat and LINE_BREAK.search(gap) else gap) + parts[number]
    return line


def _inside(text: str, piece: Piece, flat: bool) -> str:
    return text[piece.segment.start : piece.segment.end] if piece.unchanged and not flat else piece.shown


def _gap(gaps: Sequence[str]) -> str:
    """What is left between two blocks of the gaps around those that vanished between them.

    The first block keeps the end of its line, the last its indentation, and as many blank lines as were anywhere.
    """
    if len(gaps) == 1:
        return gaps[0]
    strongest = _strongest(gaps)
    middle = strongest[len(_head(strongest)) : len(strongest) - len(_tail(strongest))]
    return _head(gaps[0]) + middle + _tail(gaps[-1])


def _first_gap(gaps: Sequence[str]) -> str:
    """The same before the first block that is left."""
    first = gaps[0]
    return first if len(gaps) == 1 else first[: len(first) - len(_tail(first))] + _tail(gaps[-1])


def _strongest(gaps: Sequence[str]) -> str:
    """The one that parts most: that with the most line breaks of whatever kind."""
    return max(gaps, key=lambda gap: len(f"{gap}.".splitlines()))


def _head(gap: str) -> str:
    """Before its first line break: there is one between any two blocks."""
    return LINE_BREAK.split(gap, maxsplit=1)[0]


def _tail(gap: str) -> str:
    """Behind its last line break."""
    return LINE_BREAK.split(gap)[-1]
