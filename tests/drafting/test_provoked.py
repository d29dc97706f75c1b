"""Provoked failures are repaired or shown, whatever the kind; and nothing is won by hiding from the checks."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.drafting.completeness import extent
from l10n.drafting.repair import improve
from l10n.drafting.scoring import Languages, assess, finished
from tests.drafting.provoked.failures import FAILURES, Sample, samples
from tests.drafting.provoked.trial import table
from tests.drafting.test_repair import Table

BAR = 0.9
BELOW = {
    "small-letters": 0.84,  # the one name of a German text may be a noun that English has as well: plan, cousin
    "word-left": 0.88,  # nor is a single noun with a capital, Keller, sure to be no name
}
ENOUGH = 20


@pytest.mark.parametrize("name", FAILURES)
def test_failures_are_repaired_or_shown(name: str) -> None:
    counts = table(name)
    assert counts["tried"] >= ENOUGH
    assert counts["repaired"] + counts["shown"] >= BELOW.get(name, BAR) * counts["tried"], dict(counts)


TEXT = "Der Verlag aus Jena druckte 1911 rund 300 Bücher, und die „Morgenpost“ schrieb darüber."
GOOD = "The publisher from Jena printed around 300 books in 1911, and the “Morgenpost” wrote about it."
HIDING = [
    pytest.param(GOOD.replace("300", "500"), "The publisher from Jena printed books.", id="a clause and a number gone"),
    pytest.param(GOOD.replace("Morgenpost”", "Morgenpost"), "The publisher from Jena printed 300 in 1911.", id="cut"),
    pytest.param(GOOD.replace("300", "500"), GOOD.replace("around 300 books in ", ""), id="a number out of its phrase"),
    pytest.param(GOOD.replace("“", ""), GOOD.replace("“Morgenpost”", "paper"), id="the quoted word gone"),
    pytest.param(GOOD.replace("books", "Bücher"), GOOD.replace("from Jena ", ""), id="a name gone"),
    pytest.param(GOOD.replace("books", "books books"), TEXT, id="a copy"),
    pytest.param(GOOD.replace("books", "Bücher"), f"{GOOD[:40]}{TEXT[45:]}", id="a part only"),
]


@pytest.mark.parametrize(("wrong", "hiding"), HIDING)
def test_no_way_of_asking_wins_by_saying_less(wrong: str, hiding: str) -> None:
    languages = Languages("de", "en")
    others = {TEXT[:-1]: [hiding], TEXT.replace("„", '"').replace("“", '"'): [hiding], (TEXT, 1.3, ""): [hiding]}
    ((_, leg),) = improve(Table({TEXT: [wrong, hiding], **others}), [TEXT], languages, "x", 4)
    assert leg
    assert leg.text == wrong
    assert assess(TEXT, leg.text, [], languages).cost


SAMPLES = st.sampled_from(samples())


@given(SAMPLES, st.lists(st.text(max_size=80), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_a_translation_without_findings_stays_as_it_is(sample: Sample, others: list[str], rng: Random) -> None:
    languages = Languages(sample.source, sample.target)
    good = finished(sample.text, sample.good, languages)
    assume(not assess(sample.text, good, [], languages).cost)
    wrong = [FAILURES[rng.choice(list(FAILURES))](sample, rng) or "" for _ in range(2)]
    decoder = Table({sample.text: [good, *others, *wrong]})
    ((_, leg),) = improve(decoder, [sample.text], languages, "x", 4)
    assert leg
    assert (leg.text, leg.repairs, decoder.asked) == (good, (), [sample.text])


@given(SAMPLES, st.randoms(use_true_random=False))
def test_a_repair_has_the_names_and_numbers_that_were_there(sample: Sample, rng: Random) -> None:
    languages = Languages(sample.source, sample.target)
    first, *others = [FAILURES[rng.choice(list(FAILURES))](sample, rng) or sample.good for _ in range(4)]
    known = {sample.text: [first], sample.text[:-1]: others[:1], (sample.text, 1.3, ""): others[1:]}
    ((_, leg),) = improve(Table(known), [sample.text], languages, "x", 4)
    before = finished(sample.text, first, languages)
    if leg and leg.repairs:
        left = assess(sample.text, before, [], languages).left
        full = extent(sample.text, before, languages, left)
        assert extent(sample.text, leg.text, languages).is_complete(full)
        assert assess(sample.text, leg.text, [], languages).cost < assess(sample.text, before, [], languages).cost
