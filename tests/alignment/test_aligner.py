"""Texts and their translations, aligned."""

from __future__ import annotations

from collections.abc import Collection
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.alignment import TextSentence
from l10n.alignment.aligner import LanguageKnowledge, align
from tests.alignment.texts import HEADINGS, LANGUAGES, STORY
from tests.conftest import examples

KNOWN = LanguageKnowledge("de", "en")
WORDS = [
    "haus",
    "baum",
    "see",
    "weg",
    "tor",
    "brot",
    "salz",
    "mond",
    "wind",
    "berg",
    "stein",
    "wolf",
    "fisch",
    "vogel",
    "licht",
    "nacht",
    "regen",
    "kind",
    "hand",
    "stadt",
]


def _story(language: str, without: Collection[int] = ()) -> list[TextSentence]:
    texts = [(number, texts[LANGUAGES.index(language)]) for number, texts in enumerate(STORY) if number not in without]
    return [TextSentence(text, "heading 1" if number in HEADINGS else "") for number, text in texts]


@pytest.mark.parametrize("source", LANGUAGES)
@pytest.mark.parametrize("target", LANGUAGES)
def test_a_translation_of_every_sentence(source: str, target: str) -> None:
    if source != target:
        pairs = align(_story(source), _story(target), LanguageKnowledge(source, target))
        assert [(*pair.sources, *pair.targets) for pair in pairs] == [(number, number) for number in range(len(STORY))]
        assert sum(pair.confidence > 0.9 for pair in pairs) >= len(STORY) - 1


@pytest.mark.parametrize("gone", range(1, len(STORY) - 1))
def test_a_sentence_that_nobody_translated_has_no_partner(gone: int) -> None:
    pairs = align(_story("de"), _story("ru", {gone}), LanguageKnowledge("de", "ru"))
    sure = [pair for pair in pairs if pair.confidence >= 0.9 and pair.is_single]
    assert all(pair.targets[0] == pair.sources[0] - (pair.sources[0] > gone) for pair in sure)
    assert len(sure) >= len(STORY) - 4


def test_two_sentences_made_one() -> None:
    target = _story("en")
    target[4:6] = [TextSentence(f"{target[4].text[:-1]}, and {target[5].text}")]
    pairs = align(_story("de"), target, KNOWN)
    assert (range(4, 6), range(4, 5)) in [(pair.sources, pair.targets) for pair in pairs]


@examples(8, thorough=200)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=9), st.lists(st.text(max_size=12), min_size=1, max_size=9))
def test_pairs_are_in_order_and_share_no_sentence_whatever_the_texts(sources: list[str], targets: list[str]) -> None:
    pairs = align([TextSentence(text) for text in sources], [TextSentence(text, "x") for text in targets], KNOWN)
    for side, size in (("sources", len(sources)), ("targets", len(targets))):
        numbers = [number for pair in pairs for number in getattr(pair, side)]
        assert numbers == sorted(set(numbers))
        assert set(numbers) <= set(range(size))
    assert all(0.5 < pair.confidence <= 1 for pair in pairs)


def _invented(rng: Random, count: int) -> list[tuple[str, str]]:
    """Sentences of a language and their translations word by word: nothing but their words tells."""
    rows = [[rng.choice(WORDS) for _ in range(rng.randint(4, 9))] for _ in range(count)]
    return [(" ".join(row), " ".join(f"{word[::-1]}q" for word in row)) for row in rows]


def test_words_learnt_in_the_first_pass_find_the_rest() -> None:
    pairs = _invented(Random(5), 150)
    gone = set(Random(6).sample(range(150), 12))
    targets = [target for number, (_, target) in enumerate(pairs) if number not in gone]
    right = {number: place for place, number in enumerate(n for n in range(150) if n not in gone)}
    known = LanguageKnowledge("fi", "hu")
    got = align([TextSentence(source) for source, _ in pairs], [TextSentence(text) for text in targets], known)
    sure = [pair for pair in got if pair.is_single and pair.confidence >= 0.9]
    wrong = [pair for pair in sure if right.get(pair.sources[0]) != pair.targets[0]]
    assert len(sure) > 110
    assert len(wrong) <= 2


def test_known_pairs_teach_words_from_the_start() -> None:
    elsewhere = _invented(Random(7), 200)
    pairs = _invented(Random(8), 24)
    sources = [TextSentence(source) for source, _ in pairs[::3]]
    targets = [TextSentence(target) for _, target in pairs]
    taught = align(sources, targets, LanguageKnowledge("fi", "hu", pairs=elsewhere))
    untaught = align(sources, targets, LanguageKnowledge("fi", "hu"))
    sure = {(*pair.sources, *pair.targets) for pair in taught if pair.confidence > 0.9}
    assert sure <= {(number, 3 * number) for number in range(8)}
    assert len(sure) > 3 > sum(pair.confidence > 0.9 for pair in untaught)
