"""Quotation marks: which of them open and close, how deep, and which mark would be right at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from l10n.languages.record import Typography
from l10n.model import Span
from l10n.text.visible import FILLER

STRAIGHT = '"'
MARKS = frozenset('„“”«»"‚‘‹›')
"""All but the apostrophe, which closes English quotations within others."""
DOUBLE = frozenset('„“”«»"')
SINGLE = MARKS - DOUBLE | {"’"}
_GUILLEMET = re.compile("[«»]")
_INWARDS = re.compile(rf"(?<![^\s(\[{{–—/-])»(?=\S)|(?<={FILLER})»(?=\w)")
_MARK = re.compile(r"[„“”«»\"‚‘’‹›]")
_OPENING_APOSTROPHE = re.compile(r"(?<!\w)'(?=\w)")
_CLOSING_APOSTROPHE = re.compile(r"(?<=[^\s'])'(?!\w)")
_OPENING = frozenset("„«‚‹")
_CLOSING = frozenset("”»’›")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{–—-/")
_OTHER = re.compile("[„“”«»‚‘‹›]")
_CLOSED_BY_STRAIGHT = frozenset({*'"„‚'})
_BEHIND_CLOSING = frozenset(".,;:!?…)]}–—-”»’")


class QuotationMark(NamedTuple):
    """One quotation mark."""

    position: int
    character: str
    opens: bool
    depth: int
    """0 for an outer quotation."""
    matched: bool
    """It has its partner in the text."""


def marks(text: str, reverse: bool = False) -> list[QuotationMark]:
    """All quotation marks from left to right; `reverse` for German »…«. Apostrophes are not among them."""
    if STRAIGHT in text and text.count(STRAIGHT) % 2 == 0 and not _OTHER.search(text):
        return _alternating(text)
    text_marks: list[QuotationMark] = []
    stack: list[int] = []
    for match in _MARK.finditer(text):
        position, character = match.start(), match[0]
        if character == "’" and not (stack and text_marks[stack[-1]].character in "‘‚"):
            continue
        if character == "‘" and stack and text_marks[stack[-1]].character in DOUBLE and _is_glued(text, position):
            continue
        if _within_word(text, position, character):
            continue
        if _opens(text, position, character, reverse, text_marks[stack[-1]].character if stack else ""):
            stack.append(len(text_marks))
            text_marks.append(QuotationMark(position, character, True, len(stack) - 1, False))
        else:
            partner = stack.pop() if stack else None
            text_marks.append(QuotationMark(position, character, False, len(stack), partner is not None))
            if partner is not None:
                text_marks[partner] = QuotationMark(
                    text_marks[partner].position, text_marks[partner].character, True, len(stack), True
                )
    return text_marks


def _alternating(text: str) -> list[QuotationMark]:
    """Straight marks by themselves, as many as are needed: they open and close in turn, whatever spaces are there."""
    matches = re.finditer(STRAIGHT, text)
    return [QuotationMark(match.start(), STRAIGHT, number % 2 == 0, 0, True) for number, match in enumerate(matches)]


def is_reversed(text: str) -> bool:
    """The text is set in »…«: its first mark of that kind points inwards."""
    return bool((first := _GUILLEMET.search(text)) and _INWARDS.match(text, first.start()))


def apostrophes(text: str) -> Span:
    """How many straight single quotation marks open, and how many close; some of them may be apostrophes."""
    if "'" not in text:
        return 0, 0
    return len(_OPENING_APOSTROPHE.findall(text)), len(_CLOSING_APOSTROPHE.findall(text))


def quotations(text_marks: list[QuotationMark]) -> Iterator[tuple[QuotationMark, QuotationMark]]:
    """The opening and the closing mark of each quotation, inner ones first."""
    stack: list[QuotationMark] = []
    for mark in text_marks:
        if mark.matched and mark.opens:
            stack.append(mark)
        elif mark.matched:
            yield stack.pop(), mark


def wanted(mark: QuotationMark, typography: Typography) -> str:
    """The usual mark for this place."""
    pair = (typography.quotes if mark.depth % 2 == 0 else typography.inner)[0]
    return pair[0] if mark.opens else pair[1]


def fits(mark: QuotationMark, typography: Typography) -> bool:
    """The mark is one that may stand there; a closing one that closed two at once may be of either kind."""
    pairs = typography.quotes if mark.depth == 0 else (*typography.inner, *typography.quotes)
    return any(mark.character == (pair[0] if mark.opens else pair[1]) for pair in pairs)


def loose(text_marks: list[QuotationMark]) -> Span:
    """How many opening and closing marks have no partner."""
    alone = [mark for mark in text_marks if not mark.matched]
    opening = sum(mark.opens for mark in alone)
    return opening, len(alone) - opening


def _opens(text: str, position: int, character: str, reverse: bool, inner: str) -> bool:
    """`inner` is the mark of the quotation that is open there."""
    if reverse and character in "«»‹›":
        return character in "»›"
    if character in _OPENING:
        return True
    if character in _CLOSING:
        return False
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if before == FILLER:
        glued = not after.isspace() and after not in _BEHIND_CLOSING
        return glued and inner not in _CLOSED_BY_STRAIGHT
    if character == "‘":
        return before in _BEFORE_OPENING or before in DOUBLE
    if before.isspace() and after.isspace():
        return not inner
    if before == "=":  # of an attribute, lang="de"
        return not after.isspace() and inner not in _CLOSED_BY_STRAIGHT
    if before == "/" and inner in _CLOSED_BY_STRAIGHT and after in _BEHIND_CLOSING:
        return False  # of a path, „/home/“.
    return (before in _BEFORE_OPENING or (before in "„«“‘‚" and after.isalnum())) and not after.isspace()


def _is_glued(text: str, position: int) -> bool:
    """It stands right behind a letter: the apostrophe of a genitive, „Dragons‘ Den“."""
    return text[position - 1 : position].isalpha() and text[position + 1 : position + 2] == " "


def _within_word(text: str, position: int, character: str) -> bool:
    """An apostrophe, in whatever form, or inches and seconds after a figure."""
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if character in "‘’‚":
        return before.isalnum() and after.isalnum()
    return character == STRAIGHT and before.isnumeric() and not after.isalnum() and text.count(STRAIGHT) % 2 == 1
