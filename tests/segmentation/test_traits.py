"""Rules that are not asked would have said nothing."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.languages import LANGUAGES
from l10n.segmentation.end_mark import Decision
from l10n.segmentation.engine import END, decision, end_mark, ends, starts
from l10n.segmentation.rules import table
from l10n.segmentation.traits import by_traits, traits
from l10n.segmentation.words import words
from tests.growing import takes_time_with_its_size
from tests.segmentation.test_properties import LANGS, TEXTS


@given(st.one_of(TEXTS, st.text(".!。？ a1,\u200b»”:)🙂", max_size=12)))
def test_ends_are_those_that_a_search_finds(text: str) -> None:
    searched = [(end.start(), *end.groups(), end.end()) for end in END.finditer(text)]
    assert list(ends(text)) == searched


@pytest.mark.parametrize("text", [".", "!", "…", "。"])
@pytest.mark.parametrize("after", ["", "a", " "])
def test_a_row_of_end_marks_is_gone_through_once(text: str, after: str) -> None:
    assert takes_time_with_its_size(lambda size: list(ends(f"{text * size}{after}")), 2_000)


@given(TEXTS, LANGS)
def test_the_decision_is_that_of_all_rules(text: str, lang: str) -> None:
    for end in ends(text):
        mark = end_mark(text, end, 0, words(lang))
        asked = by_traits(table(lang))[traits(mark)]
        assert decision(mark, asked) is decision(mark, table(lang))
        assert all(rule(mark) is None or rule in asked for rule in table(lang) if mark.next)


_BEFORE = ["", "Das ", "Das Haus ", "Das, ", "Das (", "Das (so, ", "В 1990 ", "Er so: „Er "]
_LAST = ["haus", "so", "brm", "XIV", "A", "a", "г", "r.o", "r-o", "zwölf3"]
_AFTER = ["Haus", "haus", "1 Haus", "“Haus“", "Er kam“ so", "(so)", "– so", "© so"]


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_segments_begin_where_all_rules_want_it(lang: str) -> None:
    own = words(lang)
    listed = [*own.abbreviations, *(f"Chef{ending}" for ending in own.abbreviated_endings)]
    after = [*_AFTER, *(f"{word}. 2, so" for word in own.editions)]
    texts = [*product(_BEFORE, _LAST, after), *product(["", "Das "], [*listed, *map(str.capitalize, listed)], ["Haus"])]
    for before, last, following in texts:
        _assert_that_rules_want(f"{before}{last}. {following}", lang)


@given(TEXTS, LANGS)
def test_segments_of_any_text_begin_where_all_rules_want_it(text: str, lang: str) -> None:
    _assert_that_rules_want(text.replace("\u00ad", ""), lang)  # a soft hyphen is not seen


def _assert_that_rules_want(text: str, lang: str) -> None:
    wanted = [0]
    for end in ends(text):
        if decision(end_mark(text, end, wanted[-1], words(lang)), table(lang)) is Decision.SPLIT:
            wanted.append(end.end)
    assert starts(text, _tables(lang), words(lang)) == wanted[1:], text


_tables = cache(lambda lang: by_traits(table(lang)))


@given(LANGS)
def test_most_rules_wait_for_a_trait(lang: str) -> None:
    usual, all_traits = by_traits(table(lang))[0], by_traits(table(lang))[-1]
    assert all_traits == table(lang)
    assert len(usual) < len(all_traits)
