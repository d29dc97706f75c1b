"""What a catalogue does throughout is its custom, and no finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checking.conventions import conventions

TEXTS = st.lists(st.text(alphabet='aб "«»„“–—-.…%5\u00a0', max_size=12), max_size=12)


@given(texts=TEXTS, data=st.data())
def test_the_order_of_the_texts_is_nothing_to_the_custom(texts: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(texts))
    ours, theirs = conventions(texts), conventions(shuffled)
    assert (ours.straight_quotes, ours.hyphen_dashes, ours.straight_dots, ours.double_spaces) == (
        theirs.straight_quotes,
        theirs.hyphen_dashes,
        theirs.straight_dots,
        theirs.double_spaces,
    )


@pytest.mark.parametrize(
    ("texts", "name", "expected"),
    [
        pytest.param(['"a"', '"b"', "«c»"], "straight_quotes", True, id="more straight quotes"),
        pytest.param(['"a"', "«b»"], "straight_quotes", False, id="as many straight quotes"),
        pytest.param(["a - b"] * 4, "hyphen_dashes", True, id="more than a few hyphens"),
        pytest.param(["a - b"] * 3, "hyphen_dashes", False, id="a few hyphens"),
        pytest.param(["a - b"] * 4 + ["a – b"] * 80, "hyphen_dashes", False, id="few hyphens for so many dashes"),
        pytest.param(["a..."] * 2 + ["b…"], "straight_dots", True, id="more dots"),
        pytest.param(["a.  b"] * 4, "double_spaces", True, id="spaces after sentences"),
        pytest.param(["a.  b"] * 4 + ["c"] * 1000, "double_spaces", False, id="spaces in a large catalogue"),
        pytest.param(["5 %"] * 2 + ["5%"], "percent", " ", id="a space before percent"),
        pytest.param(["5 %"] * 2, "percent", None, id="too few percents to tell"),
    ],
)
def test_the_form_that_prevails_is_the_custom(texts: list[str], name: str, expected: object) -> None:
    assert getattr(conventions(texts), name) == expected


def test_many_small_beginnings_are_a_custom_as_well() -> None:
    assert conventions(["öffnet die Datei"] * 4 + ["Datei"] * 60).small_starts
    assert not conventions(["öffnet die Datei"] * 4 + ["Datei"] * 90).small_starts
