"""Repairs that must keep off code and names and mend one mark only."""

from __future__ import annotations

import pytest

from l10n.checks import Hit, checks, mended
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.quotation import is_reversed, marks, quotations


def _hits(name: str, source: str, target: str, language: str = "en") -> list[Hit]:
    check = checks()[name].pair
    assert check
    return list(check(Pair(source, target, "de", language)))


def _repaired(name: str, source: str, target: str, language: str = "en") -> str:
    return mended(target, [edit for hit in _hits(name, source, target, language) for edit in hit.edits])


@pytest.mark.parametrize(
    ("name", "language", "source", "target", "repaired"),
    [
        ("dashes", "en", "Er ging – so", "He went -- so --all", "He went – so --all"),
        ("dashes", "en", "Er ging –", "“He went --”", "“He went –”"),
        ("dashes", "ru", "Nutze „a“", "--reference [--all] «--b»", "--reference [--all] «--b»"),
        ("spaces", "az", "Er sagte „Komm“.", "O ,,gəl'' dedi.", "O ,,gəl'' dedi."),
        ("spaces", "az", "Er sagte „Komm“.", "O ,gəl' dedi.", "O ,gəl' dedi."),
        ("spaces", "en", "„Eins“ und „zwei“.", 'He said " one " and " two ".', 'He said "one" and "two".'),
        ("spaces", "en", "„Eins“", "He said “ one ”", "He said “one”"),
        ("spaces", "en", "Das Zeichen „ “", 'The sign " ", a', 'The sign " ", a'),
        ("spaces", "en", "5 mal 6 Zoll", '5" x 6" ', '5" x 6"'),
        ("spaces", "en", "Er sagte „Ja“", "He said »Yes«  so", "He said »Yes« so"),
        ("spaces", "en", "Nutze System.Collections, bitte", "Do,use System.Collections", "Do, use System.Collections"),
        (
            "spaces",
            "en",
            "Nutze System.Collections.",
            "Use System.Collections.Please.",
            "Use System.Collections. Please.",
        ),
        ("spaces", "en", "Er kam. Sie ging.", "He came .She went ,alone.", "He came. She went, alone."),
        ("spaces", "en", "Er kam, sah", "He came  ,saw", "He came, saw"),
        ("spaces", "en", "Alt (neu)", "House(old)", "House (old)"),
        ("spaces", "en", "Die Funktion print (siehe a(b))", "The function print(name)", "The function print (name)"),
        ("quotes", "en", 'printf("x") und „b“', 'printf("x") and "b"', 'printf("x") and “b”'),
        ("quotes", "en", "»Ja«, sagte er.", "»Yes«, he said.", "“Yes”, he said."),
        ("quotes", "ru", "»Ja«, sagte er.", "»Да«, сказал он.", "«Да», сказал он."),
        ("control-characters", "en", "Müller", "M\ufffdll\u00ader", "M\ufffdller"),
    ],
)
def test_a_repair_mends_what_is_wrong_and_nothing_else(
    name: str, language: str, source: str, target: str, repaired: str
) -> None:
    assert _repaired(name, source, target, language) == repaired


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        *((f"раз{one}два.", "раз два.") for one in "\u2028\u2029\x85\x0b\x0c\r\x1c\x1f"),
        *((f"раз{one}два.", f"раз{one}два.") for one in ("\u200b", "\x07", "\x00", "\x9f", "\x07\u200b", "\ud800")),
        *((f"раз{one}два.", "раздва.") for one in ("\u00ad", "\u2060", "\ufeff", "\u200d", "\u200e", "\u00ad\ufeff")),
        *((f"раз{one} два{one}, три{one}", "раз два, три") for one in "\u2028\x0c\u200b\x07\u00ad\ufeff"),
        ("\u2028раз\u2029", "раз"),
        ("раз\r\nдва", "раз\nдва"),
        ("раз.\u2028Два", "раз. Два"),
        ("раз\x07\u2028\u200b\x0cдва", "раз два"),
        ("раз\u00ad\x07два", "раз\x07два"),
        ("раз\u200e\u200b\u2066два", "раз\u200bдва"),
        ("раз\u0301\u200bдва", "раз\u0301\u200bдва"),
        ("раз\u200b5", "раз\u200b5"),
        ("до\u200dм и 👩\u200d🚒", "дом и 👩\u200d🚒"),
        ("имя «می\u200cخواهم»", "имя «می\u200cخواهم»"),
    ],
)
def test_what_nobody_sees_goes_without_gluing_words(text: str, repaired: str) -> None:
    assert _repaired("control-characters", "Eins, zwei.", text, "ru") == repaired


def test_what_may_keep_words_apart_is_found_though_it_is_left_to_a_human_being() -> None:
    (hit,) = _hits("control-characters", "Eins", "раз\u200bдва")
    assert (hit.span, hit.edits) == ((3, 4), ())


@pytest.mark.parametrize("lost", ["\ufffd", "\ufffc"])
def test_a_lost_character_is_an_error_that_only_a_human_being_can_mend(lost: str) -> None:
    (hit,) = _hits("control-characters", "Herr Müller", f"Mr M{lost}ller")
    assert hit.span == (4, 5)
    assert not hit.edits
    assert not _hits("control-characters", f"M{lost}", f"M{lost}")


@pytest.mark.parametrize(
    "target",
    ['"%s".', '("%s")', '“a” ("%s"), "b".', '<b>"%s"</b>, “a”', '“He said <b>"x"</b>”', '“a” <b>"x</b>", y'],
)
def test_quotation_marks_at_placeholders_and_tags_have_their_partners(target: str) -> None:
    assert not [hit for hit in _hits("quotes", "„%s“ <b>x</b>", target) if hit.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "expected"), [("»Ja«", True), ("Er: »Ja«", True), ("Да» и «Нет»", False), ("ja« »", False), ("", False)]
)
def test_german_guillemets_are_told_by_the_first(text: str, expected: bool) -> None:
    assert is_reversed(text) is expected


def test_inner_quotations_come_before_the_outer() -> None:
    pairs = [(opening.position, closing.position) for opening, closing in quotations(marks("„a ‚b‘ c“ »"))]
    assert pairs == [(3, 5), (0, 8)]


def test_where_a_script_has_no_spaces_the_invisible_one_keeps_its_words_apart() -> None:
    assert not _hits("control-characters", "Das Haus ist alt", "ផ្ទះ\u200bចាស់\u200b %s", "km")
    (hit,) = _hits("control-characters", "Das Haus ist alt", "Дом \u200bстарый")
    assert hit.edits
