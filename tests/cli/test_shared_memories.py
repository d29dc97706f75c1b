"""Memories of others in the settings: what draft, review and search make of them, and what is wrong with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.memory.store import Memory
from l10n.memory.unit import Unit, UnitOrigin
from l10n.model import State
from tests.conftest import Run, WithoutRights

OLD = Unit("Das Haus ist alt.", "Дом уже стар.", "de", "ru", "", "", UnitOrigin.REVIEWED, "Anna")


@pytest.fixture
def press(project: Path) -> Path:
    """A memory in a folder of its own, with a penalty of 5."""
    path = project / "shared" / "press.db"
    with Memory(path) as memory:
        memory.add([OLD])
    _name(project, ("shared/press.db", 5))
    (project / "text.txt").write_text("Das Haus ist alt.\n", "utf-8")
    return path


def _name(project: Path, *files: tuple[str, int]) -> None:
    tables = (f'{{ file = "{file}", penalty = {penalty} }}' for file, penalty in files)
    (project / "l10n.toml").write_text(f'targets = ["ru"]\nmemories = [{", ".join(tables)}]\n')


def _marks(project: Path) -> list[str]:
    catalogue = po.read(project / "locales" / "ru" / "LC_MESSAGES" / "text.po")
    return [entry.comments[0] for entry in catalogue.entries if entry.comments]


def test_a_draft_says_which_memory_it_is_from(run: Run, project: Path, press: Path, packages: Path) -> None:
    before = press.read_bytes()
    run("draft", "text.txt", "--packages", packages, "--trust-exact")
    (entry,) = po.read(project / "locales" / "ru" / "LC_MESSAGES" / "text.po").entries
    assert (entry.msgstr, state(entry)) == ("Дом уже стар.", State.DRAFT)
    assert entry.comments[0].startswith("l10n-tm: 95% reviewed from press.db risk=")
    assert press.read_bytes() == before
    assert [path.name for path in press.parent.iterdir()] == ["press.db"]


def test_without_a_penalty_it_is_trusted_like_the_own_one(run: Run, project: Path, press: Path, packages: Path) -> None:
    _name(project, ("shared/press.db", 0))
    (project / "text.txt").write_text("Das Haus ist groß.\nDas Haus ist alt.\n", "utf-8")
    with Memory(press) as memory:
        memory.add([replace(OLD, previous="Das Haus ist groß.")])
    run("draft", "text.txt", "--packages", packages, "--trust-exact")
    *_, entry = po.read(project / "locales" / "ru" / "LC_MESSAGES" / "text.po").entries
    assert state(entry) is State.TRANSLATED
    assert entry.comments == ("l10n-tm: 100% reviewed Anna from press.db",)


def test_the_own_memory_comes_first(run: Run, project: Path, press: Path, packages: Path) -> None:
    _name(project, ("shared/press.db", 0))
    with Memory(project / "l10n.db") as memory:
        memory.add([Unit("Das Haus ist alt.", "Дом стар.", "de", "ru", "", "")])
    run("draft", "text.txt", "--packages", packages)
    assert [mark.split(" risk=")[0] for mark in _marks(project)] == ["l10n-tm: 100% human"]


def test_no_memory_does_without_the_shared_ones(run: Run, project: Path, press: Path, packages: Path) -> None:
    run("draft", "text.txt", "--packages", packages, "--no-memory")
    assert [mark.split()[0] for mark in _marks(project)] != ["l10n-tm:"]


def test_a_memory_whose_name_looks_like_a_mark_does_no_harm(
    run: Run, project: Path, press: Path, packages: Path
) -> None:
    name = "x risk=0.00 h=12345678 y.db"
    press.rename(press.with_name(name))
    _name(project, (f"shared/{name}", 5))
    run("draft", "text.txt", "--packages", packages)
    run("draft", "text.txt", "--packages", packages, "--redraft")
    (mark,) = _marks(project)
    assert mark.startswith("l10n-tm: 95% reviewed from x risk-0.00 h-12345678 y.db risk=")


def test_two_of_one_name_are_told_apart(run: Run, project: Path, press: Path, packages: Path) -> None:
    (project / "other").mkdir()
    press.rename(project / "other" / "press.db")
    with Memory(press):
        pass
    _name(project, ("shared/press.db", 5), ("other/press.db", 5))
    run("draft", "text.txt", "--packages", packages)
    assert _marks(project)[0].startswith("l10n-tm: 95% reviewed from other/press.db risk=")


def test_the_review_page_has_their_proposals(run: Run, project: Path, press: Path, packages: Path) -> None:
    run("draft", "text.txt", "--packages", packages, "--no-memory")
    run("review", "page", "-o", "page.html")
    assert "reviewed Anna from press.db" in (project / "page.html").read_text("utf-8")


def test_search_names_them_and_needs_no_memory_of_its_own(run: Run, project: Path, press: Path) -> None:
    assert run("memory", "search", "Haus").stdout.splitlines()[0] == " 95 %  de → ru  reviewed Anna from press.db"
    assert not (project / "l10n.db").exists()
    with Memory(project / "l10n.db") as memory:
        memory.add([Unit("Haus", "Дом", "de", "ru")])
    scores = [line for line in run("memory", "search", "Haus", "--to", "ru").stdout.splitlines() if "%" in line]
    assert scores == ["100 %  de → ru  human", " 95 %  de → ru  reviewed Anna from press.db"]
    assert "no translation memory" in run("memory", "search", "Haus", "--memory", "missing.db", code=2).stderr


def test_a_folder_that_cannot_be_written_is_enough(
    run_without_rights: WithoutRights, project: Path, press: Path
) -> None:
    press.chmod(0o444)
    press.parent.chmod(0o555)
    done = run_without_rights("memory", "search", "Haus")
    press.parent.chmod(0o755)
    assert (done.returncode, done.stderr) == (0, "")
    assert "from press.db" in done.stdout


def _without_column(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE unit DROP COLUMN markup")


def _with_older_forms(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM property")


def _of_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("damage", "message", "hint"),
    [
        pytest.param(Path.unlink, "no translation memory", "put one there", id="missing"),
        pytest.param(lambda path: path.write_bytes(b""), "not a translation memory", "name another", id="empty"),
        pytest.param(lambda path: path.write_text("x" * 5000), "not a translation memory", "name another", id="text"),
        pytest.param(_without_column, "made by an older l10n", "l10n memory stats --memory press.db", id="schema"),
        pytest.param(_with_older_forms, "made by an older l10n", "l10n memory stats --memory press.db", id="forms"),
        pytest.param(_of_the_future, "made by a newer l10n (schema 99)", "update l10n", id="newer"),
        pytest.param(_cut, "the translation memory is damaged", "restore it", id="cut"),
        pytest.param(_directory, "the translation memory cannot be read", "check the path", id="a folder"),
    ],
)
@pytest.mark.parametrize("command", [("memory", "search", "Haus"), ("review", "page", "-o", "page.html"), ("draft",)])
def test_what_cannot_be_used_is_named(
    run: Run,
    project: Path,
    press: Path,
    packages: Path,
    damage: Callable[[Path], object],
    message: str,
    hint: str,
    command: tuple[str, ...],
) -> None:
    if command != ("memory", "search", "Haus"):
        run("update", "text.txt")
        command += ("text.txt", "--packages", str(packages)) if command == ("draft",) else ()
    damage(press)
    done = run(*command, code=2)
    lines = [line for line in done.stderr.splitlines() if line.startswith(("error: ", "hint: "))]
    assert len(lines) == 2
    assert lines[0].startswith(f"error: {press}: {message}")
    assert lines[1].startswith(f"hint: {hint}" if "older" not in message else "hint: whoever may write")
    assert hint in lines[1]
    assert lines[1].endswith(f"it is one of the 'memories' of {project / 'l10n.toml'}")


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('memories = "press.db"', "'memories' must be tables"),
        ("memories = [{ penalty = 5 }]", "'memories[1].file' is missing"),
        ('memories = [{ file = "" }]', "'memories[1].file' is missing"),
        ('memories = [{ file = "a", points = 5 }]', "'memories[1].points' is unknown"),
        ('memories = [{ file = "a", penalty = 101 }]', "'memories[1].penalty' must be a whole number from 0 to 100"),
        ('[[memories]]\nfile = "a"\npenalty = "5"', "'memories[1].penalty' must be a whole number from 0 to 100"),
    ],
)
def test_settings_that_are_wrong_are_named(run: Run, project: Path, setting: str, message: str) -> None:
    (project / "l10n.toml").write_text(setting)
    assert message in run("memory", "search", "Haus", code=2).stderr
