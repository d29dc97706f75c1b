"""The file: shared, never silently lost, and never taken for what it is not."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.errors import L10nError, WriteError
from l10n.memory.drafts import FirstDraft
from l10n.memory.store import Memory
from l10n.memory.translations import Key
from l10n.memory.unit import Unit, UnitOrigin
from l10n.memory.units import Learning, Learnt

HOUSE = Unit("Das Haus.", "The house.", "de", "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "l10n.db"


def test_the_same_unit_is_kept_once_and_brought_up_to_date(path: Path) -> None:
    later = Unit(
        "Das Haus.", "The house.", "de", "en", None, None, UnitOrigin.REVIEWED, "Anna", "2026-02-01", "2026-01-01"
    )
    with Memory(path) as memory:
        assert memory.add([HOUSE, HOUSE]) == 1
        assert memory.add([later, HOUSE]) == 0
        assert list(memory.units()) == [later]


@pytest.mark.parametrize("published_first", [True, False])
def test_what_was_published_never_takes_the_place_of_what_people_accepted(path: Path, published_first: bool) -> None:
    accepted = replace(HOUSE, who="Anna", when="2026-01-31", created="2026-01-31")
    published = replace(HOUSE, origin=UnitOrigin.PUBLISHED, who="a.md + b.md", when="2026-11-30", created="2026-11-30")
    with Memory(path) as memory:
        memory.add([published, accepted] if published_first else [accepted, published])
        assert list(memory.units()) == [accepted]


def test_other_translations_and_other_neighbours_are_other_units(path: Path) -> None:
    others = [Unit("Das Haus.", "The home.", "de", "en"), Unit("Das Haus.", "The house.", "de", "en", "", "x")]
    with Memory(path) as memory:
        assert memory.add([HOUSE, *others]) == 3
        assert list(memory.units()) == [HOUSE, *others]


def _learning(target: str | None, msgctxt: str | None = None) -> Learning:
    return Learning(msgctxt, "Das Haus.", Unit("Das Haus.", target, "de", "en") if target else None)


def test_a_corrected_translation_replaces_what_was_learnt_from_its_entry(path: Path) -> None:
    with Memory(path) as memory:
        assert memory.learn("a.po", "en", [_learning("The hose.")]) == Learnt(new=1)
        assert memory.learn("a.po", "en", [_learning("The hose.")]) == Learnt(known=1)
        assert memory.learn("a.po", "en", [_learning("The house.")]) == Learnt(new=1, replaced=1)
        assert [unit.target for unit in memory.units()] == ["The house."]


def test_a_rejected_translation_is_forgotten(path: Path) -> None:
    with Memory(path) as memory:
        memory.learn("a.po", "en", [_learning("The hose.")])
        assert memory.learn("a.po", "en", [_learning(None)]) == Learnt(forgotten=1)
        assert not list(memory.units())


def test_what_another_entry_or_an_import_gave_too_stays(path: Path) -> None:
    with Memory(path) as memory:
        memory.learn("a.po", "en", [_learning("The house."), _learning("The house.", "other")])
        assert memory.learn("a.po", "en", [_learning(None)]) == Learnt()
        memory.add([HOUSE])
        assert memory.learn("a.po", "en", [_learning(None, "other")]) == Learnt()
        assert list(memory.units()) == [HOUSE]


def test_machine_translations_are_found_under_all_of_their_key_only(path: Path) -> None:
    key = Key("Das Haus.", ("de-en-1.0", "en-ru-1.9"), "beam=4")
    others = [key._replace(text="Haus"), key._replace(packages=("de-en-1.0",)), key._replace(settings="beam=5")]
    with Memory(path) as memory:
        memory.remember({key: "{}"})
        memory.remember({key: '{"text": "Дом."}'})
        assert memory.cached([key, *others]) == {key: '{"text": "Дом."}'}


def test_pruning_takes_what_uses_a_package_that_is_gone(path: Path) -> None:
    here, gone = Key("a", ("de-en-1.0",)), Key("a", ("de-en-1.0", "en-ru-1.0"))
    with Memory(path) as memory:
        memory.remember({here: "1", gone: "2"})
        assert memory.prune_translations({"de-en-1.0"}, dry_run=True) == 1
        assert memory.prune_translations({"de-en-1.0"}) == 1
        assert memory.cached([here, gone]) == {here: "1"}
        assert memory.prune_translations(before="2999") == 1
        assert memory.prune_translations(before="2999") == 0


def test_pruning_units_takes_what_fits_all_conditions(path: Path) -> None:
    old = Unit("Alt", "Old", "de", "en", when="2020-01-01")
    reviewed = Unit("Alt", "Aged", "de", "en", origin=UnitOrigin.REVIEWED, when="2020-01-01")
    new = Unit("Neu", "New", "de", "en", when="2026-01-01")
    with Memory(path) as memory:
        memory.add([old, reviewed, new])
        assert memory.prune_units(UnitOrigin.HUMAN, "2021-01-01", dry_run=True) == 1
        assert memory.prune_units(UnitOrigin.HUMAN, "2021-01-01") == 1
        memory.shrink()
        assert list(memory.units()) == [reviewed, new]


def test_the_first_draft_of_an_entry_stays_the_first(path: Path) -> None:
    first = FirstDraft("a", "en", None, "Das Haus.", "The hose.", "argos de-en-1.0", 0.3, "2026-01-31T00:00:00Z")
    later = FirstDraft("a", "en", None, "Das Haus.", "The house.", "l10n-tm")
    other = FirstDraft("a", "en", "", "Das Haus.", "The house.", "l10n-tm")
    with Memory(path) as memory:
        assert memory.keep_drafts([first]) == 1
        assert memory.keep_drafts([later, other]) == 1
        assert memory.first_drafts("a", "en") == [first, other]
        assert memory.first_drafts("a", "ru") == []


def test_characters_that_utf_8_cannot_hold_are_no_trouble(path: Path) -> None:
    with Memory(path) as memory:
        memory.add([Unit("a\udcff", "b\0c", "de", "en")])
        assert [(unit.source, unit.target) for unit in memory.units()] == [("a?", "b\0c")]


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from l10n.memory.store import Memory
from l10n.memory.unit import Unit
with Memory(Path(sys.argv[1])) as memory:
    for number in range(150):
        memory.add([Unit(f"{sys.argv[2]} {number}", "x", "de", "en")])
    print("done", flush=True)
    if sys.argv[3:]:
        sys.stdin.read()
"""


def test_processes_write_at_once_without_loss(path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, path, name]) for name in "abc"]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with Memory(path) as memory:
        assert len({unit.source for unit in memory.units()}) == 450


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_process_loses_nothing_that_it_had_written(path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(path), "a", "wait"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == b"done\n"
        writer.send_signal(signal.SIGKILL)
    with Memory(path) as memory:
        assert len(list(memory.units())) == 150


def test_a_newer_memory_is_left_alone(path: Path) -> None:
    Memory(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(L10nError, match="made by a newer l10n"):
        Memory(path)


def test_a_memory_of_an_earlier_version_learns_of_markup(path: Path) -> None:
    unit = Unit("<b>Ja</b>", "<b>Yes</b>", "de", "en")
    with Memory(path) as memory:
        memory.add([unit])
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE unit DROP COLUMN markup")
    connection.close()
    with Memory(path) as memory:
        assert list(memory.units()) == [unit]
        memory.add([replace(unit, markup="tags")])
        assert list(memory.units()) == [replace(unit, markup="tags")]


def test_what_is_no_memory_is_left_alone(tmp_path: Path, path: Path) -> None:
    path.write_text("Das Haus ist alt.\n" * 100)
    with pytest.raises(L10nError, match=r"l10n\.db: not a translation memory"):
        Memory(path)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(L10nError, match=r"other\.db: not a translation memory"):
        Memory(other)
    assert path.read_text() == "Das Haus ist alt.\n" * 100


def test_a_folder_in_the_way_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(WriteError, match=r"l10n\.db"):
        Memory(path)


def test_a_damaged_memory_is_told(path: Path) -> None:
    with Memory(path) as memory:
        memory.add([Unit(f"Das Haus {number}", "The house", "de", "en") for number in range(2000)])
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))
    with pytest.raises(L10nError, match="damaged"), Memory(path) as memory:
        list(memory.units())


def test_a_memory_that_cannot_be_written_is_told(path: Path) -> None:
    with Memory(path) as memory:
        memory._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(WriteError, match="cannot be written"):
            memory.add([HOUSE])


def test_reading_does_not_make_a_memory(path: Path) -> None:
    with pytest.raises(L10nError, match="no translation memory"):
        Memory(path, create=False)
    assert not path.exists()
