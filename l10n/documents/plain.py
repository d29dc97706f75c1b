"""Plain text: blocks told by their looks; UTF-8, or UTF-16 and UTF-32 by their byte order mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from l10n.documents import Reading, Split
from l10n.documents.encoding import Encoding, encoding_of, prose, refuse_empty
from l10n.documents.layout.headings import is_heading
from l10n.documents.layout.passages import Passage, layout, passages
from l10n.documents.layout.structure import Token, structure
from l10n.documents.notice import first_lines
from l10n.documents.replacing import changes
from l10n.model import Block, BlockKind, Piece, PieceKind
from l10n.text.lines import LINE_BREAK

__all__ = ["INLINE", "SUFFIXES", "changes", "encode", "read", "skeleton", "with_notice"]

SUFFIXES = (".txt", ".text")
INLINE = "plain"


def read(
    data: bytes,
    path: Path,
    split: Split,
    fields: Collection[str] = (),  # noqa: ARG001  # there is no front matter
) -> Reading:
    """A block for each passage of the text, see `layout`.

    It is of a single piece, line breaks and indentation included; quote marks within it are a piece of their own, for
    a line break. The first heading is that of the text, all others stand on one level below it. Raises L10nError for
    what is empty, binary or not Unicode.
    """
    text = prose(data, path)
    refuse_empty(text, path)
    read_passages = list(passages(text, layout(text)))
    return Reading(text, tuple(_blocks(text, read_passages, encoding_of(data), split)))


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # nothing is escaped here
    """The text in the encoding of the file, whose mark stands before it; what is no character becomes `?`."""
    return text.encode(encoding_of(before).name, "replace")


def skeleton(data: bytes) -> tuple[Token, ...]:
    """See `structure`: a translation that brings a mark with it is not taken for what it is not."""
    encoding = encoding_of(data)
    return structure(data[len(encoding.mark) :].decode(encoding.name, "replace"))


def with_notice(data: bytes, words: str, language: str) -> bytes:  # noqa: ARG001  # nothing in it names a language
    """The words as its first line, with a blank line behind it."""
    return first_lines(data, words, encoding_of(data))


def _blocks(text: str, read_passages: list[Passage], encoding: Encoding, split: Split) -> Iterator[Block]:
    numbers: Counter[BlockKind] = Counter()
    line, counted = 1, 0
    position = len(encoding.mark)
    ends = [0, *(passage.spans[-1][1] for passage in read_passages)]
    for passage, end in zip(read_passages, ends, strict=False):
        start = passage.spans[0][0]
        line += len(LINE_BREAK.findall(text, counted, start))
        counted = start
        before = text[end:start]
        pieces = tuple(_pieces(text, passage, position + len(before.encode(encoding.name)), encoding))
        position = pieces[-1].end
        yield _block(passage, pieces, numbers, start, line, split)


def _block(
    passage: Passage, pieces: tuple[Piece, ...], numbers: Counter[BlockKind], offset: int, line: int, split: Split
) -> Block:
    """With its number and, if it is a heading, its level."""
    words = "".join([piece.text for piece in pieces])
    heading = passage.kind is None and is_heading(words) and len(split(words)) == 1
    kind = passage.kind or (BlockKind.HEADING if heading else BlockKind.PARAGRAPH)
    numbers[kind] += 1
    return Block(kind, numbers[kind], pieces, offset, line, min(numbers[kind], 2) if heading else 0)


def _pieces(text: str, passage: Passage, position: int, encoding: Encoding) -> Iterator[Piece]:
    """The words of a passage in one piece, or with a piece for each line break that has quote marks after it."""
    for start, end, kind in passage.pieces:
        words = text[start:end]
        width = len(words.encode(encoding.name))
        shown = words if kind is PieceKind.TEXT else _line_break(words)
        yield Piece(kind, position, position + width, shown, "" if shown == words else words)
        position += width


def _line_break(words: str) -> str:
    """The line break without what stands around it."""
    match = LINE_BREAK.search(words)
    return match[0] if match else "\n"
