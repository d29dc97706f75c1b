"""Several memories: what they say together, and that those of others stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.memory.memories import opened
from l10n.memory.readonly import ReadOnlyMemory
from l10n.memory.shared import SharedMemory
from l10n.memory.store import Memory
from l10n.memory.unit import MemoryMatch, Query, Unit
from tests.conftest import examples
from tests.memory.test_lookup import brute_force, queries, units

OLD = Unit("Das Haus ist alt.", "The house is old.", "de", "en")


def shared(path: Path, penalty: int = 0) -> SharedMemory:
    return SharedMemory(path, penalty, path.name, Path("l10n.toml"))


def _lowered(match: MemoryMatch | None, about: SharedMemory) -> MemoryMatch | None:
    if match is None:
        return None
    score = min(match.score, 100) - about.penalty if about.penalty else match.score
    return replace(match, score=score, memory=about.name)


def _scan(
    own: list[Unit], others: Sequence[tuple[SharedMemory, list[Unit]]], query: Query, threshold: int
) -> MemoryMatch | None:
    best = brute_force(own, query, 0)
    for about, known in others:
        match = _lowered(brute_force(known, query, 0), about)
        if match and (best is None or match.score > best.score):
            best = match
    return best if best and best.score >= threshold else None


penalties = st.tuples(*[st.sampled_from([0, 1, 5, 30, 100])] * 2)


@given(st.lists(units, max_size=5), st.lists(units, max_size=5), penalties, st.lists(queries, max_size=3), st.data())
@examples(30, thorough=500)
def test_several_memories_give_what_a_scan_of_all_of_them_gives(
    tmp_path_factory: pytest.TempPathFactory,
    known: list[Unit],
    others: list[Unit],
    points: tuple[int, int],
    wanted: list[Query],
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.mktemp("memories")
    threshold = data.draw(st.integers(50, 101))
    files = [shared(folder / f"{number}.db", penalty) for number, penalty in enumerate(points)]
    kept = []
    for path, content in ((folder / "own.db", known), (files[0].file, others), (files[1].file, others[1:])):
        with Memory(path) as memory:
            memory.add(content)
            kept.append(list(memory.units("de", "en")))
    with Memory(folder / "own.db") as own, opened(own, files) as memories:
        found = memories.matches(wanted, "de", "en", threshold)
    rest = list(zip(files, kept[1:], strict=True))
    assert found == [_scan(kept[0], rest, query, threshold) for query in wanted]


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.db"
    with Memory(path) as memory:
        memory.add([OLD])
    return path


def test_of_equal_matches_the_own_one_is_best(tmp_path: Path, theirs: Path) -> None:
    query = [Query(OLD.source)]
    with Memory(tmp_path / "own.db") as own, opened(own, [shared(theirs), shared(theirs, 1)]) as memories:
        assert [match and match.memory for match in memories.matches(query, "de", "en")] == ["theirs.db"]
        own.add([replace(OLD, target="The house is ancient.")])
        assert [match and (match.memory, match.text) for match in memories.matches(query, "de", "en")] == [
            ("", "The house is ancient.")
        ]


def test_an_exact_match_with_a_penalty_is_none(theirs: Path) -> None:
    with opened(None, [shared(theirs, 5)]) as memories:
        (match,) = memories.matches([Query(OLD.source)], "de", "en", 95)
        assert match
        assert match.score == 95
        assert memories.matches([Query(OLD.source)], "de", "en", 96) == [None]


def test_the_own_memory_is_not_asked_twice(theirs: Path) -> None:
    with Memory(theirs) as own, opened(own, [shared(theirs.parent / "." / "theirs.db", 5)]) as memories:
        assert [hit.score for hit in memories.search("Haus")] == [100]


def test_a_hit_that_two_memories_have_comes_once_from_the_own_one(tmp_path: Path, theirs: Path) -> None:
    with Memory(tmp_path / "own.db") as own, opened(own, [shared(theirs, 5)]) as memories:
        assert [(hit.score, hit.memory) for hit in memories.search("Haus")] == [(95, "theirs.db")]
        own.add([OLD, replace(OLD, source="Das Haus.")])
        assert [(hit.score, hit.memory) for hit in memories.search("Haus")] == [(100, ""), (100, "")]
        assert len(memories.search("Haus", limit=1)) == 1


def test_what_another_program_is_writing_is_seen(theirs: Path) -> None:
    with Memory(theirs) as writing:
        writing.add([replace(OLD, source="Das Haus ist neu.")])
        with ReadOnlyMemory(theirs) as reading:
            assert len(list(reading.units())) == 2


def test_what_changes_while_it_is_read_is_given_up(theirs: Path) -> None:
    with ReadOnlyMemory(theirs) as reading:
        with Memory(theirs) as writing:
            writing.add([replace(OLD, source=str(number)) for number in range(1000)])
        with pytest.raises(L10nError, match=r"theirs\.db: somebody has changed it while it was read"):
            reading.matches([Query(OLD.source)], "de", "en")


def test_nothing_is_written_to_it_or_beside_it(theirs: Path) -> None:
    before = {path: path.read_bytes() for path in theirs.parent.iterdir()}
    with ReadOnlyMemory(theirs) as reading:
        assert reading.matches([Query(OLD.source)], "de", "en") != [None]
        assert {path: path.read_bytes() for path in theirs.parent.iterdir()} == before
