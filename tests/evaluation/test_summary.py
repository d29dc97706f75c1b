"""The figures of an evaluation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from rapidfuzz.distance import Levenshtein

from l10n.evaluation.effort import edit_rate, effort
from l10n.evaluation.pairing import Pairing
from l10n.evaluation.scores import METRICS, scores
from l10n.evaluation.summary import evaluate
from tests.evaluation.strategies import PAIRINGS


def _pairing(draft: str, accepted: str, language: str = "ru", risk: float | None = None, **more: str) -> Pairing:
    return Pairing(more.get("document", "doc"), language, more.get("kind"), "Haus", draft, accepted, risk)


@settings(max_examples=50)
@given(pairings=PAIRINGS)
def test_every_draft_is_counted_once_a_level_and_languages_are_never_mixed(pairings: list[Pairing]) -> None:
    found = evaluate(pairings, "accepted")
    wholes = [group for group in found.groups if group.document is None and group.kind is None]
    assert sum(group.segments for group in wholes) == found.segments == len(pairings)
    assert [group.language for group in wholes] == sorted({one.language for one in pairings})
    for whole in wholes:
        own = [group for group in found.groups if group.language == whole.language]
        documents = [group.segments for group in own if group.document is not None]
        assert sum(documents) in {0, whole.segments}
        kinds = sum(one.kind is not None for one in pairings if one.language == whole.language)
        assert sum(group.segments for group in own if group.kind is not None) == kinds


@settings(max_examples=50)
@given(pairings=PAIRINGS)
def test_the_fifths_hold_all_drafts_with_a_risk_in_its_order(pairings: list[Pairing]) -> None:
    found = evaluate(pairings, "accepted")
    known = [one for one in pairings if one.risk is not None]
    assert bool(found.foretold) == bool(known)
    for told in found.foretold:
        assert told.segments == sum(told.language in (None, one.language) for one in known)
        assert sum(fifth.segments for fifth in told.fifths) == told.segments
        sizes = [fifth.segments for fifth in told.fifths]
        assert max(sizes) - min(sizes) <= 1
        edges = [edge for fifth in told.fifths for edge in (fifth.lowest, fifth.highest)]
        assert edges == sorted(edges)


def test_equal_risks_do_not_look_as_if_they_foretold_anything() -> None:
    rates = ["Дом", "Ева"]
    pairings = [_pairing(rates[place % 2], "Дом", risk=0.5) for place in range(100)]
    (told,) = evaluate(pairings, "accepted").foretold
    assert told.correlation is None
    assert [fifth.edit_rate for fifth in told.fifths] == [pytest.approx(1 / 2)] * 5


def test_risk_that_foretells_edits_correlates_with_them() -> None:
    texts = ["Дом большой", "Дом большая", "Дам большая", "Река течет"]
    pairings = [_pairing(text, texts[0], risk=place / 10) for place, text in enumerate(texts)]
    (told,) = evaluate(pairings, "accepted").foretold
    assert told.correlation == pytest.approx(1)
    (told,) = evaluate([_pairing(one.draft, one.accepted, risk=1 - (one.risk or 0)) for one in pairings], "a").foretold
    assert told.correlation == pytest.approx(-1)


@given(pairings=PAIRINGS.filter(bool))
def test_effort_is_counted_in_characters(pairings: list[Pairing]) -> None:
    found = effort(pairings)
    assert found.as_is == sum(one.draft == one.accepted for one in pairings)
    assert found.typed == sum(len(one.accepted) for one in pairings)
    assert found.saved == found.typed - sum(Levenshtein.distance(one.draft, one.accepted) for one in pairings)
    assert all(0 <= edit_rate(one) <= 1 for one in pairings)
    assert 0 <= found.median_rate <= 1


def test_the_effort_of_a_review() -> None:
    drafts = [("Дом", "Дом"), ("Дом стар", "Дом старый"), ("Ева", "Река")]
    found = effort([_pairing(*texts) for texts in drafts])
    assert (found.as_is, found.median_distance, found.typed, found.edited) == (1, 2, 17, 5)
    assert found.median_rate == pytest.approx(0.2)


@pytest.mark.parametrize(("lang", "tokenizer"), [("en", "13a"), ("de", "13a"), ("ru", "intl"), ("az", "intl")])
def test_scores_carry_the_signature_that_names_the_tokenizer(lang: str, tokenizer: str) -> None:
    found = {score.metric: score for score in scores(["a b c d e"], ["a b c d e"], lang)}
    assert tuple(found) == METRICS
    assert f"|tok:{tokenizer}|" in found["BLEU"].signature
    assert "|nw:0|" in found["chrF"].signature
    assert "|nw:2|" in found["chrF++"].signature
    assert "tok:tercom" in found["TER"].signature
    assert [round(one.value) for one in found.values()] == [100, 100, 100, 0]


def test_quotation_marks_of_other_languages_do_not_stick_to_words_in_bleu() -> None:
    draft, accepted = "Он назвал это «мирный план для всех» вчера", "Он назвал это мирный план для всех вчера"
    russian, english = (
        {score.metric: score.value for score in scores([draft], [accepted], lang)}["BLEU"] for lang in ("ru", "en")
    )
    assert russian > english
