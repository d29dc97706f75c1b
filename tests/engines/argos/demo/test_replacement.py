from __future__ import annotations

import pytest

from l10n.engines.argos.demo.replacement import Replacement, edges, replacements


def test_a_word_is_known_after_a_space_and_after_anything_else_in_both_cases() -> None:
    same = {"das": "the", "Das": "The", " das": " the", " Das": " The"}
    assert {text: replacement.alone for text, replacement in replacements({"das": "the"}, "de", "en").items()} == same


def test_a_word_that_continues_is_copied_and_a_space_before_it_is_no_letter() -> None:
    known = replacements({"das": "the"}, "de", "en")
    assert known["das"] == Replacement("the", "das", "das", "das")
    assert known[" das"] == Replacement(" the", " the", " das", " das")


def test_a_phrase_that_continues_keeps_the_translation_of_its_other_words() -> None:
    gloss = {"auf": "on", "dem": "the", "auf dem Weg": "under way", "dem Weg": "the way"}
    assert replacements(gloss, "de", "en")["auf dem Weg"] == Replacement(
        "under way", "auf the way", "on the Weg", "auf the Weg"
    )


def test_a_capital_of_its_own_wins_over_the_one_derived() -> None:
    known = replacements({"sie": "they", "Sie": "you"}, "de", "en")
    assert known["Sie"].alone == "you"


def test_a_dropped_word_has_pieces_for_the_openers() -> None:
    known = replacements({"der": "", "der Hund": "dog"}, "de", "en")
    assert known[" der"].alone == known["der"].alone == ""
    assert known["„der "].alone == "„"
    assert known["„der Hund"].alone == "„dog"
    assert known["„Der "].alone == "„"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ab", (True, True, False), id="letters"),
        pytest.param(" ab", (False, True, False), id="space"),
        pytest.param("a.", (True, False, False), id="full stop"),
        pytest.param("’", (False, False, True), id="apostrophe"),
        pytest.param("'s", (True, True, False), id="apostrophe and letter"),
        pytest.param("s'", (True, True, False), id="letter and apostrophe"),
        pytest.param(" '", (False, False, False), id="opening quote"),
        pytest.param("\u00ad", (True, True, False), id="soft hyphen"),
        pytest.param("-", (False, False, False), id="hyphen"),
        pytest.param("<0xF0>", (False, False, False), id="byte"),
    ],
)
def test_edges_tell_letters_from_anything_else(text: str, expected: tuple[bool, bool, bool]) -> None:
    assert edges(text) == expected
