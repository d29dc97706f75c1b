"""Dates, with what cannot be right about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.dates import WrittenDate, dates, wrong_weekdays
from l10n.text.meanings import meanings
from l10n.text.words import word_pattern


@pytest.mark.parametrize(
    ("text", "lang", "date"),
    [
        ("am 31. Februar 2024", "de", (31, 2, 2024)),
        ("am 30.02.2024", "de", (30, 2, 2024)),
        ("on 30 February", "en", (30, 2, None)),
        ("on February 30th", "en", (30, 2, None)),
        ("on February 30, 2024", "en", (30, 2, 2024)),
        ("31 апреля 2024 года", "ru", (31, 4, 2024)),
        ("31 квітня", "uk", (31, 4, None)),
        ("31 aprel", "az", (31, 4, None)),
        ("am 29. Februar 2023", "de", (29, 2, 2023)),
    ],
)
def test_a_day_that_there_is_not(text: str, lang: str, date: tuple[int, int, int | None]) -> None:
    (written,) = dates(text, lang)
    assert written[1:] == date
    assert not written.exists


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("am 29. Februar", "de"),
        ("am 29. Februar 2024", "de"),
        ("on May 31, 2024", "en"),
        ("31 мая", "ru"),
        ("Im Februar 31 Menschen", "de"),
        ("In February 31 people", "en"),
        ("seit 2031. Februar", "de"),
        ("Version 31.02.7", "de"),
    ],
)
def test_what_is_a_day_or_no_date(text: str, lang: str) -> None:
    assert all(written.exists for written in dates(text, lang))


@pytest.mark.parametrize(
    ("text", "lang", "wrong"),
    [
        ("Montag, den 7. Mai 2024", "de", True),
        ("Montag, den 6. Mai 2024", "de", False),
        ("am Montag (7.5.2024)", "de", True),
        ("Monday, May 7, 2024", "en", True),
        ("Monday, 6 May 2024", "en", False),
        ("понедельник, 7 мая 2024 года", "ru", True),
        ("Am Montag kam er, und am 7. Mai 2024 ging er", "de", False),
        ("Montag, den 7. Mai", "de", False),
        ("Montag, den 7. Mai 1824", "de", False),
    ],
)
def test_a_day_of_the_week_that_is_another_one(text: str, lang: str, wrong: bool) -> None:
    words = [word.lower() for word in word_pattern(lang).findall(text)]
    assert bool(list(wrong_weekdays(text, lang, meanings(text, words, lang)))) is wrong


def test_a_date_tells_where_it_stands() -> None:
    assert dates("Am 7. Mai 2024 kam er.", "de") == [WrittenDate((3, 14), 7, 5, 2024)]


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1000, 2999), st.sampled_from(("", " ", "\u00a0", "\u202f")))
def test_a_date_in_figures_is_found_with_whatever_space(day: int, month: int, year: int, space: str) -> None:
    (written,) = dates(f"Es war am {day}.{space}{month}.{space}{year} in 3 Orten.", "de")
    assert written[1:] == (day, month, year)


def test_arabic_marks_are_full_stops_in_dates() -> None:
    assert [written[1:] for written in dates("٣٫١٠٫٢٠٢٤", "ar")] == [(3, 10, 2024)]
