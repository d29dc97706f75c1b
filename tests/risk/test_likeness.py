"""How like texts are, and how far the n-best of a draft disagree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF

from l10n.risk.likeness import disagreement, similarity

WORDS = st.lists(st.sampled_from(["das", "Haus", "ist", "groß", "дом", "ev", "böyükdür"]), max_size=8).map(" ".join)


@given(text=st.text() | WORDS, reference=st.text() | WORDS)
def test_likeness_is_the_chrf_of_sacrebleu(text: str, reference: str) -> None:
    expected = 1.0 if text == reference else CHRF().sentence_score(text, [reference]).score / 100
    assert similarity(text, reference) == pytest.approx(expected)


@given(hypotheses=st.lists(st.text() | WORDS, max_size=5))
def test_disagreement_is_between_0_and_1(hypotheses: list[str]) -> None:
    assert 0 <= disagreement(hypotheses) <= 1


@given(hypotheses=st.lists(WORDS, min_size=2, max_size=5))
def test_disagreement_is_how_unlike_the_others_are_to_the_best(hypotheses: list[str]) -> None:
    best, *others = hypotheses
    likeness = [similarity(other, best) for other in others]
    assert disagreement(hypotheses) == pytest.approx(1 - sum(likeness) / len(likeness))


@pytest.mark.parametrize("hypotheses", [[], ["Дом большой"], ["Дом большой"] * 4])
def test_a_draft_without_others_or_with_the_same_does_not_disagree(hypotheses: list[str]) -> None:
    assert disagreement(hypotheses) == 0


def test_paraphrases_disagree_less_than_other_sentences() -> None:
    best = "Дом стоит у реки."
    assert disagreement([best, "Дом стоит на реке."]) < disagreement([best, "Президент уехал вчера."])
