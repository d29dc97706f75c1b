"""What counts as a finding in a proposed translation, how grave it is, and which of two is the better one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting.protection import protected
from l10n.drafting.repair import improve
from l10n.drafting.scoring import Assessment, Findings, Languages, assess, findings, finished
from l10n.drafting.strategies import available, begun_with_term, without_repetition
from l10n.engines import Capabilities
from l10n.glossary import Glossary, Term
from tests.drafting.test_repair import Table

GERMAN = Languages("de", "en")


def assessed(text: str, translation: str, languages: Languages = GERMAN) -> Assessment:
    return assess(text, translation, protected(text, languages.source, languages.glossary), languages)


@pytest.mark.parametrize(
    ("text", "translation", "checks"),
    [
        pytest.param("Das Haus ist alt.", "The house is old.", (), id="nothing"),
        pytest.param("Er zahlte 38 Euro.", "He paid 83 euros.", ("numbers",), id="another number"),
        pytest.param("Die Regierung zahlt.", "The Regierung pays.", ("source-left",), id="a word left over"),
        pytest.param("Haus und Hof.", "Haus und Hof.", ("copied",), id="a copy"),
        pytest.param("Das Haus ist alt.", "The house is old (applause).", ("made-up",), id="brackets made up"),
        pytest.param("Das Haus (alt).", "The house (old).", (), id="brackets of the text"),
        pytest.param("Ein Lied.", "A song ♪.", ("made-up",), id="music"),
    ],
)
def test_findings_are_named(text: str, translation: str, checks: tuple[str, ...]) -> None:
    assert set(checks) <= set(assessed(text, translation).checks)
    assert bool(assessed(text, translation).cost) == bool(checks)


@pytest.mark.parametrize("name", ["SOCAR", "Haus"])
def test_a_single_word_may_be_the_same_in_both_languages(name: str) -> None:
    assert "copied" not in assessed(name, name).checks


def test_the_words_that_were_left_over_are_pointed_at() -> None:
    translation = "The Regierung pays."
    ((start, end),) = assessed("Die Regierung zahlt.", translation).left
    assert translation[start:end] == "Regierung"


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        pytest.param(
            "Siehe https://a.de heute.", "See 2 https://a.de today.", "See the page today.", id="a lost link is worst"
        ),
        pytest.param("Er zahlte 38 Euro.", "He paid 38 (laughs) euros.", "He paid 83 euros.", id="error over warning"),
        pytest.param("NEUE REGIERUNG", "NEW REGIERUNG", "NEUE REGIERUNG", id="half translated over a copy"),
        pytest.param("Das Haus ist alt.", "The house is old.", "Das Haus ist alt.", id="none over some"),
    ],
)
def test_the_worse_of_two_costs_more_and_is_not_chosen(text: str, better: str, worse: str) -> None:
    assert assessed(text, better).cost < assessed(text, worse).cost
    ((_, leg),) = improve(Table({text: [worse, better]}), [text], GERMAN, "x", 2)
    assert leg
    assert assessed(text, leg.text).cost <= assessed(text, better).cost


def test_what_is_lost_is_named_and_costs_as_often_as_it_is() -> None:
    text = "Siehe https://a.de und max@example.org."
    one, both = assessed(text, "See https://a.de and him."), assessed(text, "See there.")
    assert one.lost == ("max@example.org",)
    assert set(both.lost) == {"https://a.de", "max@example.org"}
    assert 0 < one.cost < both.cost


def test_of_equal_ones_the_likelier_stays() -> None:
    ((_, leg),) = improve(Table({"Das ist gut.": ["This is fine.", "That is good."]}), ["Das ist gut."], GERMAN, "x", 2)
    assert leg
    assert (leg.text, leg.repairs) == ("This is fine.", ())


def test_severities_are_counted_by_kind() -> None:
    assert findings("Das Haus ist alt.", "The house is old.", GERMAN) == Findings(0, 0, 0, 0)
    assert findings("Die Regierung ist alt.", "The Regierung is old.", GERMAN) == Findings(0, 1, 0, 1)
    assert findings("Er zahlte 38 Euro.", "He paid 83 euros.", GERMAN)[0] == 1


@pytest.mark.parametrize(
    ("text", "translation", "lang", "expected"),
    [
        pytest.param("Das Haus ist alt.", "the house is old", "en", "The house is old.", id="end and capital"),
        pytest.param("Ein Haus", "A hut.", "en", "A hut.", id="what may be an abbreviation"),
        pytest.param("Neue Regierung", "New government.", "en", "New government", id="no stop in a title"),
        pytest.param("iPhone ist neu.", "iPhone is new.", "en", "iPhone is new.", id="a small letter that belongs"),
        pytest.param("Und jetzt?", "indi?", "az", "İndi?", id="Azerbaijani İ"),
        pytest.param("Er zahlte 1.234,5 Euro.", "He paid 1.234,5 euros.", "en", "He paid 1,234.5 euros.", id="number"),
    ],
)
def test_what_needs_no_judgement_is_put_right(text: str, translation: str, lang: str, expected: str) -> None:
    assert finished(text, translation, Languages("de", lang)) == expected


WORDS = st.lists(st.sampled_from(["Haus", "38", "alt", "„Hof“", "https://a.de", "ist", "–"]), min_size=1, max_size=6)


@given(WORDS, st.permutations(["house", "38", "old", "“yard”", "https://a.de", "is"]), st.sampled_from(["", ".", "!"]))
def test_finishing_twice_changes_nothing_more(words: Sequence[str], others: Sequence[str], end: str) -> None:
    text, translation = " ".join(words) + end, " ".join(others)
    once = finished(text, translation, GERMAN, protected(text, "de"))
    assert finished(text, once, GERMAN, protected(text, "de")) == once


@pytest.mark.parametrize(
    ("capabilities", "left_out"),
    [
        pytest.param(Capabilities(), {begun_with_term, without_repetition}, id="neither"),
        pytest.param(Capabilities(prefixes=True), {without_repetition}, id="prefixes"),
        pytest.param(Capabilities(penalties=True), {begun_with_term}, id="penalties"),
        pytest.param(Capabilities(prefixes=True, penalties=True), set(), id="both"),
    ],
)
def test_a_strategy_that_a_decoder_cannot_follow_is_left_out(capabilities: Capabilities, left_out: set[object]) -> None:
    everything = available(Capabilities(prefixes=True, penalties=True))
    assert set(everything) - set(available(capabilities)) == left_out


def test_no_prefix_is_asked_of_a_decoder_that_takes_none() -> None:
    class Plain(Table):
        capabilities = Capabilities()

    terms = Languages("de", "en", Glossary((Term({"de": ("Kreml",), "en": ("Kremlin",)}),)))
    text = "Kreml droht Baku."
    decoder = Plain({text: ["Moscow threatens Baku."], (text, 1.0, "Kremlin"): ["Kremlin threatens Baku."]})
    ((_, leg),) = improve(decoder, [text], terms, "x", 4)
    assert leg
    assert leg.text == "Moscow threatens Baku."
