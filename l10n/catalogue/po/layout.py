r"""How a PO file breaks its strings over lines, and a new string in the same way.

Every program breaks after `\n`; gettext's own, Poedit and polib wrap long lines besides, at 79 columns or so. Source:
`wrap` in gettext-tools/src/write-po.c; Unicode Standard Annex 14, as far as texts of software need it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from l10n.catalogue.po.serialization import escape

_USUAL = (79, 80, 78, 76)
"""Columns of a line in gettext, Poedit, polib and Babel."""
_STRING = re.compile(r'(?:#~ )?(?:msg\w+(?:\[\d+\])? )?"(?P<text>.*)"')
# After a space; after a hyphen, slash or stop where a word or a sign follows; around a dash.
_BREAK = re.compile(
    r"(?<=[ \u3000])(?![ \u3000]|\\n)|(?<=[-/,.:;?!}|–…])(?=[^\W\d]|[<>=&#@*~^])|(?<=—)(?![— ])|(?<!—)(?=—)"
)
_CLOSING = ("Pe", "Pf", "Po", "Lm", "Mn")
_OPENING = ("Ps", "Pi")


def columns(strings: Iterable[Sequence[str]]) -> int | None:
    """The columns that lines may have in a file with these strings, each as its lines; None if it does not wrap them.

    Where some are wrapped and some are not, most count.
    """
    groups = [list(lines) for lines in strings]
    wrapped = [list(_seams(lines)) for lines in groups]
    seams = [seam for some in wrapped for seam in some]
    if not seams:
        return None
    least, most = max(shortest for shortest, _ in seams), min(longest for _, longest in seams)
    whole = (line for lines, some in zip(groups, wrapped, strict=True) if not some for line in lines)
    too_long = sum(_width(line) > max(least, *_USUAL) and len(_chunks(_text(line))) > 1 for line in whole)
    if too_long > sum(map(bool, wrapped)):
        return None
    return next((usual for usual in _USUAL if least <= usual < most), least)


def broken(keyword: str, text: str, limit: int | None) -> list[str]:
    """The lines of a string, without line ends."""
    first = f'{keyword} "{escape(text)}"'
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) < 2 and (limit is None or _width(first) <= limit):
        return [first]
    return [f'{keyword} ""', *(f'"{line}"' for part in parts for line in _wrapped(escape(part), limit))]


def _wrapped(text: str, limit: int | None) -> Iterator[str]:
    if limit is None:
        yield text
        return
    line, used = "", 2
    for chunk in _chunks(text):
        width = _width(chunk)
        if line and used + width > limit:
            yield line
            line, used = "", 2
        line, used = line + chunk, used + width
    yield line


def _seams(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a string was wrapped: how wide the line is, and how wide it would have been with what follows."""
    for line, following in pairwise(lines):
        text = _text(line)
        if text and not text.endswith(r"\n") and len(_chunks(text)) > 1:
            yield _width(line), _width(line) + _width(next(iter(_chunks(_text(following))), ""))


def _chunks(text: str) -> list[str]:
    """The text in parts between which a line may end."""
    breaks = {match.start() for match in _BREAK.finditer(text)}
    breaks |= {index for index, (before, after) in enumerate(pairwise(text), 1) if _ideographic(before, after)}
    bounds = [0, *sorted(breaks), len(text)]
    return [text[start:stop] for start, stop in pairwise(bounds) if start < stop]


def _ideographic(before: str, after: str) -> bool:
    """A line may end here: between Chinese characters, and between them and others."""
    if before < "\u1100" and after < "\u1100":
        return False
    wide = _wide(before) or _wide(after)
    return wide and unicodedata.category(after) not in _CLOSING and unicodedata.category(before) not in _OPENING


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(character) else 1 + _wide(character) for character in text)


def _text(line: str) -> str:
    match = _STRING.fullmatch(line)
    return match["text"] if match else ""
