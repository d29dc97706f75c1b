"""What is seen at a glance to be in order, which saves most of the time, is what a closer look finds in order, too."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.checks import checks, names
from l10n.pairs.pair import Pair

NAMES = checks()["names"].pair
REPETITION = checks()["repetition"].pair
_SOURCES = (
    *("Olaf Schulte", "Karin Behrens", "Olaf", "Behrens", "McDonald", "O’Brien", "Al’Din’s Laden", "Meyer-Schulze"),
    *("gestern sprachen", "yesterday spoke", "und", "Mai", "nach Baku", "in Hamburg", "Die Regierung", "von", "2010"),
    *("die OPEC", "„Olaf Schulte“", "“White House”", "(", ",", "."),
)
_TARGETS = (
    *("Вчера они говорили", "вчера они говорили", "о нём", "Олаф Шульте", "олаф шульте", "карин беренс", "Карин"),
    *("в баку", "в Гамбурге", "ОПЕК", "Olaf Schulte", ",", "."),
)
_WORD = st.sampled_from(("rot", "grün", "blau", "gelb", "weiß", "grau"))


@given(
    st.lists(st.sampled_from(_SOURCES), min_size=2, max_size=7),
    st.lists(st.sampled_from(_TARGETS), min_size=1, max_size=4),
    st.sampled_from(("de", "en")),
)
@example(["yesterday spoke", "Olaf"], ["вчера говорил олаф"], "en")
@example(["gestern sprachen", "Olaf", "Mai", "und", "Schulte"], ["вчера олаф и шульте"], "de")
def test_no_name_is_missed_for_having_been_ruled_out_early(source: list[str], target: list[str], lang: str) -> None:
    pair = Pair(" ".join(source), " ".join(target), lang, "ru")
    assert NAMES
    quick = list(NAMES(pair))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(names, "_candidates", lambda _, pair: names._perhaps_names(pair))
        assert quick == list(NAMES(pair))


@given(st.lists(_WORD, unique=True, min_size=2), st.integers(1, 3), st.integers(0, 6))
def test_a_phrase_that_is_there_twice_is_found_wherever_it_stands(words: list[str], size: int, start: int) -> None:
    phrase = words[start : start + size]
    text = " ".join((*words[: start + size], *phrase, *words[start + size :]))
    assert REPETITION
    hits = [hit.message for hit in REPETITION(Pair("Das sind Farben.", text, "de", "de"))]
    assert bool(hits) == bool(phrase)
    assert not phrase or hits == [f"repeated: “{' '.join((*phrase, *phrase))}”"]
