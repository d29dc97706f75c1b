"""A text in parts: each has its share of the characters, and none ends within a word or a tag."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import regex

from l10n.documents.subtitles.tokens import NOTES
from l10n.model import InlinePart, PieceKind

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_SPACE = r" \t\n\u3000"
_BORDER = regex.compile(
    rf"(?<![{_SPACE}{NOTES}])[{_SPACE}]++(?![{NOTES}‐‑–—-])|(?<=[{_UNSPACED}。、，．！？；：」』）】])(?=(?!\p{{M}})[{_UNSPACED}「『（【])"
)
"""Between two words: white space, and nothing between two characters of scripts that have no spaces there.

Never beside the note of a song, nor before a dash: at the edge of a line these mean that a song ends, or that somebody
else speaks.
"""
_STEPS = {PieceKind.OPEN: 1, PieceKind.CLOSE: -1}


class Atom(NamedTuple):
    """A word, a tag, or what stands between two words."""

    written: str
    """As the file has it."""
    width: int
    """Characters that viewers see."""
    is_border: bool = False
    depth: int = 0
    """Of a border: how many pairs of tags are open there."""


def atoms(
    parts: Sequence[InlinePart], sources: Mapping[tuple[PieceKind, str], str], text: str, write: Callable[[str], str]
) -> Iterator[Atom]:
    """A text, cut at its borders; a tag is what stands for it in the file, and what is none of the source is words."""
    depth = 0
    for part in parts:
        if part.is_text:
            yield from word_atoms(part.words, write, depth)
        elif source := sources.get((part.kind, part.name)):
            depth += _STEPS.get(part.kind, 0)
            yield Atom(source, 0)
        else:
            yield from word_atoms(text[part.start : part.end], write, depth)


def word_atoms(words: str, write: Callable[[str], str], depth: int = 0) -> Iterator[Atom]:
    """Words and the borders between them."""
    position = 0
    for border in _BORDER.finditer(words):
        if position < border.start():
            yield Atom(write(words[position : border.start()]), border.start() - position)
        yield Atom(border[0], len(border[0]), is_border=True, depth=depth)
        position = border.end()
    if position < len(words):
        yield Atom(write(words[position:]), len(words) - position)


def shared(sequence: Sequence[Atom], weights: Sequence[int]) -> list[Sequence[Atom]]:
    """As many parts as there are weights, each as long as its weight says, as far as borders allow.

    None is empty if there are enough borders, else the last ones are. Borders within a pair of tags are taken only
    where there are too few others.
    """
    own = _stripped(sequence)
    ends = list(accumulate((atom.width for atom in own), initial=0))
    borders = [number for number, atom in enumerate(own) if atom.is_border]
    outer = [number for number in borders if not own[number].depth]
    if len(outer) >= len(weights) - 1:
        borders = outer
    cuts = _cuts([ends[border] for border in borders], weights, ends[-1])
    numbers = [borders[cut] for cut in cuts]
    parts = [
        own[start:end]
        for start, end in zip((0, *(number + 1 for number in numbers)), (*numbers, len(own)), strict=True)
    ]
    return [_stripped(part) for part in parts] + [()] * (len(weights) - len(parts))


def _cuts(positions: Sequence[int], weights: Sequence[int], length: int) -> list[int]:
    """The numbers of the borders at which to cut, each the nearest one to its share that leaves enough for the rest."""
    cuts: list[int] = []
    total = sum(weights) or 1
    wanted = min(len(weights) - 1, len(positions))
    for number, weight in enumerate(list(accumulate(weights))[:wanted]):
        least = cuts[-1] + 1 if cuts else 0
        most = len(positions) - (wanted - number)
        target = length * weight / total
        near = bisect_left(positions, target, least, most)
        earlier = near > least and target - positions[near - 1] <= positions[near] - target
        cuts.append(near - earlier)
    return cuts


def _stripped(sequence: Sequence[Atom]) -> Sequence[Atom]:
    """Without the borders at its edges."""
    start, end = 0, len(sequence)
    while start < end and sequence[start].is_border:
        start += 1
    while start < end and sequence[end - 1].is_border:
        end -= 1
    return sequence[start:end]
