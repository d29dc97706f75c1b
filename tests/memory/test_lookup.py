"""The index finds what a comparison with every unit finds."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.memory import lookup
from l10n.memory.lookup import rank
from l10n.memory.similarity import match
from l10n.memory.store import Memory
from l10n.memory.translations import Key
from l10n.memory.unit import MemoryMatch, Query, Unit, UnitOrigin
from tests.conftest import ARTICLE


def brute_force(units: list[Unit], query: Query, threshold: int) -> MemoryMatch | None:
    """What the look-up promises: the best of all."""
    ranked = [(match(query, unit), number) for number, unit in enumerate(units)]
    best = max(ranked, key=lambda one: rank(*one), default=None)
    return best[0] if best and best[0].score >= threshold else None


words = st.sampled_from(
    [
        "Das",
        "das",
        "Haus",
        "Hauses",
        "ist",
        "SPD",
        "CDU",
        "9",
        "10",
        "1.234,5",
        "9.",
        ",",
        "alt",
        "<b>",
        "</b>",
        "<x1/>",
    ]
)
texts = st.lists(words, max_size=8).map(" ".join) | st.text("ab \n9.İß\ufffc¼", max_size=12)
contexts = st.sampled_from([None, "", "Das Haus"])
units = st.builds(
    Unit,
    texts,
    texts,
    st.just("de"),
    st.sampled_from(["en", "ru"]),
    contexts,
    contexts,
    st.sampled_from(list(UnitOrigin)),
    when=st.sampled_from(["", "2026-01-31", "2026-02-01T10:00:00Z"]),
    markup=st.sampled_from(["", "tags"]),
)
queries = st.builds(Query, texts, contexts, contexts, st.sampled_from(["", "tags"]))


@given(st.lists(units, max_size=12), st.lists(queries, min_size=1, max_size=4), st.integers(50, 101))
def test_the_look_up_finds_what_a_scan_of_all_units_finds(
    tmp_path_factory: pytest.TempPathFactory, given_units: list[Unit], wanted: list[Query], threshold: int
) -> None:
    with Memory(tmp_path_factory.mktemp("memory") / "l10n.db") as memory:
        memory.add(given_units)
        kept = list(memory.units("de", "en"))
        assert memory.matches(wanted, "de", "en", threshold) == [brute_force(kept, one, threshold) for one in wanted]


@pytest.mark.parametrize("threshold", [50, 60, 75, 90, 99, 100, 101])
def test_among_thousands_of_like_sentences_too(tmp_path: Path, threshold: int) -> None:
    choose = random.Random(7)
    vocabulary = ARTICLE.read_text("utf-8").split()
    known = [
        Unit(" ".join(choose.choices(vocabulary[:60], k=choose.randint(1, 14))), f"{number}", "de", "en")
        for number in range(3000)
    ]
    wanted = []
    for unit in choose.sample(known, 30):
        parts = unit.source.split()
        for _ in range(choose.randint(0, 4)):
            parts[choose.randrange(len(parts))] = choose.choice(vocabulary)
        wanted.append(Query(" ".join(parts)))
    with Memory(tmp_path / "l10n.db") as memory:
        memory.add(known)
        kept = list(memory.units())
        found = memory.matches(wanted, "de", "en", threshold)
    assert found == [brute_force(kept, query, threshold) for query in wanted]
    assert any(found) == (threshold <= 100)


@pytest.mark.parametrize("threshold", [50, 75, 99])
def test_among_texts_of_hundreds_of_words_and_of_one_letter_too(tmp_path: Path, threshold: int) -> None:
    choose = random.Random(threshold)
    vocabulary = ARTICLE.read_text("utf-8").split()
    long = [" ".join(choose.choices(vocabulary[:200], k=choose.randint(240, 300))) for _ in range(4)]
    changed = [text.replace(choose.choice(text.split()), "anders") for text in long]
    letters = ["a" * choose.randint(240, 1000) + " b" * choose.randint(0, 300) for _ in range(20)]
    with Memory(tmp_path / "l10n.db") as memory:
        memory.add([Unit(text, "x", "de", "en") for text in (*long, *letters[:10])])
        kept = list(memory.units())
        wanted = [Query(text) for text in (*changed, *letters)]
        found = memory.matches(wanted, "de", "en", threshold)
    assert found == [brute_force(kept, query, threshold) for query in wanted]
    assert any(match and match.score < 100 for match in found)


def test_the_index_knows_what_was_added_since_by_whomever(tmp_path: Path) -> None:
    query = [Query("Das Haus ist alt.")]
    with Memory(tmp_path / "l10n.db") as one, Memory(tmp_path / "l10n.db") as other:
        assert one.matches(query, "de", "en") == [None]
        other.add([Unit("Das Haus ist alt!", "The house is old!", "de", "en")])
        (found,) = one.matches(query, "de", "en")
        assert found
        one.add([Unit("Das Haus ist alt.", "The house is old.", "de", "en")])
        (found,) = one.matches(query, "de", "en")
        assert found
        assert found.score == 100


def test_of_equal_matches_the_reviewed_one_is_best_then_the_newest(tmp_path: Path) -> None:
    def unit(target: str, origin: UnitOrigin, when: str) -> Unit:
        return Unit("Ja.", target, "de", "en", origin=origin, when=when)

    with Memory(tmp_path / "l10n.db") as memory:
        memory.add([unit("Yes.", UnitOrigin.HUMAN, "2026-01-03"), unit("Aye.", UnitOrigin.HUMAN, "2026-01-02")])
        assert _text(memory, "Ja.") == "Yes."
        memory.add([unit("Yup.", UnitOrigin.PUBLISHED, "2026-01-09")])
        assert _text(memory, "Ja.") == "Yes."
        memory.add([unit("Yeah.", UnitOrigin.HUMAN, "2026-01-04")])
        assert _text(memory, "Ja.") == "Yeah."
        memory.add([unit("Indeed.", UnitOrigin.REVIEWED, "2020-01-01")])
        assert _text(memory, "Ja.") == "Indeed."


def test_the_same_neighbours_win_over_a_signature(tmp_path: Path) -> None:
    here = Unit("Ja.", "Yes.", "de", "en", "Kommst du?", "")
    with Memory(tmp_path / "l10n.db") as memory:
        memory.add([here, Unit("Ja.", "Indeed.", "de", "en", "Ist das so?", "", UnitOrigin.REVIEWED)])
        (found,) = memory.matches([Query("Ja.", "Kommst  du?", "")], "de", "en")
        assert found == MemoryMatch(101, here, "Yes.", marked=True)
        (elsewhere,) = memory.matches([Query("Ja.", "Kommst du?", "Gut.")], "de", "en")
        assert elsewhere
        assert (elsewhere.score, elsewhere.text) == (100, "Indeed.")


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        (Query("Das ist <b>sehr</b> gut am 9. Mai", markup="tags"), "That is <b>very</b> good on 9 May", True),
        (Query("Das ist <b>sehr</b> gut am 10. Mai", markup="tags"), "That is <b>very</b> good on 10 May", True),
        (Query("Das ist <i>sehr</i> gut am 9. Mai", markup="tags"), "That is very good on 9 May", False),
        (Query("Das ist sehr gut am 9. Mai"), "That is very good on 9 May", False),
    ],
)
def test_sentences_are_the_same_without_their_tags(tmp_path: Path, query: Query, text: str, marked: bool) -> None:
    unit = Unit("Das ist <b>sehr</b> gut am 9. Mai", "That is <b>very</b> good on 9 May", "de", "en", markup="tags")
    with Memory(tmp_path / "l10n.db") as memory:
        memory.add([unit])
        (match,) = memory.matches([query], "de", "en")
        assert match
        assert (match.text, match.marked) == (text, marked)
        assert match.score == (100 if query.text == unit.source else 99)
        assert [hit.score for hit in memory.search("sehr gut")] == [100]


def test_what_is_learnt_with_its_tags_later_is_known_by_its_words_then(tmp_path: Path) -> None:
    with Memory(tmp_path / "l10n.db") as memory:
        memory.add([Unit("<b>Ja</b>, das stimmt.", "<b>Yes</b>, that is so.", "de", "en")])
        memory.add([Unit("<b>Ja</b>, das stimmt.", "<b>Yes</b>, that is so.", "de", "en", markup="tags")])
        (match,) = memory.matches([Query("Ja, das stimmt.")], "de", "en")
        assert match
        assert (match.score, match.text) == (99, "Yes, that is so.")


def test_unknown_neighbours_are_not_the_same(tmp_path: Path) -> None:
    with Memory(tmp_path / "l10n.db") as memory:
        memory.add([Unit("Ja.", "Yes.", "de", "en")])
        (found,) = memory.matches([Query("Ja.")], "de", "en")
        assert found
        assert found.score == 100


def test_other_languages_have_their_own_matches(tmp_path: Path) -> None:
    with Memory(tmp_path / "l10n.db") as memory:
        memory.add([Unit("Ja.", "Да.", "de", "ru"), Unit("Ja.", "Taip.", "pl", "en")])
        assert memory.matches([Query("Ja.")], "de", "en") == [None]


def test_less_than_half_is_no_threshold(tmp_path: Path) -> None:
    with Memory(tmp_path / "l10n.db") as memory, pytest.raises(L10nError, match="49 %"):
        memory.matches([], "de", "en", 49)


def _text(memory: Memory, source: str) -> str | None:
    (found,) = memory.matches([Query(source)], "de", "en")
    return found.text if found else None


def test_what_packages_made_meanwhile_does_not_cost_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    original = lookup.Lookup

    def counted(connection: Any, source_language: str, language: str) -> lookup.Lookup:
        made.append(language)
        return original(connection, source_language, language)

    monkeypatch.setattr(lookup, "Lookup", counted)
    with Memory(tmp_path / "m.db") as memory:
        memory.add([Unit("Ein Haus.", "A house.", "de", "en")])
        for number in range(3):
            assert memory.matches([Query("Ein Haus.")], "de", "en")[0]
            memory.remember({Key(f"Satz {number}.", ("de-en-1.0",), ""): "{}"})
        memory.add([Unit("Ein Hund.", "A dog.", "de", "en")])
        assert memory.matches([Query("Ein Hund.")], "de", "en")[0]
    assert made == ["en", "en"]
