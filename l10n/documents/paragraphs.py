"""Where the paragraphs of a plain text are, and which of them are headings.

A line is a paragraph, unless the text is hard-wrapped: then a paragraph is the run of lines between blank lines.
Lines end at LF, CR LF or CR; U+2028, U+0085, vertical tab and form feed are white space within a line.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from l10n.model import Span
from l10n.text.lines import LINE_BREAK

NARROWEST_WRAP = 40
"""Columns: lines that all end earlier are those of a poem, an address, a list."""
_FEWEST_BREAKS = 3

_LONGEST_HEADING = 120
_LONGEST_QUESTION = 60
_END_MARKS = (".", "…", ":", ";", ",")
_CLOSERS = "“”\"»«’‘›‹')]} \u00a0\u202f"
_LIST_ITEM = re.compile(r"(?:[-–—•·*▪‣]|[^\W\d_]\))\s")
_SPEECH = ("„", "“", '"', "»", "«", "‚", "›", "–", "—", "-")
_DATE = re.compile(
    r"""(?: [^\W\d_]+ (?:\s[^\W\d_]+)? ,\s )?            # Berlin, or Montag,
        (?: den\s )?
        (?: \d{1,2}\.? \s? (?:\d{1,2}\.|[^\W\d_]+\.?) \s? \d{2,4} | \d{4}-\d\d-\d\d )
        (?: ,?\s (?:um\s)? \d{1,2}[.:]\d\d (?:\sUhr)? )?""",
    re.VERBOSE,
)
_BYLINE_STARTS = frozenset(("Von", "By", "Text", "Foto", "Fotos", "Autor", "Autorin"))
_BYLINE_PARTICLE = re.compile(r"und|and|van|von|der|den?|&|/")


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs in order, without the white space around them; none is empty."""
    blocks = _blocks(text)
    if _is_wrapped(text, blocks):
        return [(block[0][0], block[-1][1]) for block in blocks]
    return [line for block in blocks for line in block]


def is_heading(text: str) -> bool:
    """Whether a paragraph is set as a heading: one short line that does not end as a sentence.

    „Wir schaffen das“ and, if it is quite short, Was nun? are headings. List items (after a dash or bullet), speech
    with an end mark, lines that introduce what follows (ending in a colon), dates and bylines are paragraphs.
    """
    line = text.strip()
    if not line or len(line) > _LONGEST_HEADING or LINE_BREAK.search(line):
        return False
    if _LIST_ITEM.match(line) or _DATE.fullmatch(line) or _is_byline(line):
        return False
    end = line.rstrip(_CLOSERS)
    if end.endswith(("?", "!")):
        return len(line) <= _LONGEST_QUESTION and not line.startswith(_SPEECH)
    return not end.endswith(_END_MARKS)


def _is_byline(line: str) -> bool:
    """Whether only names follow: Von Max Muster und Anna von der Heide."""
    first, *names = line.split()
    named = all(name[0].isupper() or _BYLINE_PARTICLE.fullmatch(name.rstrip(",")) for name in names)
    return first.rstrip(":") in _BYLINE_STARTS and bool(names) and names[-1][0].isupper() and named


def _blocks(text: str) -> list[list[Span]]:
    """Spans of the lines that are not blank, in runs between blank lines."""
    lines: list[Span] = []
    start = 0
    for line_break in LINE_BREAK.finditer(text):
        lines.append(_stripped(text, start, line_break.start()))
        start = line_break.end()
    lines.append(_stripped(text, start, len(text)))
    return [list(run) for blank, run in groupby(lines, lambda line: line[0] == line[1]) if not blank]


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    visible = len(line.strip())
    start += len(line) - len(line.lstrip()) if visible else 0
    return start, start + visible


def _is_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Whether nearly all line breaks within the runs stand where the next word did not fit, within sentences.

    Poems, addresses and lists break earlier; the lines of a text with one paragraph a line end as sentences do and
    do not begin with small letters.
    """
    breaks = [(text[a:b], text[c:d]) for block in blocks for (a, b), (c, d) in pairwise(block)]
    if len(breaks) < _FEWEST_BREAKS:
        return False
    # A few lines may stick out: a long address of a web page, say.
    width = sorted(len(line) for line, _ in breaks)[-1 - len(breaks) // 20]
    unfitting = sum(len(line) + 1 + len(following.split()[0]) > width for line, following in breaks)
    unfinished = sum(not line.rstrip(_CLOSERS).endswith((".", "!", "?", "…")) for line, _ in breaks)
    continued = sum(following[0].islower() for _, following in breaks)
    count = len(breaks)
    # In a short German text every line may happen to begin with a noun.
    prose = continued >= 0.2 * count or unfitting == count >= 5
    return width >= NARROWEST_WRAP and unfitting >= 0.9 * count and unfinished >= 0.5 * count and prose
