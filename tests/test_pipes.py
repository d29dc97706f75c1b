"""A pipe that stands where a file should go is written to, and stays what it is."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from l10n.files import write_bytes, writing
from tests.conftest import Run

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes, which this system has not")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.mark.parametrize("linked", [True, False])
def test_what_is_written_comes_out_of_the_pipe(tmp_path: Path, pipe: Path, linked: bool) -> None:
    target = pipe
    if linked:
        target = tmp_path / "link"
        target.symlink_to(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        write_bytes(target, b"whole")
        assert read.result(timeout=60) == b"whole"
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        with writing(target) as file:
            file.write(b"in ")
            file.write(b"parts")
        assert read.result(timeout=60) == b"in parts"
    assert pipe.is_fifo()
    assert target.is_symlink() == linked
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({pipe.name, target.name})


def test_a_catalogue_that_is_a_pipe_is_named_and_left_alone(run: Run, project: Path, pipe: Path) -> None:
    (project / "a.txt").write_text("Haus.\n")
    path = project / "locales" / "ru" / "LC_MESSAGES" / "a.po"
    path.parent.mkdir(parents=True)
    path.symlink_to(pipe)
    assert "a.po: no file, but a pipe or a device" in run("update", "a.txt", "--to", "ru", code=2).stderr
    assert pipe.is_fifo()
    assert path.is_symlink()


def test_drafts_in_place_need_a_file(run: Run, project: Path, pipe: Path) -> None:
    (project / "ru.po").symlink_to(pipe)
    for path in (pipe, project / "ru.po"):
        result = run("draft", "--po", path, "--dry-run", code=2)
        assert f"{path.name}: no file, but a pipe or a device" in result.stderr
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "command",
    [
        "normalize a.po",
        "check a.po --fix",
        "review approve a.po --entries all --by A",
        "review reject a.po --entries 1",
        "draft --po a.po",
    ],
)
def test_no_catalogue_is_changed_in_place_in_a_pipe(run: Run, project: Path, pipe: Path, command: str) -> None:
    (project / "a.po").symlink_to(pipe)
    assert "error: a.po: no file, but a pipe or a device\nhint: " in run(*command.split(), code=2).stderr
    assert pipe.is_fifo()
    assert (project / "a.po").is_symlink()


def test_a_pipe_in_a_project_is_not_waited_for(run: Run, project: Path) -> None:
    name = "omegat/project_save.tmx"
    (project / "a.txt").write_text("Haus.\n")
    run("update", "a.txt", "--to", "ru")
    run("export", "omegat", "locales/ru/LC_MESSAGES/a.po", "-o", "om")
    (project / "om" / name).unlink(missing_ok=True)
    os.mkfifo(project / "om" / name)
    assert f"{name}: no file, but a pipe or a device" in run("import", "omegat", "om", code=2).stderr


def test_a_pipe_in_place_of_the_checksums_is_not_waited_for(run: Run, project: Path, packages: Path) -> None:
    (project / "some").mkdir()
    os.mkfifo(project / "some" / "packages.lock.json")
    shown = run("packages", "verify", "--packages", "some", code=3).stderr
    assert "packages.lock.json: not a lock file of l10n: no file, but a pipe or a device" in shown
