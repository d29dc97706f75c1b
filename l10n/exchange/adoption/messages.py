"""A message of another catalogue -> blocks, as our format would find them if the message were a file.

So marks of headings, quotes and items are off, lines are joined, and a table is its cells, in one program's messages as
in another's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial
from pathlib import Path

from l10n.errors import L10nError
from l10n.exchange.adoption.formats import format_named, inline_form
from l10n.exchange.adoption.references import defining
from l10n.model import Block, BlockKind, Piece, Segment, Span
from l10n.segmentation import sentences
from l10n.segmentation.inline import segments
from l10n.text.lines import one_line

_BETWEEN_ROWS = re.compile(r"(?<=\|) (?=\|)")


def as_file(text: str, form: str, known: Collection[str], lang: str) -> tuple[Block, ...]:
    """The blocks of the message, read in this format; `known` are references that are defined elsewhere.

    None in a format of archives, of which a message is none.
    """
    module = format_named(form)
    if hasattr(module, "unpack"):
        return ()
    message = (_in_rows(text.strip()) + "\n").encode("utf-8", "replace")
    definitions = "\n" + "".join(defining(text, known))
    data = message + definitions.encode("utf-8", "replace")
    try:
        reading = module.read(data, Path(), partial(sentences, lang=lang))
    except L10nError:
        return ()
    return tuple(block for block in reading.blocks if block.start < len(message))


def as_line(text: str, form: str) -> tuple[Block, ...]:
    """The message as one block, whatever it begins with: `1. Vorwort` may be a heading whose mark is off."""
    line = one_line(text.strip())
    parts = inline_form(form).parse(line)
    pieces = tuple(Piece(part.kind, part.start, part.end, line[part.start : part.end]) for part in parts)
    return (Block(BlockKind.PARAGRAPH, 1, pieces, 0, 1),) if pieces else ()


def in_sentences(block: Block, lang: str) -> tuple[Segment, ...]:
    """The sentences of the block, as entries of ours have them."""
    return tuple(segments(block, partial(sentences, lang=lang)))


def in_one(block: Block) -> tuple[Segment, ...]:
    """The whole block as a single segment, whatever sentences there are in it; none if it has no words."""
    return tuple(segments(block, _whole))


def _in_rows(text: str) -> str:
    """A table as it is; po4a joins its rows to one line: `| A | B | |---|---| | 1 | 2 |`."""
    joined = text.startswith("|") and "\n" not in text and "|-" in re.sub("[ :]", "", text)
    return _BETWEEN_ROWS.sub("\n", text) if joined else text


def _whole(text: str) -> list[Span]:
    start = len(text) - len(text.lstrip())
    return [(start, len(text.rstrip()))] if text.strip() else []
