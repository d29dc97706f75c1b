from __future__ import annotations

import pytest

from l10n.documents import inline
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import Rung, ladder
from l10n.drafting.tags.around import stripped
from l10n.glossary import Glossary, Term

TAGS = inline.named("tags")
TERMS = Glossary((Term({"de": ("Kreml",), "ru": ("Кремль",), "en": ("Kremlin",)}),))
GERMAN = Languages("de", "en", TERMS)
RUSSIAN = Languages("de", "ru", TERMS)
SAME, SPAN = Rung.SAME_WORDS, Rung.SPAN


def located(
    text: str, translation: str, answers: dict[str, str] | None = None, languages: Languages = GERMAN
) -> list[tuple[str, Rung | None] | None]:
    """What of the translation is in each pair, and why."""
    locations = ladder.located(stripped(text, TAGS), translation, answers or {}, languages)
    return [(translation[slice(*location.span)], location.rung) if location else None for location in locations]


@pytest.mark.parametrize(
    ("text", "translation", "expected"),
    [
        pytest.param("Hier ist <b>Anna</b>.", "Anna is here.", ("Anna", SAME), id="a name"),
        pytest.param("Hier ist <b>Anna</b>.", "Anna's here.", ("Anna's", SAME), id="a name with an ending"),
        pytest.param("Es kostet <b>3,50</b> Euro.", "It is 3.50 euros.", ("3.50", SAME), id="a number"),
        pytest.param("Seit <b>1.000</b> Jahren.", "For 1,000 years.", ("1,000", SAME), id="a number with groups"),
        pytest.param("Der <b>Kreml</b> schweigt.", "The Kremlin is silent.", ("Kremlin", SAME), id="a term"),
        pytest.param("Siehe <a1>https://a.de/x</a1>.", "See https://a.de/x.", ("https://a.de/x", SAME), id="address"),
        pytest.param("Das ist <b>in</b> Berlin.", "This is in Berlin.", None, id="a word of both languages"),
        pytest.param("Hier ist <b>Anna</b>.", "Anna is Anna.", None, id="twice in the translation"),
        pytest.param("Anna und <b>Anna</b>.", "Here is Anna.", None, id="twice in the text"),
        pytest.param("Die <b>3</b> von 3.", "The 3 out of three.", None, id="a number twice in the text"),
        pytest.param("Hier ist <b>Anna</b>.", "Here is Annabelle.", None, id="within a word"),
        pytest.param("Der <b>Pfad</b> `x`", "The `Pfad x`", None, id="within code"),
        pytest.param("<b>Das Haus</b>.", "The house.", ("The house", None), id="around all but the end mark"),
        pytest.param("<b>Das Haus</b>.", "The house!", None, id="another end mark"),
        pytest.param("(<b>Das Haus</b>)", "(The house)", ("The house", None), id="around all in brackets"),
    ],
)
def test_the_same_words_say_where_a_pair_belongs(
    text: str, translation: str, expected: tuple[str, Rung | None] | None
) -> None:
    assert located(text, translation) == [expected]


@pytest.mark.parametrize(
    ("text", "translation", "answer", "expected"),
    [
        pytest.param("Das <b>Haus</b> ist alt.", "The house is old.", "House", "house", id="a word"),
        pytest.param("Das <b>Haus</b> ist alt.", "The houses are old.", "House", "houses", id="another form"),
        pytest.param("Das <b>Haus</b> ist alt.", "The house is old.", "House.", "house", id="an end mark"),
        pytest.param("<b>Warte!</b> Er kommt.", "Wait! He comes.", "Wait!", "Wait!", id="its own end mark"),
        pytest.param("Das <b>alte Haus</b>.", "The old house.", "Old house", "old house", id="two words"),
        pytest.param("Das <b>Haus</b> ist alt.", "The house is a house.", "House", None, id="twice"),
        pytest.param("Das <b>Haus</b> ist alt.", "The building is old.", "House", None, id="another word"),
        pytest.param("Das <b>Haus</b> ist alt.", "The house is old.", "?", None, id="no answer"),
    ],
)
def test_words_translated_alone_say_where_a_pair_belongs(
    text: str, translation: str, answer: str, expected: str | None
) -> None:
    inside = stripped(text, TAGS)
    there = located(text, translation, {inside.inside(inside.pairs[0]): answer})
    assert there == [expected and (expected, SPAN)]


def test_endings_are_those_of_the_target_language() -> None:
    answers = {"Seite": "Страница"}
    assert located("Auf der <b>Seite</b>.", "На странице.", answers, RUSSIAN) == [("странице", SPAN)]
    assert located("Im <b>Kreml</b>.", "В Кремле.", {}, RUSSIAN) == [("Кремле", SAME)]


def test_a_pair_is_looked_for_within_the_one_around_it() -> None:
    text = "Anna sah <b>die alte <i>Anna</i></b>."
    answers = {"die alte Anna": "old Anna"}
    assert located(text, "Anna saw old Anna.", answers) == [("old Anna", SPAN), ("Anna", SAME)]
    assert located(text, "Anna saw Anna.", answers) == [None, None]


def test_a_pair_around_all_that_is_in_another_goes_with_it() -> None:
    assert located("Hier ist <b><i>Anna</i></b>.", "Anna is here.") == [("Anna", SAME), ("Anna", SAME)]


def test_pairs_that_claim_the_same_words_belong_nowhere() -> None:
    answers = {"Haus": "house", "Gebäude": "house"}
    assert located("Das <b>Haus</b>, ein <i>Gebäude</i>.", "The house, a hut.", answers) == [None, None]


def wanted(text: str, translation: str, answers: dict[str, str], *asked: str) -> list[str]:
    return list(ladder.wanted(stripped(text, TAGS), translation, answers, asked, GERMAN))


def test_what_is_in_a_pair_without_a_place_is_asked_for_once() -> None:
    text = "Das <b>Haus</b> von <i>Anna</i> ist alt."
    assert wanted(text, "Anna's house is old.", {}) == ["Haus"]
    assert wanted(text, "Anna's house is old.", {"Haus": "house"}, "Haus") == []
    assert wanted(text, "Anna's hut is old.", {"Haus": "house"}, "Haus") == [], "the parts are too short"


def test_the_parts_between_tags_are_asked_for_if_nothing_else_helps() -> None:
    text = "Das alte Haus ist <b>sehr viel größer</b> als man denkt."
    parts = ["Das alte Haus ist", "sehr viel größer", "als man denkt."]
    assert wanted(text, "Nothing.", {}) == [parts[1]]
    assert wanted(text, "Nothing.", {}, parts[1]) == [parts[0], parts[2]]
    assert wanted(text, "Nothing.", {}, *parts) == []


def test_a_text_with_very_many_pairs_is_not_searched() -> None:
    text = "".join(f"<b>Anna{number}</b> und " for number in range(101))
    translation = stripped(text, TAGS).words
    assert set(located(text, translation)) == {None}
    assert wanted(text, translation, {}) == []
