"""Paragraphs of a hard-wrapped text: how wide its lines are, and a new text in lines of that width."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import TextWrapper

from l10n.documents.layout.judgement import NARROWEST_WRAP
from l10n.documents.layout.passages import Passage
from l10n.model import BlockKind
from l10n.text.lines import LINE_BREAK

_BEFORE_MARK = re.compile(
    r""" [ ](?= [-–—•·*▪▫‣◦○●■□►→✓+=~\#|│║>] | \d{1,3}\.(?:\s|$) | \(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{2,5})\)(?:\s|$) )""",
    re.VERBOSE,
)
"""A line that began so would be taken for a list, a quotation, a rule."""
_STAND_INS = range(0xFDD0, sys.maxunicode)
"""Code points for a space at which no line may end; the first 32 are noncharacters, which hardly any text has."""
_WRAPPED = {None, BlockKind.LIST_ITEM, BlockKind.QUOTATION}
_BESIDE = re.compile(r"[^ \t>]")
"""What a first line alone has before its words."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """How the lines of a hard-wrapped text are set."""

    width: int
    """Characters, indentation included; a few lines of the text may be longer."""
    line_break: str
    is_throughout: bool
    """A text of one line, too, has to be wrapped if it becomes longer."""


def wrapping(text: str, read: Sequence[Passage]) -> Wrap | None:
    """How the text is wrapped; None if none of its paragraphs is."""
    broken = sorted(line.length for passage in read for line in passage.lines[:-1])
    if not broken:
        return None
    breaks = Counter(LINE_BREAK.findall(text))
    return Wrap(broken[-1 - len(broken) // 20], breaks.most_common(1)[0][0], _is_throughout(read, broken[-1]))


def _is_throughout(read: Sequence[Passage], width: int) -> bool:
    """Whether no line is clearly longer, but for addresses of web pages."""
    return all(line.length <= width + width // 10 for passage in read for line in passage.lines if " " in line.text)


def is_wrapped(passage: Passage, wrap: Wrap | None) -> bool:
    """Whether another text for the passage is set in lines: if it has several, or all of the text is wrapped."""
    if wrap is None or passage.kind not in _WRAPPED:
        return False
    return len(passage.lines) > 1 or wrap.is_throughout


def wrapped(words: str, text: str, passage: Passage, wrap: Wrap) -> str:
    """The words in lines as wide as those of the passage, and with what stands before them, but for the first.

    Lines end at spaces, not at no-break spaces, hyphens or within addresses, and none is blank or begins with what
    would be taken for a mark.
    """
    lines = passage.lines
    first = text[lines[0].start : lines[0].words]
    following = Counter(text[line.start : line.words] for line in lines[1:]).most_common(1)
    margin = following[0][0] if following else _BESIDE.sub(" ", first)
    width = _width([text[line.start : line.end] for line in lines], wrap.width)
    if max(len(first), len(margin)) > width // 2:
        return words
    wrapper = TextWrapper(
        width=width,
        initial_indent=first,
        subsequent_indent=margin,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    kept = next(character for character in map(chr, _STAND_INS) if character not in words)
    filled = (line.replace(kept, " ").rstrip() for line in wrapper.wrap(_BEFORE_MARK.sub(kept, words)))
    return wrap.line_break.join(line for line in filled if line.strip(" \t>")).removeprefix(first)


def _width(lines: Sequence[str], usual: int) -> int:
    """That of the whole text, unless the paragraph is clearly set to another, as a quotation may be."""
    own = max((len(line) for line in lines if " " in line.strip()), default=0)
    candidates = (usual, own) if own >= NARROWEST_WRAP else (usual,)
    return next((width for width in candidates if _fits(lines, width)), usual)


def _fits(lines: Sequence[str], width: int) -> bool:
    """Each line ends because the next word has no room."""
    return all(len(line) + 1 + len(following.split()[0]) > width for line, following in pairwise(lines))
