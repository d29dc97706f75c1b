"""A project that version 0.1.0 has written: nothing is lost, no state is worse, only lines of marks differ."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.changes import unread
from l10n.catalogue.states import state
from l10n.model import Entry, State
from tests.conftest import ROOT, Run

OLD = ROOT / "tests" / "data" / "project-0.1.0"
CATALOGUES = ("locales/ru/LC_MESSAGES/a.po", "locales/en/LC_MESSAGES/a.po", "software/ru.po")


@pytest.fixture
def old(project: Path) -> Path:
    shutil.copytree(OLD, project, dirs_exist_ok=True)
    return project


def _states(run: Run, *paths: str) -> list[str]:
    rows = [(path, *line.split("\t")) for path in paths for line in run("review", "list", path).stdout.splitlines()]
    return [f"{path}\t{number}\t{found}" for path, number, _, found, *_ in rows]


def _others(path: Path) -> list[str]:
    """The lines that are no marks."""
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("# l10n-")]


def _told(run: Run, *paths: str) -> list[str]:
    wanted = (OLD / "states.tsv").read_text("utf-8").splitlines()
    return [line for line in wanted if line.startswith(paths)]


def test_states_are_read_as_version_010_read_them(run: Run, old: Path) -> None:
    assert _states(run, *CATALOGUES) == _told(run, *CATALOGUES)


COMMANDS: dict[str, Callable[[Run, Path], object]] = {
    "update": lambda run, packages: run("update"),
    "draft": lambda run, packages: run("draft", "--packages", packages),
    "normalize": lambda run, packages: run("normalize", "--keep-accepted", *CATALOGUES),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_next_command_that_writes_changes_lines_of_marks_and_nothing_else(
    run: Run, old: Path, packages: Path, command: str
) -> None:
    COMMANDS[command](run, packages)
    for path in CATALOGUES[:2]:
        text = (old / path).read_text("utf-8")
        assert text.count(" s=") > text.count("l10n-mt: ") > 0
        assert _others(old / path) == _others(OLD / path)
    assert _states(run, *CATALOGUES) == _told(run, *CATALOGUES)
    before = {path: (old / path).read_bytes() for path in CATALOGUES}
    COMMANDS[command](run, packages)
    assert {path: (old / path).read_bytes() for path in CATALOGUES} == before


def _without_flag(path: Path) -> Iterator[tuple[Entry, Entry]]:
    for entry in po.read(path).entries:
        yield entry, replace(entry.accepted(), previous=())


@pytest.mark.parametrize("path", CATALOGUES[:2])
def test_what_was_outdated_then_is_still_known_to_be_so_without_flag_and_old_source(path: str) -> None:
    """As `msgattrib --clear-fuzzy --clear-previous` leaves it, before any command of today has seen the file."""
    outdated = [after for before, after in _without_flag(OLD / path) if state(before) is State.OUTDATED]
    assert len(outdated) == 8
    assert [state(entry) for entry in outdated] == [State.OUTDATED_UNREAD] * 8
    assert not any(unread(replace(entry, msgstr="new")) for entry in outdated)


def test_a_sentence_that_comes_back_has_the_state_it_had(run: Run, old: Path) -> None:
    """Signed, accepted and unread ones: the notes of version 0.1.0 are enough."""
    text = (old / "a.txt").read_text("utf-8")
    for new, before in (
        ("39 Menschen", "38 Menschen"),
        ("vier Jahren", "drei Jahren"),
        ("halbe Nacht", "ganze Nacht"),
        ("langen Brief", "Brief"),
        ("schweigen.\nUnd", "schweigen, und"),
        ("worden, die", "worden.\nDie"),
    ):
        text = text.replace(new, before)
    (old / "a.txt").write_text(text + "Das Tor bleibt zu.\n", "utf-8")
    run("update", "--to", "ru")
    found = {entry.msgid: state(entry) for entry in po.read(old / CATALOGUES[0]).entries}
    wanted = {
        "38 Menschen kamen gestern aus dem Dorf.": State.TRANSLATED,
        "Seit drei Jahren steht der Garten leer.": State.REVIEWED,
        "Das Licht brannte die ganze Nacht im ersten Stock.": State.UNREAD,
        "Im Keller fand man einen Brief aus dem Jahr 1923.": State.TRANSLATED,
        "Die Nachbarn schweigen, und im Rathaus gibt es keine Auskunft.": State.REVIEWED,
        "Er war nie geöffnet worden.": State.REVIEWED,
        "Das Tor bleibt zu.": State.REVIEWED,
    }
    assert {msgid: found[msgid] for msgid in wanted} == wanted
