"""No repair changes the case of a word that was not translated: the checks would not know it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.drafting.capitals import in_capitals, is_untranslated, within_sentence
from l10n.drafting.repair import improve
from l10n.drafting.scoring import Languages, assess, finished
from l10n.drafting.strategies import AS_USUAL
from l10n.engines import Decoding, Hypothesis
from l10n.engines.argos.demo.builder import build_package
from l10n.engines.argos.opening import Argos
from l10n.engines.argos.packages.store import installed
from l10n.text.words import folded
from tests.checks.words import words
from tests.drafting.test_repair import Table

GLOSSES = {
    "en": {"Die": "The", "und": "and", "zahlt": "pays", "heute": "today", "kommt": "comes", "am": "on", "ist": "is"},
    "ru": {"Die": "", "und": "и", "zahlt": "платит", "heute": "сегодня", "kommt": "придёт", "am": "в", "ist": ""},
    "az": {"Die": "", "und": "və", "zahlt": "ödəyir", "heute": "bu gün", "kommt": "gəlir", "am": "da", "ist": ""},
    "uk": {"Die": "", "und": "і", "zahlt": "платить", "heute": "сьогодні", "kommt": "прийде", "am": "у", "ist": ""},
}
LEFT = [
    "Bundesregierung",
    "Inflation",
    "Jugendliche",
    "Öffentlichkeit",
    "Höhe",
    "ARD",
    "Müller",
    "Finanz-Ausschuss",
    "abgelöst",
]
SENTENCES = [
    "Die {} zahlt heute.",
    "{} zahlt.",
    "Die {} und heute kommt die {}",
    "Heute kommt {}.",
    "Die {} zahlt am 1. Januar.",
    "Am 1. Januar kommt {}!",
]
DATES = ["Die zahlt am 1. Januar.", "1. Januar", "Am 3. Dezember kommt heute", "Die kommt im Februar und heute"]


@pytest.fixture(scope="module", params=GLOSSES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def engine(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Argos]:
    """A package that knows the small words only, and copies the others."""
    folder = tmp_path_factory.mktemp(language)
    gloss = GLOSSES[language]
    build_package(folder, "de", language, gloss | {word.lower(): new.lower() for word, new in gloss.items()})
    (package,) = installed(folder)
    with Argos(package) as opened:
        yield opened


def _strange(text: str, translation: str) -> list[str]:
    """Words of the text that the translation has in another case."""
    own = {folded(word) for word in words(text)}
    return [word for word in words(translation) if folded(word) in own and word not in words(text)]


def test_a_word_that_a_package_cannot_translate_keeps_its_case(engine: Argos, language: str) -> None:
    texts = [sentence.format(*[word] * 2) for sentence in SENTENCES for word in LEFT] + DATES
    texts += [text.upper() for text in texts if "ß" not in text]
    languages = Languages("de", language)
    found = dict(improve(engine, texts, languages, "x", 4))
    for text in texts:
        leg = found[text]
        assert leg
        assert _strange(text, leg.text) == [], text
        for word in LEFT:
            assert (word in leg.text) or (word not in text), leg.text


@pytest.mark.parametrize(
    "text", ["Die Bundesregierung zahlt.", "Die Jugendliche zahlt heute.", "DIE BUNDESREGIERUNG ZAHLT"]
)
def test_what_was_left_over_is_still_found(engine: Argos, language: str, text: str) -> None:
    languages = Languages("de", language)
    ((_, leg),) = improve(engine, [text], languages, "x", 4)
    assert leg
    assert "alone" not in leg.repairs
    assert "source-left" in assess(text, leg.text, [], languages).checks


@pytest.mark.parametrize(
    ("language", "word", "answer", "expected"),
    [
        pytest.param("en", "Regierung", "Government", "government", id="a noun"),
        pytest.param("az", "Inflation", "İnflyasiya", "İnflyasiya", id="a noun of which nobody knows"),
        pytest.param("az", "Regierung", "İdarə", "idarə", id="İ is i in small letters"),
        pytest.param("az", "Wärme", "Isti", "ısti", id="I is ı in small letters"),
        pytest.param("ru", "Regierung", "Правительство", "правительство", id="Cyrillic"),
        pytest.param("ru", "Müller", "Мюллер", "Мюллер", id="a name"),
        pytest.param("ru", "Frankreich", "Франция", "Франция", id="a place"),
        pytest.param("en", "Januar", "January", "January", id="a month in English"),
        pytest.param("ru", "Januar", "Январь", "январь", id="a month in Russian"),
        pytest.param("en", "Russen", "Russians", "Russians", id="a people in English"),
        pytest.param("en", "Behörde", "EU authority", "EU authority", id="an abbreviation"),
        pytest.param("en", "Bundesregierung", "Bundes government", "Bundes government", id="half a compound"),
        pytest.param("en", "Regierung", "Kabinett und Regierung", "Kabinett und Regierung", id="a word of the source"),
        pytest.param("en", "Regierung", "Heute", "Heute", id="a word of the text"),
        pytest.param("en", "bedeckt", "Covers", "covers", id="no noun"),
    ],
)
def test_a_word_by_itself_loses_its_capital_only_if_it_is_translated_and_no_name(
    language: str, word: str, answer: str, expected: str
) -> None:
    languages, text = Languages("de", language), f"Heute Kabinett {word}"
    assert within_sentence(answer, word, "x ", text, languages) == expected
    for beginning in ("", "  ", "X. ", "„X!“ "):
        assert within_sentence(answer, word, beginning, text, languages) == answer


def test_a_capital_behind_an_ordinal_is_no_beginning() -> None:
    assert (
        within_sentence("Government", "Regierung", "The 1. ", "Die 1. Regierung", Languages("de", "en")) == "government"
    )


@pytest.mark.parametrize(
    ("source", "target", "text", "translation", "expected"),
    [
        ("de", "az", "Inflation steigt.", "inflation artır.", "Inflation artır."),
        ("de", "az", "Ilham Alijew kommt.", "ilham gəlir.", "Ilham gəlir."),
        ("de", "az", "Heute kommt er.", "indi gəlir.", "İndi gəlir."),
        ("de", "az", "Internet ist da.", "internet buradadır.", "İnternet buradadır."),
        ("en", "uk", "Inflation rises.", "inflation зростає.", "Inflation зростає."),
    ],
)
def test_the_capital_of_a_sentence_is_that_of_its_language(
    source: str, target: str, text: str, translation: str, expected: str
) -> None:
    assert finished(text, translation, Languages(source, target)) == expected


@pytest.mark.parametrize(
    ("target", "translation", "expected"),
    [
        ("az", "Bundesregierung bildirir", "BUNDESREGIERUNG BİLDİRİR"),
        ("az", "Inflation və internet", "INFLATION VƏ İNTERNET"),
        ("en", "The GROẞE inflation", "THE GROẞE INFLATION"),
        ("en", "The große inflation", "THE GROẞE INFLATION"),
    ],
)
def test_capitals_throughout_are_those_of_the_language_each_word_is_of(
    target: str, translation: str, expected: str
) -> None:
    text = "BUNDESREGIERUNG: GROẞE INFLATION IM INTERNET"
    assert in_capitals(translation, text, Languages("de", target)) == expected


@pytest.mark.parametrize("answer", ["Regierung", "regierung", "Regierung.", "„REGİERUNG“", "", " ?"])
def test_a_word_is_not_translated_if_its_letters_come_back(answer: str) -> None:
    assert is_untranslated(answer, "Regierung")
    assert not is_untranslated(f"{answer} government", "Regierung")


_WORDS = [
    "Die",
    "Regierung",
    "Inflation",
    "1. Januar",
    "ARD",
    "Müller",
    "Haus-Inflation",
    "ist",
    "abgelöst",
    "Höhe",
    "Inhalt",
]
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)


class Copying(Table):
    """A decoder that leaves words as they are, unless it knows them."""

    def __init__(self, known: set[str]) -> None:
        super().__init__({})
        self.known = known

    def translate(
        self, texts: Sequence[str], how: Decoding = AS_USUAL, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        for index, text in enumerate(texts):
            kept = ("ok" if word.strip(".").casefold() in self.known else word for word in text.split())
            yield index, (Hypothesis(" ".join(kept), -1.0, 3),)


@given(
    _TEXTS,
    st.sets(st.sampled_from(["die", "ist", "regierung", "höhe", "abgelöst"])),
    st.sampled_from(["", ".", "!"]),
    st.booleans(),
    st.sampled_from(list(GLOSSES)),
)
@example("Die Regierung", {"die"}, ".", False, "az")
def test_no_strategy_changes_the_case_of_a_word_of_the_text(
    text: str, known: set[str], end: str, loud: bool, language: str
) -> None:
    text = (text.upper() if loud else text) + end
    decoder = Copying(known)
    ((_, leg),) = improve(decoder, [text], Languages("de", language), "x", 4)
    assert leg
    assert _strange(text, leg.text) == []


@given(_TEXTS, _TEXTS, st.sampled_from(list(GLOSSES)))
def test_finishing_keeps_all_words_and_all_letters_but_the_first(text: str, translation: str, language: str) -> None:
    done = finished(text, translation, Languages("de", language))
    assert list(map(folded, words(done))) == list(map(folded, words(translation)))
    assert done[1:].rstrip(".") == translation[1:].rstrip(".")
