"""Numbers and names of the query in the translation of the unit, and what that does to the score."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.memory.similarity import match
from l10n.memory.unit import Query, Unit

MAY = "Am 9. Mai kam er."


@pytest.mark.parametrize(
    ("query", "source", "target", "language", "text"),
    [
        pytest.param("Am 10. Mai kam er.", MAY, "On 9 May he came.", "en", "On 10 May he came.", id="date"),
        pytest.param("Am 22. Mai kam er.", MAY, "On May 9th he came.", "en", "On May 22nd he came.", id="ordinal"),
        pytest.param("Am 12. Mai kam er.", MAY, "On May 9th he came.", "en", "On May 12th he came.", id="teen"),
        pytest.param("Am 10. Mai kam er.", MAY, "Он пришёл 9 мая.", "ru", "Он пришёл 10 мая.", id="ru"),
        pytest.param("2.345.678,50 Euro", "1.234,5 Euro", "1,234.5 euros", "en", "2,345,678.50 euros", id="groups"),
        pytest.param("2.345 Euro", "12 Euro", "12 євро", "uk", "2\u00a0345 євро", id="usual group"),
        pytest.param("999 Euro", "1.234 Euro", "1,234 euros", "en", "999 euros", id="no group"),
        pytest.param("Um 16.45 Uhr", "Um 15.30 Uhr", "О 15:30", "uk", "О 16:45", id="time"),
        pytest.param("4 Mio. Euro", "3 Mio. Euro", "3 million euros", "en", "4 million euros", id="million"),
        pytest.param("Von 2 bis 1", "Von 1 bis 2", "From 1 to 2", "en", "From 2 to 1", id="swapped"),
        pytest.param(
            "Die CDU sagt nein.", "Die SPD sagt nein.", "The SPD says no.", "en", "The CDU says no.", id="name"
        ),
        pytest.param("1950er Jahre", "1980er Jahre", "1980s", "en", "1950s", id="decade"),
    ],
)
def test_what_is_beyond_doubt_is_put_right(query: str, source: str, target: str, language: str, text: str) -> None:
    found = match(Query(query), Unit(source, target, "de", language))
    assert (found.score, found.text) == (99, text)


@pytest.mark.parametrize(
    ("query", "source", "target", "language"),
    [
        pytest.param("Am 10. Mai kam er.", MAY, "On the ninth of May he came.", "en", id="in words"),
        pytest.param("Am 10. Mai kam er.", MAY, "On 9/9 he came, on the 9.", "en", id="twice in the translation"),
        pytest.param("10 von 9", "9 von 9", "9 of them", "en", id="twice in the source"),
        pytest.param("1946 war es.", "1945 war es.", "1945-ci ildə idi.", "az", id="vowel harmony"),
        pytest.param("Um 16.45 Uhr", "Um 15.30 Uhr", "At 3:30 pm", "en", id="another clock"),
        pytest.param("4 Mio. Euro", "3 Mio. Euro", "3,000,000 euros", "en", id="another magnitude"),
        pytest.param("Die CDU sagt nein.", "Die SPD sagt nein.", "СДПГ против.", "ru", id="name in another script"),
    ],
)
def test_what_is_not_stays_and_costs(query: str, source: str, target: str, language: str) -> None:
    found = match(Query(query), Unit(source, target, "de", language))
    assert found.text == target
    assert found.score < 99


def test_a_number_between_other_words_is_put_right_too() -> None:
    found = match(Query("Am 10. Mai kam sie."), Unit(MAY, "On 9 May he came.", "de", "en"))
    assert found.text == "On 10 May he came."
    assert 75 <= found.score < 99


def test_the_score_is_that_of_the_formula() -> None:
    """One of five tokens, three of 18 characters: 50 · 1/5 + 50 · 3/18 = 18.3 are lost."""
    found = match(Query("Das Haus ist groß."), Unit("Das Haus war groß.", "", "de", "en"))
    assert found.score == int(100 - 50 * 1 / 5 - 50 * 3 / 18)


text = st.text(max_size=30) | st.lists(st.sampled_from(["Am", "9.", "10", "1.234,5", "Mai", "SPD", "3 Mio."])).map(
    " ".join
)


@given(text, text, text, st.sampled_from(["en", "ru", "az", "fr"]))
def test_no_text_is_too_odd_and_only_the_same_text_is_a_hundred(
    q: str, source: str, target: str, language: str
) -> None:
    found = match(Query(q), Unit(source, target, "de", language))
    assert 0 <= found.score <= 100
    assert (found.score == 100) == (q == source)
    assert found.text == target or q != source
