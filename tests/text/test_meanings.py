"""Words of a known meaning: the lists say of each pattern how it begins, and know the words of their language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.languages import LANGUAGES
from l10n.model import Span
from l10n.text.apostrophe import alike
from l10n.text.meanings import KINDS as SEARCHED
from l10n.text.meanings import meaning_at, meanings, vocabulary

KINDS = (*SEARCHED, "units")
LISTS = [(lang, kind) for lang in LANGUAGES for kind in KINDS]


def counted(text: str, lang: str, kind: str, *, sure: bool = False) -> dict[str, int]:
    words = [word.lower() for word in re.findall(r"\w+", text)]
    mentioned = meanings(text, words, lang).mentioned(kind, sure=sure)
    return {meaning: len(spans) for meaning, spans in mentioned.items()}


@pytest.mark.parametrize(("lang", "kind"), LISTS)
def test_a_pattern_begins_with_letters_that_it_can_be_looked_up_by(lang: str, kind: str) -> None:
    for senses in vocabulary(lang, kind).by_start.values():
        for sense in senses:
            written = sense.pattern.pattern.removeprefix(r"(?<!\w)(?:").removesuffix(r")(?!\w)")
            first = re.match(r"[^\W\d_]+", written)
            assert first, written
            rest = written[first.end() :]
            letters = first.end() - rest.startswith(("?", "*"))
            assert letters >= 3 or not rest or (rest[0] in " -.\\(" and not rest.startswith((r"\w", "(?:"))), written


@pytest.mark.parametrize("kind", KINDS)
def test_all_languages_know_the_same_meanings(kind: str) -> None:
    known = {
        lang: {sense.meaning for senses in vocabulary(lang, kind).by_start.values() for sense in senses}
        for lang in LANGUAGES
    }
    assert all(own <= known["de"] for own in known.values())
    assert all(known["de"] - own <= {str(number) for number in range(11, 20)} for own in known.values())


@pytest.mark.parametrize(
    ("text", "lang", "kind", "found"),
    [
        ("İtaliyada və Fransada", "az", "countries", {"IT": 1, "FR": 1}),
        ("a polish for Poles, a turkey for Turkey", "en", "countries", {"PL": 1, "TR": 1}),
        ("у п'ятницю, п’ятниця, пʼятниці", "uk", "weekdays", {"fri": 3}),
        ("Сначала в Ригу, потом в рижский порт", "ru", "cities", {"riga": 2}),
        ("5 € und 3 US-Dollar", "de", "currencies", {"EUR": 1, "USD": 1}),
        ("South Korea", "en", "countries", {"KR": 1, "KP": 1}),
        ("zwei von zweien", "xx", "number_words", {}),
    ],
)
def test_meanings_are_counted(text: str, lang: str, kind: str, found: dict[str, int]) -> None:
    assert counted(text, lang, kind) == found


def test_one_text_may_mention_things_of_several_kinds() -> None:
    text = "Am Montag flogen zwei Minister für 300 € nach Riga und Polen"
    assert {kind: counted(text, "de", kind) for kind in SEARCHED} == {
        "weekdays": {"mon": 1},
        "currencies": {"EUR": 1},
        "countries": {"PL": 1},
        "cities": {"riga": 1},
        "number_words": {"2": 1},
    }


def test_a_word_that_may_mean_it_does_not_show_it() -> None:
    assert counted("South Korea", "en", "countries", sure=True) == {"KR": 1}
    assert counted("100 pounds", "en", "currencies") == {"GBP": 1}
    assert counted("100 pounds", "en", "currencies", sure=True) == {}


@pytest.mark.parametrize(
    ("text", "lang", "meaning"),
    [("5 km entfernt", "de", "km"), ("5-километровый", "ru", "km"), ("5 днів", "uk", "day"), ("5 ay", "az", "month")],
)
def test_the_unit_after_a_number(text: str, lang: str, meaning: str) -> None:
    unit = meaning_at(text, 1, lang, "units")
    assert unit
    assert unit[0] == meaning


_PIECES = (
    "Montag",
    "montags",
    "Deutsche",
    "deutsch",
    "deu",
    "Berliner",
    "kein Berlin",
    "zwei",
    "ZWEI",
    "Zweifel",
    "drei",
)
_OTHERS = ("€", "$5", "п’ять", "сім'я", "понеділок", "İran", "ıran", "USA", "Große", "euro_", "1", ",", "-", "·", "")


@given(
    st.lists(st.sampled_from((*_PIECES, *_OTHERS)) | st.text("aeiounrstdlkИиıİ'’ʼ", max_size=5)), st.sampled_from(LISTS)
)
def test_the_quick_way_by_the_words_finds_what_every_pattern_finds(pieces: list[str], of: tuple[str, str]) -> None:
    lang, kind = of
    text = " ".join(pieces)
    lower = [word.lower() for word in re.findall(r"\w+", alike(text))]
    folded = alike(text).translate(str.maketrans("İı", "Ii"))
    slow: dict[str, set[Span]] = {}
    by_start, signs = vocabulary(lang, kind)
    for sense in (*(sense for senses in by_start.values() for sense in senses), *signs.values()):
        for span in sense.places(folded, folded.lower()):
            slow.setdefault(sense.meaning, set()).add(span)
    quick = meanings(text, lower, lang).mentioned(kind) if kind in SEARCHED else slow
    assert quick.keys() == slow.keys()
    assert all(set(spans) <= slow[meaning] for meaning, spans in quick.items())
