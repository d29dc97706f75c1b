"""Which lines of a plain text are headings, by their looks."""

from __future__ import annotations

import re

from l10n.documents.layout.lines import CLOSERS
from l10n.text.lines import LINE_BREAK

_LONGEST_HEADING = 120
_LONGEST_QUESTION = 60
_END_MARKS = (".", "…", ":", ";", ",")
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


def is_heading(text: str) -> bool:
    """Whether a paragraph is set as a heading: one short line that does not end as a sentence.

    „Wir schaffen das“ and, if it is quite short, Was nun? are headings. List items (after a dash or bullet), speech
    with an end mark, lines that introduce what follows (ending in a colon), dates and bylines are paragraphs.
    """
    line = text.strip()
    end = line.rstrip(CLOSERS)
    if not line or len(line) > _LONGEST_HEADING or end.endswith(_END_MARKS) or LINE_BREAK.search(line):
        return False
    if end.endswith(("?", "!")) and (len(line) > _LONGEST_QUESTION or line.startswith(_SPEECH)):
        return False
    return not (_LIST_ITEM.match(line) or _DATE.fullmatch(line) or _is_byline(line))


def _is_byline(line: str) -> bool:
    """Whether only names follow: Von Max Muster und Anna von der Heide."""
    first, *names = line.split()
    if first.rstrip(":") not in _BYLINE_STARTS or not names or not names[-1][0].isupper():
        return False
    return all(name[0].isupper() or _BYLINE_PARTICLE.fullmatch(name.rstrip(",")) for name in names)
