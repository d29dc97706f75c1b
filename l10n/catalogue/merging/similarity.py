"""How alike two segments are, and how they differ."""

from __future__ import annotations

import difflib

from rapidfuzz.distance import Indel


def similarity(text: str, other: str) -> float:
    """How alike two texts are, 0 to 1: the mean of the normalized Indel similarities of characters and of words.

    Characters alone find half of any two German sentences in common; words alone see no inflection.
    """
    characters = Indel.normalized_similarity(text, other)
    words = Indel.normalized_similarity(text.split(), other.split())
    return (characters + words) / 2


def word_diff(old: str, new: str) -> str:
    """Both texts in one, as wdiff writes it: `Das Haus ist [-groß-] {+klein+}.`"""
    before, after = old.split(), new.split()
    parts = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            parts += before[a:b]
            continue
        if a < b:
            parts.append(f"[-{' '.join(before[a:b])}-]")
        if c < d:
            parts.append(f"{{+{' '.join(after[c:d])}+}}")
    return " ".join(parts)
