"""The apostrophe within a word is one letter for whoever looks words up or compares texts."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks import CatalogueView, checks
from l10n.glossary import Glossary, Term
from l10n.glossary.learning import Correction, learn
from l10n.glossary_audit.problems import problems
from l10n.memory.form import form
from l10n.memory.store import Memory
from l10n.memory.unit import Query, Unit
from l10n.model import Entry, State
from l10n.pairs.pair import Pair
from l10n.text.apostrophe import alike
from l10n.text.inflection import present

MARKS = "'’ʼ"
marks = st.sampled_from([*MARKS, "ʻ"])


@given(st.text(st.sampled_from("aüяʼ’'ʻ \"1-") | st.characters(), max_size=20))
def test_places_in_a_text_stay_and_twice_is_once(text: str) -> None:
    assert len(alike(text)) == len(text)
    assert alike(alike(text)) == alike(text)


@given(st.sampled_from(["сім{}я", "об{}єкт", "don{}t", "mə{}na", "O{}Brien", "NATO{}da", "д{}Артаньян"]), marks, marks)
def test_within_a_word_all_are_one(word: str, one: str, other: str) -> None:
    assert alike(word.format(one)) == alike(word.format(other))


@pytest.mark.parametrize(
    "text", ["'слово'", "’слово’", "‘word’", "the Millers’ house", "6' 2", "rock 'n' roll", "1'000"]
)
def test_between_anything_but_letters_it_stays_what_it_is(text: str) -> None:
    assert alike(text) == text


@pytest.mark.parametrize(
    ("lang", "word", "forms"),
    [
        ("uk", "сім{}я", ["сім{}я", "сім{}ї", "Сім{}ями", "СІМ{}Я"]),
        ("uk", "п{}ять", ["п{}ять", "п{}яти"]),
        ("uk", "об{}єднання народів", ["об{}єднанням народів"]),
        ("uk", "Солов{}яненко", ["Солов{}яненка"]),
        ("ru", "Д{}Артаньян", ["Д{}Артаньяна"]),
        ("en", "O{}Brien", ["O{}Brien", "O{}Brien{}s"]),
        ("az", "mə{}na", ["mə{}na", "mə{}nası"]),
        ("de", "Côte d{}Ivoire", ["Côte d{}Ivoire"]),
    ],
)
def test_terms_are_found_whichever_the_glossary_and_the_text_have(lang: str, word: str, forms: list[str]) -> None:
    for mine in MARKS:
        for yours in MARKS:
            term = word.replace("{}", mine)
            for text in (shape.replace("{}", yours) for shape in forms):
                assert present(term, f"«{text}».", lang), (term, text)
                found = Glossary((Term({lang: (term,)}, case=False),)).find(f"x {text}.", lang)
                assert [one.span for one in found] == [(2, 2 + len(text))], (term, text)


@pytest.mark.parametrize(
    ("lang", "word", "text"), [("uk", "сім", "сім{}я"), ("ru", "Нил", "О{}Нил"), ("uk", "ять", "п{}ять")]
)
def test_a_part_of_a_cyrillic_word_is_not_the_word(lang: str, word: str, text: str) -> None:
    for mark in MARKS:
        assert present(word, text.format(mark), lang) is None
        assert not Glossary((Term({lang: (word,)}),)).find(text.format(mark), lang)


@pytest.mark.parametrize("mark", "'’")
def test_a_name_is_found_before_an_ending_and_in_quotation_marks(mark: str) -> None:
    assert present("Kremlin", f"the Kremlin{mark}s", "en")
    assert present("Iran", f"l{mark}Iran", "fr")
    assert present("слово", f"{mark}слово{mark}", "uk")


def test_rows_that_differ_in_it_alone_are_one_twice() -> None:
    terms = (Term({"uk": ("сім'я",), "de": ("Familie",)}, line=2), Term({"uk": ("сімʼя",), "de": ("Familie",)}, line=3))
    assert [one.message for one in problems(Glossary(terms), "uk", ["de"])] == ["“сім'я” is in line 2, too"]


def test_another_apostrophe_is_no_correction() -> None:
    given_corrections = [
        Correction(f"Satz {place}", f"слово{place} сім'я", f"слово{place} сім’я", "uk") for place in range(4)
    ]
    assert learn(given_corrections, "de") == []


@given(marks, marks)
def test_the_memory_finds_it_and_gives_what_it_has(
    tmp_path_factory: pytest.TempPathFactory, one: str, other: str
) -> None:
    unit = Unit(f"П{one}ять сімей.", f"Don{one}t ask.", "uk", "en")
    with Memory(tmp_path_factory.mktemp("memory") / "l10n.db") as memory:
        memory.add([unit])
        (found,) = memory.matches([Query(f"П{other}ять сімей.")], "uk", "en", 99)
        assert found
        assert (found.text, found.score) == (unit.target, 100 if one == other else 99)
        assert [hit.score for hit in memory.search(f"п{other}", threshold=100)] == [100]
        assert [hit.score for hit in memory.search(f"DON{other}T", threshold=100)] == [100]


def test_a_memory_with_the_forms_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "l10n.db"
    unit = Unit("П’ять сімей.", "Five families.", "uk", "en")
    with Memory(path) as memory:
        memory.add([unit, Unit("Дом.", "House.", "ru", "en")])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE form SET id = id + 1, text = 'П’ять сімей.' WHERE language = 'uk'")
        connection.execute("UPDATE unit SET form = form + 1 WHERE source_language = 'uk'")
        connection.execute("DELETE FROM property")
    connection.close()
    for _ in range(2):
        with Memory(path) as memory:
            (found,) = memory.matches([Query("П'ять сімей.")], "uk", "en", 99)
            assert found
            assert found.unit == unit
    with sqlite3.connect(path) as connection:
        stored = [text for (text,) in connection.execute("SELECT text FROM form ORDER BY language")]
    connection.close()
    assert stored == ["Дом.", form(unit.source, "uk").text]


def test_texts_that_differ_in_it_alone_are_consistent() -> None:
    one, other = Entry("Don't ask.", "Не питай, сім'я!"), Entry("Don’t ask.", "Не питай, сімʼя!")
    assert _inconsistent(one, other) == 0
    assert _inconsistent(one, Entry("Donʼt ask.", "Мовчи.")) == 1


def _inconsistent(*entries: Entry) -> int:
    check = checks()["consistency"].catalogue
    assert check
    return len(list(check(CatalogueView((), (), entries, [State.TRANSLATED] * len(entries), "uk", "en"))))


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("Fünf Familien", "Зв{}язок об{}єднаних сімей, п{}ять З{}ЇЗДІВ", ("de", "uk")),
        ("DAS IST WICHTIG", "П{}ЯТЬ СІМ{}Ї З{}ЇЗД", ("de", "uk")),
        ("5 Leute und 9", "п{}ять людей і дев{}ять", ("de", "uk")),
        ("Der Mann", "п{}ять сімей п{}ять сімей п{}ять сімей", ("de", "uk")),
        ("It's O'Brien's", "Це О{}Браєн, don{}t know", ("en", "uk")),
        ("„Hallo“", "“It{}s fine”, he said", ("de", "en")),
        ("Don't panic, it's fine.", "Don{}t panic, it{}s fine.", ("en", "uk")),
        ("Bedeutung", "mə{}na bu NATO{}da", ("de", "az")),
        ("Haus", "семья, а не сім{}я", ("de", "uk")),
    ],
)
def test_checks_say_the_same_of_each(source: str, target: str, languages: tuple[str, str]) -> None:
    said = []
    for mark in MARKS:
        pair = Pair(source, target.replace("{}", mark), *languages)
        hits = [(name, hit) for name, check in checks().items() if check.pair for hit in check.pair(pair)]
        said.append([(name, alike(hit.message), hit.span, hit.source_span) for name, hit in hits])
    assert said[0] == said[1] == said[2]
