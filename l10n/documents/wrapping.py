"""Paragraphs of a hard-wrapped text: how wide its lines are, and a new text in lines of that width."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import TextWrapper

from l10n.documents.paragraphs import NARROWEST_WRAP
from l10n.model import Block, Document
from l10n.text.lines import LINE_BREAK

_BEFORE_DASH = re.compile(r" (?=[-–—] )")
_STAND_INS = range(0xFDD0, sys.maxunicode)
"""Code points for a space at which no line may end; the first 32 are noncharacters, which hardly any text has."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """How the lines of a hard-wrapped text are set."""

    width: int
    """Characters, indentation included; a few lines of the text may be longer."""
    line_break: str


def wrapping(document: Document) -> Wrap | None:
    """How the text is wrapped; None if each of its lines is a paragraph or heading of its own."""
    paragraphs = [_lines(document.text, block) for block in document.blocks]
    broken = sorted(len(line) for lines in paragraphs for line in lines[:-1])
    if not broken:
        return None
    breaks = Counter(LINE_BREAK.findall(document.text))
    return Wrap(broken[-1 - len(broken) // 20], breaks.most_common(1)[0][0])


def is_wrapped(block: Block) -> bool:
    """In a hard-wrapped text; a heading of one line stays in one line, or it would be none."""
    return not block.level


def wrapped(text: str, document: Document, block: Block, wrap: Wrap) -> str:
    """The text in lines as wide as those of the block, and as far from the margin, without the space before the first.

    Lines end at spaces, not at no-break spaces, hyphens or within addresses, and none begins with a dash or is blank.
    """
    lines = _lines(document.text, block)
    first = _indent(lines[0])
    following = Counter(map(_indent, lines[1:])).most_common(1)
    wrapper = TextWrapper(
        width=_width(lines, wrap.width),
        initial_indent=first,
        subsequent_indent=following[0][0] if following else re.sub(r"[^ \t]", "", first),
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    kept = next(character for character in map(chr, _STAND_INS) if character not in text)
    filled = (line.replace(kept, " ").rstrip() for line in wrapper.wrap(_BEFORE_DASH.sub(kept, text)))
    return wrap.line_break.join(filter(None, filled)).removeprefix(first)


def _lines(text: str, block: Block) -> list[str]:
    """The lines in which the block stands, the first from its beginning."""
    start = max(text.rfind(end, 0, block.offset) for end in "\r\n") + 1
    return [line.rstrip() for line in LINE_BREAK.split(text[start : block.offset + len(block.text)])]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _width(lines: Sequence[str], usual: int) -> int:
    """That of the whole text, unless the paragraph is clearly set to another, as a quotation may be."""
    own = max((len(line) for line in lines if " " in line.strip()), default=0)
    candidates = (usual, own) if own >= NARROWEST_WRAP else (usual,)
    return next((width for width in candidates if _fits(lines, width)), usual)


def _fits(lines: Sequence[str], width: int) -> bool:
    """Each line ends because the next word has no room."""
    return all(len(line) + 1 + len(following.split()[0]) > width for line, following in pairwise(lines))
