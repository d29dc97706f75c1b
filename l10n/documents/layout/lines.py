"""The lines of a plain text: how deep they are quoted, what mark they begin with, and where their words are.

Lines end at LF, CR LF or CR; U+2028, U+0085, vertical tab and form feed are white space within a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from l10n.text.lines import LINE_BREAK

CLOSERS = "“”\"»«’‘›‹')]} \u00a0\u202f"
_OPENERS = "„“\"»«‚‘›‹'([{"

_QUOTE = re.compile(r"(?:[ \t]*>)+")
_GUILLEMETS = re.compile(r">[^ \t>]")
"""No space after the mark: an old mail, or »speech« as typewriters set it."""
_RULE = re.compile(r"[-*_=~#+•·–—^|:/\\⁂\u2500-\u257f\s]+")
_BULLET = re.compile(r"(?:[-–—•·*▪▫‣◦○●■□►→✓+]\s+)+(?:\[[ xX]\]\s+)?(?=\S)|\[[ xX]\]\s+(?=\S)")
_BRACKETED = re.compile(r"\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{2,5})\)\s+(?=\S)")
_ORDINAL = re.compile(r"(\d{1,3})\.\s+(?=\S)(?!\d{1,2}\.|[^\W\d_]{1,20}\.?\s\d{2,4}\b)")
"""Not the day of a date; a number alone is no list yet."""
_LEADER = re.compile(r"(?:\.\s*){4,}\d+$|(?:[._]\s*){5,}$|…\s*\d+$|_{3,}$")
"""Dots up to the number of a page, a line to write on."""
_DECORATION = re.compile(r"(#{1,6}|[=~*-]{2,})\s+(?=\w)")


class Mark(Enum):
    """What a line begins with, by its looks; whether it is that depends on the lines around.

    Asked for in tuples: to look for a member in a set takes three times as long.
    """

    NONE = 0
    BULLET = 1
    ORDINAL = 2
    DECORATION = 3
    """Of a heading: # or ===, perhaps at its end, too."""


_MARKS = (
    (_DECORATION, Mark.DECORATION),
    (_BULLET, Mark.BULLET),
    (_BRACKETED, Mark.BULLET),
    (_ORDINAL, Mark.ORDINAL),
)


class TextLine(NamedTuple):
    """A line; all its offsets count characters of the text."""

    start: int
    end: int
    """Without its line break and the white space before that."""
    visible: int
    """Where it is no longer blank."""
    depth: int
    """How many quote marks it begins with."""
    body: int
    """Where its first mark or word is, after quote marks and indentation; its end if it has none."""
    words: int
    """Where its words begin after the mark that it seems to have."""
    stop: int
    """Where its words end, before dots that lead to the number of a page; mostly its end."""
    mark: Mark
    content: str
    """From `body` to `end`."""
    is_rule: bool
    """There is nothing to be read in it."""
    text: str
    """Its words after the mark that it seems to have."""
    ending: str
    """The last character of its words, quotes and brackets aside; empty if there is none."""

    @property
    def bare(self) -> TextLine:
        """The line without the mark that it only seems to have."""
        if self.mark is Mark.NONE:
            return self
        text = self.content[: self.stop - self.body]
        return self._replace(words=self.body, mark=Mark.NONE, text=text, ending=_ending(text))

    @property
    def is_led(self) -> bool:
        """Dots lead from its words to a number."""
        return self.stop < self.end

    @property
    def indent(self) -> int:
        """Columns before its first mark or word."""
        return self.body - self.start

    @property
    def length(self) -> int:
        """Columns up to its last character."""
        return self.end - self.start


def lines(text: str) -> list[TextLine]:
    """The lines of a text in order, the last one, too, which may be empty."""
    rows = list(_rows(text))
    quoted = [bool(_QUOTE.match(text, start, end)) for start, end in rows]
    near = [any(quoted[max(index - 1, 0) : index] + quoted[index + 1 : index + 2]) for index in range(len(rows))]
    return [_line(text, start, end, beside) for (start, end), beside in zip(rows, near, strict=True)]


def is_lower(text: str) -> bool:
    """Whether it begins with a small letter, as the rest of a sentence does."""
    return text.lstrip(_OPENERS)[:1].islower()


def _rows(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line_break in LINE_BREAK.finditer(text):
        yield start, line_break.start()
        start = line_break.end()
    yield start, len(text)


def _line(text: str, start: int, end: int, beside: bool) -> TextLine:
    row = text[start:end].rstrip()
    quote = _QUOTE.match(row)
    if quote and _GUILLEMETS.match(row, quote.end() - 1) and ("<" in row or not beside):
        quote = None
    body = len(row) - len(row[quote.end() if quote else 0 :].lstrip())
    content = row[body:]
    mark, width = _mark(content)
    depth = quote[0].count(">") if quote else 0
    is_rule = not content or _RULE.fullmatch(content) is not None
    visible = start + len(row) - len(row.lstrip())
    words, end = start + body + width, start + len(row)
    leader = _leader(content[width:])
    text = content[width : len(content) - leader]
    stop = end - leader
    return TextLine(start, end, visible, depth, start + body, words, stop, mark, content, is_rule, text, _ending(text))


def _ending(text: str) -> str:
    return text.rstrip(CLOSERS)[-1:]


def _leader(words: str) -> int:
    """The width of what leads from the words to a number, of the space before it, too."""
    bare = words.rstrip("0123456789").rstrip("._… \t\u00a0")
    return len(words) - len(bare) if bare and _LEADER.match(words[len(bare) :].lstrip()) else 0


def _mark(content: str) -> tuple[Mark, int]:
    """The kind of mark a line seems to begin with, and its width with the space after it."""
    for pattern, mark in _MARKS:
        if match := pattern.match(content):
            return mark, match.end()
    return Mark.NONE, 0
