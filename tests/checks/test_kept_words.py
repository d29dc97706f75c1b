"""Words that a catalogue keeps, counted in one go, are those that are counted text by text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from l10n.pairs.kept_words import KeptWords

TEXTS = st.lists(st.lists(st.sampled_from(["ab", "Ab", "жя", "öl", "1", "_", "x"]), max_size=4).map(" ".join))


@given(sources=TEXTS, targets=TEXTS)
def test_a_word_is_kept_if_most_texts_with_it_have_it_in_both_languages(sources: list[str], targets: list[str]) -> None:
    texts = list(zip(sources, targets, strict=False))
    kept = KeptWords(lambda: texts)
    words = [[set(re.findall(r"[^\W\d_]{2,}", text)) for text in pair] for pair in texts]
    small = sum(any(map(str.islower, source & target)) for source, target in words)
    assert kept.usual == (small > max(3, len(texts) // 40))
    for word in ("ab", "Ab", "жя", "öl", "x"):
        all_with, both = sum(word in source for source, _ in words), sum(word in s & t for s, t in words)
        assert kept.has(word) == (both >= 2 and (both * 2 >= all_with or (kept.usual and both >= 3)))
