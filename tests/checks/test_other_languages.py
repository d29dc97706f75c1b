"""Checks of languages of which l10n knows what CLDR does: what they find there, what they leave alone, what is off."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.checks import checks
from l10n.languages import Tier, record
from l10n.model.findings import Severity
from l10n.pairs.pair import Conventions, Pair
from tests.conftest import Run


def graver(source: str, target: str, language: str, source_language: str = "en") -> set[str]:
    """The checks that have an error or a warning."""
    pair = Pair(source, target, source_language, language, conventions=Conventions())
    return {
        name
        for name, check in checks().items()
        for hit in (check.pair(pair) if check.pair else ())
        if (hit.severity or check.rule.severity) is not Severity.INFO
    }


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        pytest.param(
            "fr", "Really? Yes: he came!", "Vraiment\u202f? Oui\u00a0: il est venu\u202f!", id="French spaces"
        ),
        pytest.param("fr", "He said “come”.", "Il a dit «\u00a0viens\u00a0».", id="spaces in guillemets"),
        pytest.param("fr", "It costs 2.4 million euros.", "Il coûte 2,4\u00a0millions d’euros.", id="a magnitude"),
        pytest.param("es", "It costs 3 billion euros.", "Cuesta 3.000 millones de euros.", id="thousand millions"),
        pytest.param("pl", "It costs 2.4 million euros.", "Kosztuje 2,4 mln euro.", id="an abbreviated magnitude"),
        pytest.param("es", "Are you coming?", "¿Vienes?", id="an inverted mark"),
        pytest.param("zh", "More than 30,000 people came.", "超过3万人前来。", id="ten thousand"),
        pytest.param("zh", "CNN reported so on Friday evening.", "CNN周五晚如此报道。", id="no capitals"),
        pytest.param("zh", "He came, and she left; nobody knew.", "他来了,她走了;没人知道。", id="no spaces"),
        pytest.param("ja", "More than 20 million people came.", "2000万人以上が訪れた。", id="Japanese myriads"),
        pytest.param("ar", "There were 12 people in 2024.", "كان هناك ١٢ شخصًا في عام ٢٠٢٤.", id="Arabic digits"),
        pytest.param("fa", "It costs 3.5 million euros.", "۳٫۵ میلیون یورو هزینه دارد.", id="Persian digits"),
        pytest.param("ar", "STOP shouting right now", "توقف عن الصراخ الآن", id="shouted in the source"),
        pytest.param("hi", "He often came to the old house.", "वह बार बार पुराने घर में आता था।", id="a word said twice"),
        pytest.param(
            "pl", "The house had four doors in the 1930s.", "Dom w latach trzydziestych miał czworo drzwi.", id="x"
        ),
    ],
)
def test_good_translations_are_left_alone(language: str, source: str, target: str) -> None:
    assert graver(source, target, language) == set()


@pytest.mark.parametrize(
    ("language", "source", "target", "check"),
    [
        pytest.param("fr", "He left in 1987.", "Il est parti en 1978.", "numbers", id="another year"),
        pytest.param("fr", "It costs 3 million.", "Il coûte 3 milliards.", "numbers", id="another magnitude"),
        pytest.param("fr", "He said “come”.", "Il a dit „viens”.", "quotes", id="German marks in French"),
        pytest.param("pl", "He said “come”.", "Powiedział “chodź„.", "quotes", id="marks turned round"),
        pytest.param("tr", "Is he coming?", "Geliyor.", "end-punctuation", id="a question that is none"),
        pytest.param("es", "The house is old.", "la casa es vieja.", "capital", id="a small letter"),
        pytest.param("it", "It is old , he said.", "È vecchia , disse.", "", id="the source has it, too"),
        pytest.param("it", "It is old, he said.", "È vecchia , disse.", "spaces", id="a space before a comma"),
        pytest.param("zh", "He came home late.", "他" * 120, "length", id="far too long"),
        pytest.param("hi", "He came.", "वह वह वह आया।", "repetition", id="a loop"),
    ],
)
def test_slips_are_found(language: str, source: str, target: str, check: str) -> None:
    assert graver(source, target, language) == {check} - {""} or check in graver(source, target, language)


def test_what_needs_more_than_is_known_is_off_and_the_list_says_so(run: Run) -> None:
    lines = {line.split()[0]: line for line in run("check", "--list", "--to", "fr").stdout.splitlines()}
    assert lines["places"].endswith("(off for French: no list of places)")
    assert "off" not in lines["quotes"]
    assert "(off for Basque: its typography was not measured)" in run("check", "--list", "--to", "eu").stdout
    assert "(off for Chinese: it has no capitals)" in run("check", "--list", "--to", "zh-CN").stdout
    assert "off for" not in run("check", "--list", "--to", "ru").stdout
    assert "unknown language 'xq'" in run("check", "--list", "--to", "xq", code=2).stderr


def test_every_need_has_a_reason_and_our_languages_have_all(run: Run) -> None:
    run("check", "--list", "--to", "zxx", code=2)
    listed = run("check", "--list", "--to", "tlh", code=0).stdout
    for name, check in checks().items():
        assert not any(check.missing(lang) for lang in ("de", "en", "ru", "az", "uk")), name
        if check.missing("tlh"):
            assert any(line.startswith(f"{name} ") and "off for" in line for line in listed.splitlines())


@settings(max_examples=60)
@given(
    st.sampled_from(["fr", "ar", "zh", "th", "hi", "fa", "es"]),
    st.text("aB1.,«»  ’“”0٣۳٫万。؟？नि\u200dที", max_size=40),
    st.text("aB1.,«»  ’“”0٣۳٫万。؟？नि\u200dที", max_size=40),
)
def test_no_text_breaks_a_check(language: str, source: str, target: str) -> None:
    graver(source, target, language)


def test_languages_that_were_measured_are_checked() -> None:
    assert {record(code).tier for code in ("fr", "es", "pl", "tr")} == {Tier.CHECKED}
    assert record("eu").tier is Tier.BASIC
