"""What readers see of a text with marks and tags: the words alone, and where they stand in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from l10n.model import InlinePart, PieceKind, Span

FILLER = "\ue000"
"""Stands for each character of what is no language: code, an address, a picture between spaces."""
_IS_BREAK = re.compile(r"break\Z|br\d*\Z|<br(?![\w-])").match
"""By the name of a mark: of tags without attributes, or as raw HTML."""
_BREAK = "\n"
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]|&#?\w{1,32};")
"""What may stand for another character, if it does: after a backslash, or a character reference of HTML."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters next to each other, in what is seen and in the whole text."""

    seen: int
    """Offset of the first in what is seen."""
    start: int
    end: int
    exact: bool
    """They are the same in both; else all that is known is that they stand for each other."""


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The words of a text; offsets in it can be told as offsets in the whole."""

    text: str
    runs: tuple[_Stretch, ...] = ()
    """In order, and without gaps in what is seen; none if all is seen."""

    def span(self, span: Span) -> Span:
        """Where these characters stand, with the marks between them."""
        start, end = span
        if not self.runs:
            return span
        if start == end:
            return (self._position(start), self._position(start))
        return self._position(start), max(self._position(start), self._position(end - 1, after=True))

    def is_exact(self, span: Span) -> bool:
        """They are the same characters in the whole text, with neither mark nor escape among them."""
        if not self.runs:
            return True
        run = self._stretch(span[0])
        return run.exact and self._stretch(max(span[0], span[1] - 1)) is run

    def _stretch(self, position: int) -> _Stretch:
        return self.runs[max(0, bisect_right(self.runs, position, key=lambda run: run.seen) - 1)]

    def _position(self, position: int, after: bool = False) -> int:
        run = self._stretch(position)
        if run.exact:
            return min(run.start + position - run.seen + after, run.end)
        return run.end if after else run.start


def visible(text: str, parts: Sequence[InlinePart]) -> VisibleText:
    """What is seen of the text: no mark, for each character of code a filler, for a forced line break a line break.

    Whatever else stands for itself is a filler between spaces, and nothing where it is glued to words.
    """
    if len(parts) == 1 and parts[0].is_text and parts[0].words == text:
        return VisibleText(text)
    seen: list[str] = []
    runs: list[_Stretch] = []
    length = 0
    for number, part in enumerate(parts):
        for shown, start, end in _pieces(text, parts, number):
            runs.append(_Stretch(length, start, end, part.is_text and shown == text[start:end]))
            seen.append(shown)
            length += len(shown)
    return VisibleText("".join(seen), tuple(runs))


def _pieces(text: str, parts: Sequence[InlinePart], number: int) -> Iterator[tuple[str, int, int]]:
    """What is seen of a part, in pieces, and which characters of the text these are."""
    part = parts[number]
    if part.is_text:
        yield from _words(text, part)
    elif part.kind is PieceKind.ALONE and (shown := _stand_in(text, part)):
        yield shown, part.start, part.end


def _stand_in(text: str, part: InlinePart) -> str:
    if _IS_BREAK(part.name.lower()):
        return _BREAK
    apart = not text[max(0, part.start - 1) : part.start].strip() and not text[part.end : part.end + 1].strip()
    return FILLER * len(part.words) if part.words else FILLER * apart


def _words(text: str, part: InlinePart) -> Iterable[tuple[str, int, int]]:
    """The words of a part: what is written as it is, and between that the characters that are escaped."""
    whole = [(part.words, part.start, part.end)]
    if part.words == text[part.start : part.end]:
        return whole
    pieces, seen, position = [], 0, part.start
    for escape in _ESCAPE.finditer(text, part.start, part.end):
        if part.words.startswith(escape[0], seen + escape.start() - position):
            continue
        plain = text[position : escape.start()]
        character = unescape(escape[0].removeprefix("\\"))
        pieces += [(plain, position, escape.start()), (character, *escape.span())]
        seen, position = seen + len(plain) + len(character), escape.end()
    pieces.append((text[position : part.end], position, part.end))
    return [piece for piece in pieces if piece[0]] if "".join(piece[0] for piece in pieces) == part.words else whole
