"""How alike two segments are, and how they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from rapidfuzz.distance import Indel

_LONG = 10_000
"""Characters of two texts from which only their words are compared, wherever they stand."""
_MANY = 1_000
"""Words of a text from which nothing but what two texts begin and end with is the same."""


def similarity(text: str, other: str) -> float:
    """How alike two texts are, 0 to 1: the mean of the normalized Indel similarities of characters and of words.

    Characters alone find half of any two German sentences in common; words alone see no inflection. Of texts that are
    no sentences, which would take the square of their length, it is the share of their words that both have.
    """
    if len(text) + len(other) > _LONG:
        before, after = Counter(text.split()), Counter(other.split())
        return 2 * (before & after).total() / max(before.total() + after.total(), 1)
    characters = Indel.normalized_similarity(text, other)
    words = Indel.normalized_similarity(text.split(), other.split())
    return (characters + words) / 2


def word_diff(old: str, new: str) -> str:
    """Both texts in one, as wdiff writes it: `Das Haus ist [-groß-] {+klein+}.`"""
    before, after = old.split(), new.split()
    parts: list[str] = []
    first = second = 0
    for start, other, size in shared(before, after):
        if first < start:
            parts.append(f"[-{' '.join(before[first:start])}-]")
        if second < other:
            parts.append(f"{{+{' '.join(after[second:other])}+}}")
        first, second = start + size, other + size
        parts += before[start:first]
    return " ".join(parts)


def shared(words: Sequence[str], others: Sequence[str]) -> Sequence[tuple[int, int, int]]:
    """Runs of words in both, in the order of both: where each begins in them, and its length; the last is empty."""
    if max(len(words), len(others)) <= _MANY:
        return list(SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks())
    first = _same(zip(words, others, strict=False))
    last = _same(zip(reversed(words[first:]), reversed(others[first:]), strict=False))
    ends = len(words), len(others)
    return [(0, 0, first), (ends[0] - last, ends[1] - last, last), (*ends, 0)]


def _same(pairs: Iterator[tuple[str, str]]) -> int:
    """How many pairs there are before one of two words."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
