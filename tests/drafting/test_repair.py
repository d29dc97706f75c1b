"""Each way in which engines fail, with a real package built to fail so, or a decoder of our own where none can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting.repair import improve
from l10n.drafting.scoring import Languages
from l10n.drafting.strategies import AS_USUAL
from l10n.engines import Capabilities, Decoding, Hypothesis
from l10n.engines.argos.demo.builder import build_package
from l10n.engines.argos.opening import Argos
from l10n.engines.argos.packages.store import installed
from l10n.glossary import Glossary, Term
from l10n.model import Leg

GERMAN = Languages("de", "en")
GLOSS = {
    "Das": "The",
    "das": "the",
    "Haus": "house",
    "ist": "is",
    "alt": "old",
    "groß": "big",
    "und": "and",
    "Der Hund": "The dog",
    "schläft": "sleeps",
    "kamen": "came",
    "Menschen": "people",
    "Siehe": "See",
    "dort": "there",
    "war": "was",
    "teuer": "expensive",
    "Neue": "New",
    "Regierung": "government",
}
FAILURES = {
    "schläft.": "sleeps sleeps sleeps sleeps sleeps.",  # loops at the end mark
    "; das Haus war teuer und alt und groß und das Haus ist teuer": "",  # loses what stands behind a semicolon
    "38": "",  # drops a number
    "alt!": "old! (applause)",  # has learnt from subtitles
    "http": "HTTP",  # damages addresses
    "„": "",  # cannot do with German quotation marks
    "Regierung.": "Regierung.",  # copies a word before the full stop
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Argos]:
    """A package with all these faults."""
    folder = tmp_path_factory.mktemp("broken")
    build_package(folder, "de", "en", GLOSS | FAILURES)
    (package,) = installed(folder)
    with Argos(package) as engine:
        yield engine


def _one(decoder: Argos | Table, text: str, languages: Languages = GERMAN) -> Leg:
    ((_, leg),) = improve(decoder, [text], languages, "de-en-1.0", 4)
    assert leg
    return leg


class Table:
    """A decoder that knows what it answers; else it copies."""

    capabilities = Capabilities(scores=True, hypotheses=True, prefixes=True, penalties=True)

    def __init__(self, answers: Mapping[Any, Sequence[str]]) -> None:
        """By text, or by text, repetition penalty and prefix."""
        self.answers = answers
        self.asked: list[str] = []

    def translate(
        self, texts: Sequence[str], how: Decoding = AS_USUAL, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for index, text in enumerate(texts):
            self.asked.append(text)
            key = (text, how.repetition_penalty, prefixes[index] if prefixes else "")
            found = self.answers.get(key, self.answers.get(text, [text]))
            yield index, tuple(Hypothesis(one, -0.1 * place, 5) for place, one in enumerate(found))


@pytest.mark.parametrize(
    ("text", "expected", "repair"),
    [
        pytest.param("Der Hund schläft.", "The dog sleeps.", "end-mark", id="loop"),
        pytest.param(
            "Das Haus ist groß; das Haus war teuer und alt und groß und das Haus ist teuer.",
            "The house is big; the house was expensive and old and big and the house is expensive.",
            "split",
            id="truncation",
        ),
        pytest.param("38 Menschen kamen.", "38 people came.", "sentinel", id="dropped number"),
        pytest.param("Das Haus ist alt!", "The house is old!", "end-mark", id="made-up brackets"),
        pytest.param("DAS HAUS IST ALT", "THE HOUSE IS OLD", "sentence-case", id="capitals"),
        pytest.param("Neue Regierung.", "New government.", "end-mark", id="copied word"),
        pytest.param("Siehe http://a.de/x dort.", "See http://a.de/x there.", "sentinel", id="address"),
        pytest.param("Das Haus ist „alt“.", "The house is “old”.", "plain-quotes", id="quotation marks"),
    ],
)
def test_what_a_package_does_wrong_is_repaired(broken: Argos, text: str, expected: str, repair: str) -> None:
    leg = _one(broken, text)
    assert leg.text == expected
    assert leg.repairs == (repair,)
    assert leg.lost == ()


def test_a_good_translation_is_left_alone(broken: Argos) -> None:
    leg = _one(broken, "Das Haus ist groß und alt.")
    assert (leg.text, leg.repairs) == ("The house is big and old.", ())


def test_texts_in_trouble_do_not_harm_the_others(broken: Argos) -> None:
    texts = ["Der Hund schläft.", "Das Haus ist alt.", "38 Menschen kamen.", "DAS HAUS IST ALT", "Haus", "Haus."]
    found = {text: leg and leg.text for text, leg in improve(broken, texts, GERMAN, "de-en-1.0", 4)}
    assert found == {
        "Der Hund schläft.": "The dog sleeps.",
        "Das Haus ist alt.": "The house is old.",
        "38 Menschen kamen.": "38 people came.",
        "DAS HAUS IST ALT": "THE HOUSE IS OLD",
        "Haus": "House",
        "Haus.": "House.",
    }


def test_the_next_hypothesis_is_taken_if_it_has_no_findings() -> None:
    decoder = Table({"Das Haus ist alt.": ["Das Haus ist alt.", "The house is old.", "A house is old."]})
    leg = _one(decoder, "Das Haus ist alt.")
    assert (leg.text, leg.repairs) == ("The house is old.", ("hypothesis",))
    assert leg.disagreement
    assert decoder.asked == ["Das Haus ist alt."]


def test_a_loop_is_decoded_again_without_repetition() -> None:
    text = "Das Haus ist alt und groß."
    loop = "The house is old and old and old and old and old and old and old and old and old and old and."
    leg = _one(Table({text: [loop], text[:-1]: [loop], (text, 1.3, ""): ["The house is old and big."]}), text)
    assert (leg.text, leg.repairs) == ("The house is old and big.", ("no-repeat",))


def test_a_word_left_over_is_translated_by_itself() -> None:
    answers = {"Die Regierung zahlt.": ["The Regierung pays."], "Die Regierung zahlt": ["The Regierung pays"]}
    leg = _one(Table(answers | {"Regierung": ["Government"]}), "Die Regierung zahlt.")
    assert (leg.text, leg.repairs) == ("The government pays.", ("alone",))


def test_a_term_at_the_beginning_is_forced_and_nowhere_else() -> None:
    terms = Languages("de", "en", Glossary((Term({"de": ("Kreml",), "en": ("Kremlin",)}),)))
    text = "Kreml droht Baku."
    answers: dict[object, list[str]] = {
        text: ["Moscow threatens Baku."],
        text[:-1]: ["Moscow threatens Baku"],
        (text, 1.0, "Kremlin"): ["Kremlin threatens Baku."],
    }
    assert _one(Table(answers), text, terms).text == "Kremlin threatens Baku."
    worse = answers | {(text, 1.0, "Kremlin"): ["Kremlin droht Baku droht Baku droht."]}
    assert _one(Table(worse), text, terms).text == "Moscow threatens Baku."


def test_a_segment_that_cannot_be_translated_is_named_and_the_others_go_on() -> None:
    class Silent(Table):
        def translate(
            self, texts: Sequence[str], how: Decoding = AS_USUAL, prefixes: Sequence[str] = ()
        ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
            for index, found in super().translate(texts, how, prefixes):
                yield index, () if "stumm" in texts[index] else found

    decoder = Silent({"Das Haus ist alt.": ["The house is old."]})
    found = dict(improve(decoder, ["Das bleibt stumm.", "Das Haus ist alt."], GERMAN, "x", 1))
    assert found["Das bleibt stumm."] is None
    assert found["Das Haus ist alt."]


ITEMS = st.sampled_from(
    [
        "https://a.de/b?c=1",
        "max@example.org",
        "%s",
        "{name}",
        "<b>",
        "</b>",
        "#Baku",
        "bericht.pdf",
        "`git push`",
        "@anna",
    ]
)
WORDS = st.lists(st.sampled_from(["Haus", "ist", "alt", "und", "groß", "Der"]), min_size=1, max_size=4).map(" ".join)


class Mangling(Table):
    """Loses every sign that is no letter: what a model may do at its worst."""

    def translate(
        self, texts: Sequence[str], how: Decoding = AS_USUAL, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for index, text in enumerate(texts):
            kept = "".join(one for one in text if one.isalpha() or one == " ").strip()
            yield index, (Hypothesis(kept or "nothing", -1.0, 3),)


@given(st.lists(st.tuples(WORDS, ITEMS), min_size=1, max_size=4))
def test_what_has_to_be_copied_is_there_whatever_the_model_does(parts: list[tuple[str, str]]) -> None:
    text = " ".join(f"{words} {item}" for words, item in parts)
    leg = _one(Mangling({}), text)
    missing = [item for _, item in parts if text.count(item) > leg.text.count(item)]
    assert missing == []
    assert leg.lost == ()
