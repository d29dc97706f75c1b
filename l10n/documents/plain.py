"""Plain text: headings and paragraphs, told by their looks; UTF-8, or UTF-16 and UTF-32 by their byte order mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from l10n.documents import Reading, Split
from l10n.documents.encoding import Encoding, decode, encoding_of
from l10n.documents.paragraphs import is_heading, paragraphs
from l10n.documents.replacing import changes
from l10n.errors import L10nError
from l10n.model import Block, BlockKind, Piece, PieceKind, Span
from l10n.text.lines import LINE_BREAK

__all__ = ["SUFFIXES", "changes", "encode", "read", "skeleton"]

SUFFIXES = (".txt", ".text")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1b\x7f]")
"""What no text has; U+001C to U+001F are white space."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end; the last may have none."""


def read(data: bytes, path: Path, split: Split) -> Reading:
    """A block for each paragraph and heading, of a single piece.

    The first heading is that of the text, all others stand on one level below it. Raises L10nError for what is empty,
    binary or not Unicode.
    """
    text = decode(data, path)
    if not text.strip():
        raise L10nError(f"{path}: is empty", "there is nothing to translate in it")
    if match := _CONTROL.search(text):
        line = text.count("\n", 0, match.start()) + 1
        message = f"{path}:{line}: looks binary (character U+{ord(match[0]):04X})"
        raise L10nError(message, "give a plain text file")
    return Reading(text, tuple(_blocks(text, encoding_of(data), split)))


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # nothing is escaped here
    """The text in the encoding of the file, whose mark stands before it; what is no character becomes `?`."""
    return text.encode(encoding_of(before).name, "replace")


def skeleton(data: bytes) -> tuple[str | None, ...]:
    """The blank lines as they stand, and None for each run of lines with text between them."""
    encoding = encoding_of(data)
    text = data[len(encoding.mark) :].decode(encoding.name, "replace")
    runs = groupby(_LINE.findall(text), lambda line: not line.strip())
    return tuple("".join(lines) if blank else None for blank, lines in runs)


def _blocks(text: str, encoding: Encoding, split: Split) -> Iterator[Block]:
    numbers: Counter[BlockKind] = Counter()
    spans = paragraphs(text)
    line, counted = 1, 0
    for (start, end), (first, last) in zip(spans, _byte_spans(text, spans, encoding), strict=True):
        line += len(LINE_BREAK.findall(text, counted, start))
        counted = start
        words = text[start:end]
        heading = is_heading(words) and len(split(words)) == 1
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        numbers[kind] += 1
        level = min(numbers[kind], 2) if heading else 0
        yield Block(kind, numbers[kind], (Piece(PieceKind.TEXT, first, last, words),), start, line, level)


def _byte_spans(text: str, spans: Iterable[Span], encoding: Encoding) -> Iterator[Span]:
    """Where the spans of characters are in the file."""
    counted, position = 0, len(encoding.mark)
    for start, end in spans:
        first = position + len(text[counted:start].encode(encoding.name))
        counted, position = end, first + len(text[start:end].encode(encoding.name))
        yield first, position
