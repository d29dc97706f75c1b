from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents import inline
from l10n.drafting.linking import Tie
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import Rung
from l10n.drafting.tags.around import stripped
from l10n.drafting.tags.ladder import Ladder
from l10n.engines import Link, Links
from l10n.glossary import Glossary, Term
from tests.conftest import examples
from tests.drafting.tags import strategies

TAGS = inline.named("tags")
TERMS = Glossary((Term({"de": ("Kreml",), "ru": ("Кремль",), "en": ("Kremlin",)}),))
GERMAN = Languages("de", "en", TERMS)
RUSSIAN = Languages("de", "ru", TERMS)
SAME, SPAN, ATTENTION = Rung.SAME_WORDS, Rung.SPAN, Rung.ATTENTION


def located(
    text: str,
    translation: str,
    answers: dict[str, str] | None = None,
    languages: Languages = GERMAN,
    links: Links | None = None,
) -> list[tuple[str, Rung | None] | None]:
    """What of the translation is in each pair, and why."""
    locations = Ladder(stripped(text, TAGS), translation, answers or {}, languages, links).located()
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


def wanted(
    text: str, translation: str, answers: dict[str, str], *asked: str, links: Links | None = None
) -> list[str | Tie]:
    return list(Ladder(stripped(text, TAGS), translation, answers, GERMAN, links).wanted(asked))


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


DOGS = "The dog sees the dog."
DOG = {"Hund": "dog"}
FIRST, SECOND = (4, 7), (17, 20)
"""Where each dog is."""


def pulls(source: tuple[int, int], *targets: tuple[tuple[int, int], float]) -> Links:
    return tuple(Link(source, target, weight) for target, weight in targets)


@pytest.mark.parametrize(
    ("links", "where"),
    [
        pytest.param(pulls((4, 8), (FIRST, 0.9), (SECOND, 0.1)), FIRST, id="the first"),
        pytest.param(pulls((4, 8), (FIRST, 0.1), (SECOND, 0.9)), SECOND, id="the second"),
        pytest.param(pulls((4, 6), ((17, 18), 0.3), ((18, 20), 0.3), ((4, 5), 0.2)), SECOND, id="pieces of both"),
        pytest.param(pulls((4, 8), (SECOND, 0.1)), SECOND, id="little, but for the second only"),
        pytest.param(pulls((4, 8), (FIRST, 0.5), (SECOND, 0.4)), None, id="both"),
        pytest.param(pulls((19, 23), (FIRST, 0.9)), None, id="words that are not in the pair"),
        pytest.param(pulls((4, 8), ((8, 12), 0.9)), None, id="another word"),
        pytest.param((), None, id="none"),
    ],
)
def test_links_choose_between_equal_parts(links: Links, where: tuple[int, int] | None) -> None:
    (location,) = Ladder(stripped("Der <b>Hund</b> sieht den Hund.", TAGS), DOGS, DOG, GERMAN, links).located()
    assert (location and (location.span, location.rung)) == (where and (where, ATTENTION))


def test_two_pairs_of_the_same_words_each_get_their_own() -> None:
    tagged = stripped("Der <b>Hund</b> sieht den <i>Hund</i>.", TAGS)
    crossed = pulls((4, 8), (SECOND, 0.9)) + pulls((19, 23), (FIRST, 0.9))
    locations = Ladder(tagged, DOGS, DOG, GERMAN, crossed).located()
    assert [location and location.span for location in locations] == [SECOND, FIRST]


def test_links_choose_within_the_pair_around() -> None:
    text = "Anna: <b>der <i>Hund</i> sieht den Hund</b>."
    answers = DOG | {"der Hund sieht den Hund": "the dog sees the dog"}
    links = pulls((10, 14), ((10, 13), 0.1), ((23, 26), 0.8))
    there = located(text, "Anna: the dog sees the dog.", answers, links=links)
    assert there == [("the dog sees the dog", SPAN), ("dog", ATTENTION)]


@examples(40, thorough=2000)
@given(st.lists(strategies.links, max_size=8).map(tuple), st.data())
def test_links_alone_place_nothing_and_move_nothing(links: Links, data: st.DataObject) -> None:
    tagged = stripped(data.draw(strategies.tagged), TAGS)
    translation = data.draw(strategies.answers(tagged.words))
    answers = {tagged.inside(pair): data.draw(strategies.answers(tagged.inside(pair))) for pair in tagged.pairs}
    without = Ladder(tagged, translation, answers, GERMAN, ()).located()
    located_by_links = Ladder(tagged, translation, answers, GERMAN, links).located()
    assert all(before in (None, after) for before, after in zip(without, located_by_links, strict=True))
    unanswered = Ladder(tagged, translation, {}, GERMAN, links).located()
    assert ATTENTION not in {location.rung for location in unanswered if location}


def test_a_pair_that_is_certain_yields_to_no_link() -> None:
    tagged = stripped("Der <b>Hund</b> sieht <i>den Hund</i>.", TAGS)
    answers = DOG | {"den Hund": "the dog."}
    text = "A dog sees the dog."
    links = pulls((4, 8), ((15, 18), 0.9))
    locations = Ladder(tagged, text, answers, GERMAN, links).located()
    assert [location and (location.span, location.rung) for location in locations] == [None, ((11, 18), SPAN)]


def test_links_are_wanted_for_ties_once_and_before_the_parts() -> None:
    text = "Der alte Hund sieht <b>den Hund</b> von der Frau aus der Stadt."
    translation = "The old dog sees the dog of the woman; the dog."
    answers = {"den Hund": "the dog"}
    words = stripped(text, TAGS).words
    assert wanted(text, translation, {}) == ["den Hund"]
    assert wanted(text, translation, answers, "den Hund") == [Tie(words)]
    assert Tie(words) not in wanted(text, translation, answers, "den Hund", links=())
    assert wanted(text, "The old dog sees the dog.", answers, "den Hund") == [], "there is no tie"
    parts = stripped("Der alte Hund <b>sieht den Hund</b> von der Frau.", TAGS)
    tied = Ladder(parts, "Sees the dog, sees the dog.", {"sieht den Hund": "sees the dog"}, GERMAN, ())
    assert list(tied.wanted({"sieht den Hund"})) == ["Der alte Hund", "von der Frau."]
