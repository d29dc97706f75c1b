"""Tokens -> what a translation sees of them: text, inline elements, what is copied as it is, and borders of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from l10n.documents.html.elements import BLOCKS, KEPT, RAW, SHOWN, VOID
from l10n.documents.html.tokens import HtmlToken, TokenKind, attributes, tokens, value
from l10n.documents.inline.templates import IN_HTML
from l10n.documents.switches import SWITCH
from l10n.model import PieceKind, Span

_EXPRESSION = re.compile(IN_HTML)
_DOCTYPE = re.compile("<!doctype", re.IGNORECASE)
_COPIED = SHOWN | RAW | KEPT


class Role(Enum):
    """What a run of tokens is."""

    INLINE = "inline"
    BORDER = "border"
    """The tag of a block; no text goes on behind it."""
    KEPT = "kept"
    """Nothing in it is translated."""
    TEMPLATE = "template"
    """A template expression: it stands in a text, and is copied."""


class Scanned(NamedTuple):
    """A token, or a run of them that is kept as a whole."""

    role: Role
    kind: PieceKind
    start: int
    end: int
    token: HtmlToken
    """The first one."""
    words: str = ""
    """Of text, and of what is kept within one."""


@lru_cache(maxsize=2)
def scan(text: str) -> tuple[Scanned, ...]:
    """All of the file in its order; the spans of what comes, joined, are the file.

    It is kept for a source and what is built of it: both are asked several times, for texts, languages and structure.
    """
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Scanned]:
    sequence = list(tokens(text))
    owners = _owners(text, sequence)
    for owner, numbers in groupby(range(len(sequence)), owners.__getitem__):
        run = [sequence[number] for number in numbers]
        if owner >= 0:
            yield _kept(text, run)
        else:
            yield from with_templates(text, [_scanned(text, token) for token in run])


def with_templates(text: str, sequence: Sequence[Scanned]) -> Iterator[Scanned]:
    """The same with the template expressions in its texts on their own; none is begun in one and ended in another."""
    for is_text, group in groupby(sequence, lambda scanned: scanned.kind is PieceKind.TEXT):
        run = list(group)
        start, end = run[0].start, run[-1].end
        expressions = [match.span() for match in _EXPRESSION.finditer(text, start, end)] if is_text else []
        yield from _parted(text, run, expressions) if expressions else run


def _parted(text: str, run: Sequence[Scanned], expressions: Sequence[Span]) -> Iterator[Scanned]:
    """Texts that stand side by side, and the expressions in them."""
    number = 0
    for scanned in run:
        position = scanned.start
        while position < scanned.end and number < len(expressions) and expressions[number][0] < scanned.end:
            start, end = expressions[number]
            if position <= start:
                yield from _cut(text, scanned, position, start)
                yield Scanned(Role.TEMPLATE, PieceKind.ALONE, start, end, scanned.token, text[start:end])
            number += end <= scanned.end
            position = min(end, scanned.end)
        yield from _cut(text, scanned, position, scanned.end)


def _cut(text: str, scanned: Scanned, start: int, end: int) -> Iterator[Scanned]:
    """A text from one offset to another, if there is any of it; a character reference is never cut."""
    if (start, end) == (scanned.start, scanned.end):
        yield scanned
    elif start < end:
        yield scanned._replace(start=start, end=end, words=text[start:end])


def switch(text: str, token: HtmlToken) -> str:
    """`off` or `on` of a comment that keeps what follows out of translation, or lets it in again; else empty."""
    match = SWITCH.match(text, token.start, token.end) if token.kind is TokenKind.OTHER else None
    return match["word"] if match else ""


def translate(text: str, tag: HtmlToken) -> bool | None:
    """What a tag says of its content with its attribute `translate`; None if it says nothing."""
    if "translate" not in text[tag.start : tag.end].lower():
        return None
    sequence = next((value(text, each) for each in attributes(text, tag) if each.name == "translate"), None)
    return None if sequence is None else {"no": False, "yes": True, "": True}.get(sequence.strip().lower())


def _scanned(text: str, token: HtmlToken) -> Scanned:
    if token.kind is TokenKind.TEXT:
        return Scanned(Role.INLINE, PieceKind.TEXT, token.start, token.end, token, token.words)
    is_start, is_other = token.kind is TokenKind.START, token.kind is TokenKind.OTHER
    is_alone = is_other or token.name in VOID or (is_start and token.is_closed)
    kind = PieceKind.ALONE if is_alone else PieceKind.OPEN if is_start else PieceKind.CLOSE
    is_border = token.name in BLOCKS or (is_other and _DOCTYPE.match(text, token.start) is not None)
    return Scanned(Role.BORDER if is_border else Role.INLINE, kind, token.start, token.end, token)


def _kept(text: str, run: Sequence[HtmlToken]) -> Scanned:
    """A run that is kept: within a text if it has an end, and no tag of a block in it."""
    first, last = run[0], run[-1]
    has_end = (_ends_here(text, last) and last.name == first.name) or _is_alone(first)
    is_inline = has_end and not any(token.name in BLOCKS for token in run)
    role = Role.KEPT if is_inline else Role.BORDER
    words = "".join(token.words for token in run) if role is Role.KEPT else ""
    return Scanned(role, PieceKind.ALONE, first.start, last.end, first, words)


class _Region(NamedTuple):
    """From a token to another, both included."""

    end: int
    owner: int
    """Number of the token because of which all in it is kept; -1 if it is translated."""


def _owners(text: str, sequence: Sequence[HtmlToken]) -> list[int]:
    """For each token the number of the one because of which it is kept, -1 if none is."""
    ends = _ends(text, sequence)
    regions: list[_Region] = []
    owners = []
    for number, token in enumerate(sequence):
        while regions and regions[-1].end < number:
            regions.pop()
        outer = regions[-1].owner if regions else -1
        end = ends.get(number, -1)
        if end >= 0:
            is_translated = token.kind is TokenKind.START and translate(text, token) and token.name not in RAW
            regions.append(_Region(end, -1 if is_translated else outer if outer >= 0 else number))
        owners.append(regions[-1].owner if regions else -1)
    return owners


def _ends(text: str, sequence: Sequence[HtmlToken]) -> Mapping[int, int]:
    """Numbers of the tokens at which something begins that is kept, or translated within it, and of its last token."""
    ends: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    shown: set[str] = set()
    for number, token in enumerate(sequence):
        if token.name in BLOCKS:
            for name in shown:
                opened.pop(name, None)
            shown.clear()
        if _begins(text, token) and (token.name or not opened.get("")):
            opened.setdefault(token.name, []).append(number)
            if token.name in SHOWN:
                shown.add(token.name)
            if _is_alone(token):
                ends[opened[token.name].pop()] = number
        elif token.kind is TokenKind.START and token.name in opened and not _is_alone(token):
            opened[token.name].append(-1)
        elif _ends_here(text, token) and opened.get(token.name):
            start = opened[token.name].pop()
            if start >= 0:
                ends[start] = number
    return ends | _unended(text, sequence, opened)


def _begins(text: str, token: HtmlToken) -> bool:
    if token.kind is TokenKind.START:
        return token.name in _COPIED or translate(text, token) is not None
    return switch(text, token) == "off"


def _ends_here(text: str, token: HtmlToken) -> bool:
    if token.kind is TokenKind.OTHER:
        return switch(text, token) == "on"
    return token.kind is TokenKind.END


def _is_alone(token: HtmlToken) -> bool:
    return token.name in VOID or (token.name not in RAW and token.is_closed)


def _unended(text: str, sequence: Sequence[HtmlToken], opened: Mapping[str, list[int]]) -> dict[int, int]:
    """Where what has no end tag ends: with the file if that is so in HTML, else before the next block."""
    starts = sorted(number for numbers in opened.values() for number in numbers if number >= 0)
    blocks = [number for number, token in enumerate(sequence) if token.name in BLOCKS]
    ends: dict[int, int] = {}
    position = 0
    for start in starts:
        while position < len(blocks) and blocks[position] <= start:
            position += 1
        if sequence[start].name in RAW or not sequence[start].name:
            ends[start] = len(sequence) - 1
        elif sequence[start].name not in SHOWN | KEPT or translate(text, sequence[start]) is not None:
            ends[start] = blocks[position] - 1 if position < len(blocks) else len(sequence) - 1
    return ends
