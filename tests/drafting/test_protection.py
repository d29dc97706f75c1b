"""What has to be copied: found, told apart from parts of something longer, and put back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.drafting.protection import around, lost, protected, sentinels
from l10n.drafting.scoring import Languages, finished
from l10n.glossary import Glossary, Term

SOCAR = Glossary((Term({"de": ("SOCAR",), "en": ("SOCAR",), "ru": ("SOCAR",)}, do_not_translate=True),))


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        pytest.param("Siehe https://a.de und https://a.de/b.", "See the page and https://a.de/b.", id="longer address"),
        pytest.param("Siehe https://a.de gut.", "See https://a.dexyz/abc well.", id="damaged address"),
        pytest.param("Siehe #Krieg und #Kriegsende.", "See the war and #Kriegsende.", id="longer hashtag"),
        pytest.param("Zwei %s und %s", "Two %s", id="one of two"),
    ],
)
def test_a_part_of_something_longer_is_not_the_item(text: str, translation: str) -> None:
    assert len(lost(protected(text, "de"), translation, "en")) == 1
    assert lost(protected(text, "de"), text, "en") == []


GLUED = ["%dx%d", "%dcm", "%(w)dx%(h)d", "%sx", "{n}px", "${x}s", "%1x%2", "<b>b</b>", "$xx", "&amp;b", "%%s", "%ld°C"]
FLAGS = [(), ("c-format",), ("python-format",), ("python-brace-format",), ("sh-format",), ("qt-format",)]


@pytest.mark.parametrize("flags", FLAGS, ids=str)
@given(parts=st.lists(st.sampled_from([*GLUED, " ", "Haus", "100 % sicher", " https://a.de/%s ", "3"]), max_size=6))
@example(parts=["3", "%sx", " https://a.de/%s "])
@example(parts=["%(w)dx%(h)d", " ", "%dcm", "%(w)dx%(h)d"])
@example(parts=["Haus", "%1x%2", "{n}px", "%dcm", "%dcm", " ", "%dcm", "%(w)dx%(h)d"])
def test_a_copy_has_lost_nothing_whatever_stands_beside_a_placeholder(flags: tuple[str, ...], parts: list[str]) -> None:
    text = "".join(parts)
    assert lost(protected(text, "de", flags=flags), text, "ru", flags) == []


@pytest.mark.parametrize(
    ("text", "translation", "gone"),
    [
        pytest.param("Haus %dx%d", "дом %dx%d", [], id="kept"),
        pytest.param("Haus %dx%d", "дом %dx", ["%d"], id="one of two"),
        pytest.param("%dcm", "%dсм", [], id="other letters behind it"),
        pytest.param("%(w)dx%(h)d", "%(w)d на %(h)d", [], id="letters between replaced"),
        pytest.param("%(w)dx%(h)d", "%(w)dx%(w)d", ["%(h)d"], id="the same twice"),
        pytest.param(
            '<a href="https://a.de">https://a.de</a>', '<a href="https://a.de">https://a.de</a>', [], id="link"
        ),
    ],
)
def test_placeholders_next_to_letters(text: str, translation: str, gone: list[str]) -> None:
    assert lost(protected(text, "en"), translation, "ru") == gone


@pytest.mark.parametrize("name", [":count", ":user_name", "$name", "!name", "%name%", "@name", ":smile:"])
def test_names_of_variables_are_copied(name: str) -> None:
    for text in (f"Haus {name}", f"({name}) Haus", f"{name}: Haus"):
        assert [item.text for item in protected(text, "de")] == [name]
        assert lost(protected(text, "de"), text, "ru") == []
    assert protected(f"Leser{name.replace('@', '-').replace('%', '')}, 100 %ige; Beispiel: gut :) 12:30 !", "de") == []


@pytest.mark.parametrize(
    "sentence", ["Siehe https://a.de/b.", "Siehe https://a.de?", "(max@a.de)", "Öffne bericht.pdf."]
)
def test_the_punctuation_of_the_sentence_does_not_belong_to_it(sentence: str) -> None:
    (item,) = protected(sentence, "de")
    assert item.text in {"https://a.de/b", "https://a.de", "max@a.de", "bericht.pdf"}
    assert lost([item], sentence, "en") == []


def test_a_name_of_the_glossary_is_kept_without_its_german_ending() -> None:
    found = protected("Das war SOCARs Plan.", "de", SOCAR)
    assert [item.text for item in found] == ["SOCAR"]
    assert lost(found, "That was SOCAR's plan.", "en") == []
    assert lost(found, "That was the plan of Socra.", "en") == ["SOCAR"]
    assert sentinels("Das war SOCARs Plan.", found)[0].text == "Das war X0X Plan."


@given(st.text(alphabet="aX0 %s{}.@/#-&;⟦[", max_size=40))
def test_pieces_are_the_text_and_sentinels_come_back(text: str) -> None:
    found = protected(text, "de")
    assert "".join(piece.text for piece in around(text, found)) == text
    for one in sentinels(text, found):
        assert one.restore(one.text) == text or not one.copied


def test_a_text_that_has_a_sentinel_itself_gets_another() -> None:
    text = "&amp;38X0X"
    assert all(one.restore(one.text) == text for one in sentinels(text, protected(text, "de")))


def test_long_rows_of_hyphens_are_no_trouble() -> None:
    assert protected("a-" * 20_000, "de") == []


@pytest.mark.parametrize(
    ("text", "translation", "expected"),
    [
        ("Die 1.234 und 5.678 Leute.", "The 1.234 and 5.678 people.", "The 1,234 and 5,678 people."),
        ("Leute usw", "People etc.", "People etc."),
        ("Bei Apple", "At Apple Inc.", "At Apple Inc."),
        ("Ein Haus", "A large house.", "A large house"),
        ("Der Befehl git hilft.", "git helps.", "git helps."),
        ("Variable my_var fehlt.", "my_var is missing.", "my_var is missing."),
        ("Das Haus ist alt.", "house is old", "House is old."),
    ],
)
def test_a_translation_is_finished_and_not_spoiled(text: str, translation: str, expected: str) -> None:
    assert finished(text, translation, Languages("de", "en"), protected(text, "de")) == expected
