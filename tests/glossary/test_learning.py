"""What reviewers change again and again is found, counted, and told from grammar and from chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.glossary.learning import Correction, RepeatedChange, learn

KYIV = [
    Correction("Der Weg nach Kyjiw ist weit.", "The way to Kiev is long.", "The way to Kyiv is long.", "en"),
    Correction("Kyjiws Regierung schweigt.", "Kiev’s government is silent.", "Kyiv’s government is silent.", "en"),
    Correction("Die Straßen von Kyjiw", "The streets of Kiev", "The streets of Kyiv", "en"),
    Correction("In Kyjiw regnet es.", "It rains in Kiev.", "It rains in Kiev.", "en"),
    Correction("In Baku regnet es nicht.", "It does not rain in Baku.", "It is not raining in Baku.", "en"),
]
KARABAKH_RU = [
    Correction(
        "Der Krieg um Karabach dauerte lange.",
        "Война за Нагорный Карабах длилась долго.",
        "Война за Карабах длилась долго.",
        "ru",
    ),
    Correction(
        "Der Sprecher des Kremls warnte Baku.",
        "Представитель Кремля предупредил Баку.",
        "Пресс-секретарь Кремля предупредил Баку.",
        "ru",
    ),
    Correction(
        "Der Kreml und sein Sprecher schwiegen.",
        "Кремль и его представитель молчали.",
        "Кремль и его пресс-секретарь молчали.",
        "ru",
    ),
    Correction(
        "Mit dem Sprecher sprach niemand.",
        "С представителем никто не говорил.",
        "С пресс-секретарём никто не говорил.",
        "ru",
    ),
]
MOLDOVA_RU = [
    Correction("Moldau wählt.", "Молдавия голосует.", "Молдова голосует.", "ru"),
    Correction("Die Wahlen in Moldau", "Выборы в Молдавии", "Выборы в Молдове", "ru"),
    Correction("Der Weg Moldaus nach Europa", "Путь Молдавии в Европу", "Путь Молдовы в Европу", "ru"),
    Correction("Die Nachbarn der Moldau", "Соседи Молдавии", "Соседи Молдавии", "ru"),
]
CITY_UK = [
    Correction("In Kyjiw", "В Кієві", "У Києві", "uk"),
    Correction("Aus Kyjiw kam nichts.", "З Кієва нічого не прийшло.", "З Києва нічого не прийшло.", "uk"),
    Correction("Der Bürgermeister von Kyjiw", "Мер Кієва", "Мер Києва", "uk"),
]
AGREEMENT_AZ = [
    Correction("Das Abkommen ist fertig.", "Razılaşma hazırdır.", "Saziş hazırdır.", "az"),
    Correction("Der Text des Abkommens", "Razılaşmanın mətni", "Sazişin mətni", "az"),
    Correction("Baku will das Abkommen.", "Bakı razılaşmanı istəyir.", "Bakı sazişi istəyir.", "az"),
    Correction("Kein Abkommen mit Moskau", "Moskva ilə razılaşma yoxdur", "Moskva ilə saziş yoxdur", "az"),
]


@pytest.mark.parametrize(
    ("corrections", "found"),
    [
        pytest.param(KYIV, RepeatedChange("en", "Kiev", "Kyiv", 3, 4, "Kyjiw"), id="en"),
        pytest.param(KARABAKH_RU, RepeatedChange("ru", "представитель", "пресс-секретарь", 3, 3, "Sprecher"), id="ru"),
        pytest.param(MOLDOVA_RU, RepeatedChange("ru", "Молдавии", "Молдове", 3, 4, "Moldau"), id="ru, a name"),
        pytest.param(CITY_UK, RepeatedChange("uk", "Кієва", "Києва", 2, 3, "Kyjiw"), id="uk"),
        pytest.param(AGREEMENT_AZ, RepeatedChange("az", "razılaşma", "saziş", 4, 4, "Abkommen"), id="az"),
    ],
)
def test_a_repeated_correction_is_found_in_all_its_forms_with_its_source(
    corrections: list[Correction], found: RepeatedChange
) -> None:
    assert learn(corrections, "de")[0] == found


def test_seven_of_eight_is_said_and_half_is_enough() -> None:
    changed = Correction("Kyjiw", "Kiev", "Kyiv", "en")
    kept = Correction("Kyjiw", "Kiev", "Kiev", "en")
    assert learn([changed] * 7 + [kept], "de") == [RepeatedChange("en", "Kiev", "Kyiv", 7, 8, "Kyjiw")]
    assert learn([changed] * 2 + [kept] * 2, "de")
    assert learn([changed] * 2 + [kept] * 3, "de") == []
    assert learn([changed], "de") == []
    assert learn([changed], "de", minimum=1)


def test_a_change_of_form_is_grammar_and_a_capital_is_a_change() -> None:
    grammar = Correction("Im Haus", "в большом доме", "в больших домах", "ru")
    assert learn([grammar] * 3, "de") == []
    capital = Correction("Der Kreml", "слова кремля", "слова Кремля", "ru")
    assert learn([capital] * 2, "de")[0] == RepeatedChange("ru", "кремля", "Кремля", 2, 2, "Kreml")


def test_a_sentence_said_anew_teaches_nothing() -> None:
    anew = Correction("Guten Tag", "one two three four five", "six seven eight nine ten", "en")
    assert learn([anew] * 5, "de") == []


def test_languages_are_counted_apart() -> None:
    texts = [Correction("Kyjiw", "Kiev", "Kyiv", lang) for lang in ("en", "az")]
    assert learn(texts, "de") == []
    assert [one.language for one in learn(texts * 2, "de")] == ["az", "en"]


def test_a_word_of_all_sources_is_no_companion_of_one_change() -> None:
    texts = [Correction(f"Der Rat {number}", "a soviet", "a council", "en") for number in range(2)]
    texts += [Correction(f"Der Hund {number}", "a dog", "a dog", "en") for number in range(8)]
    assert learn(texts, "de")[0].source == "Rat"


def _words(text: str) -> str:
    return " ".join(text.replace("!", "").split())


TEXTS = st.lists(st.sampled_from(["Kiev", "Kyiv", "дом", "дома", "a", "Э-э", "!", "is"]), max_size=6).map(" ".join)
CORRECTIONS = st.lists(
    st.builds(Correction, TEXTS, TEXTS, TEXTS, st.sampled_from(["en", "ru", "az", "xx"])), max_size=6
)


@given(CORRECTIONS)
def test_what_is_learnt_was_done_and_could_be_done_so_often(corrections: list[Correction]) -> None:
    for one in learn(corrections, "de", minimum=1, share=0):
        texts = [text for text in corrections if text.language == one.language]
        assert 1 <= one.times <= one.drafts <= len(texts)
        assert one.times <= sum(text.draft != text.accepted for text in texts)
        assert any(one.old in _words(text.draft) and one.new in _words(text.accepted) for text in texts)
        assert not one.source or any(one.source in text.source for text in texts)


@given(CORRECTIONS)
def test_texts_that_were_accepted_as_they_were_teach_nothing(corrections: list[Correction]) -> None:
    same = [Correction(one.source, one.accepted, one.accepted, one.language) for one in corrections]
    assert learn(same, "de", minimum=1, share=0) == []
