"""Every command that writes a catalogue finds the lock of its folder, whichever way it was called."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Run

HOLDER = """
import sys
from pathlib import Path
from l10n.files import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
WAYS = ["direct", "relative", "link to the file", "link to the folder", "link to the language"]


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Another process is at work in the folder."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "held\n"
        yield
        other.stdin.close()


@pytest.fixture
def catalogue(run: Run, project: Path, packages: Path) -> Path:
    (project / "a.txt").write_text("Das Haus ist groß.\nDas Haus ist alt.\n", "utf-8")
    run("draft", "a.txt", "--to", "ru", "--packages", packages)
    path = project / "locales" / "ru" / "LC_MESSAGES" / "a.po"
    text = path.read_text("utf-8").replace("дом", " дом ") + '\nmsgid "Haus"\nmsgstr ""\n'
    path.write_text(text, "utf-8")
    return path


def _way(project: Path, path: Path, way: str) -> Path:
    """The same catalogue by another path."""
    other = project / "other"
    other.mkdir()
    match way:
        case "relative":
            return Path("other", "..", path.relative_to(project))
        case "link to the file":
            (other / "x.po").symlink_to(path)
            return other / "x.po"
        case "link to the folder":
            (other / "texts").symlink_to(path.parent)
            return other / "texts" / path.name
        case "link to the language":
            (other / "ru").symlink_to(path.parents[1])
            return other / "ru" / "LC_MESSAGES" / path.name
        case _:
            return path


def _refused(run: Run, *arguments: object) -> None:
    started = time.monotonic()
    assert "another l10n is at work here" in run(*arguments, code=2).stderr
    assert time.monotonic() - started < 60


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "command",
    [
        "normalize {}",
        "check {} --fix --fix-human --select spaces",
        "review approve {} --entries 1 --by Anna --force",
        "review reject {} --entries 1",
        "draft --po {} --redraft",
    ],
)
def test_a_locked_folder_is_found_from_everywhere(
    run: Run, project: Path, catalogue: Path, packages: Path, command: str, way: str
) -> None:
    path, before = _way(project, catalogue, way), catalogue.read_bytes()
    more = ["--packages", str(packages), "--from", "de"] if command.startswith("draft") else []
    with held(project / "locales"):
        _refused(run, *(part.format(path) for part in command.split()), *more)
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize("command", ["update a.txt --to ru", "draft a.txt --to ru", "normalize locales"])
def test_the_commands_for_a_whole_folder_find_its_lock(
    run: Run, project: Path, catalogue: Path, packages: Path, command: str
) -> None:
    (project / "a.txt").write_text("Das Haus ist groß.\nNeu.\n", "utf-8")
    (project / "link").symlink_to(project / "locales")
    before = catalogue.read_bytes()
    more = ["--packages", str(packages)] if command.startswith("draft") else []
    with held(project / "locales"):
        _refused(run, *command.split(), *more)
        if "normalize" not in command:
            _refused(run, *command.split(), *more, "--locales", "link")
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize("command", ["update", "draft"])
def test_a_catalogue_behind_a_link_has_the_lock_of_where_it_is(
    run: Run, project: Path, catalogue: Path, packages: Path, command: str
) -> None:
    """`normalize elsewhere/ru.po` must not write between reading and writing of `update`."""
    real = project / "elsewhere" / "ru.po"
    real.parent.mkdir()
    catalogue.rename(real)
    catalogue.symlink_to(real)
    (project / "a.txt").write_text("Das Haus ist groß.\nNeu.\n", "utf-8")
    before = real.read_bytes()
    more = ["--packages", str(packages)] if command == "draft" else []
    with held(real.parent):
        _refused(run, command, "a.txt", "--to", "ru", *more)
    assert real.read_bytes() == before
    assert catalogue.is_symlink()


def test_an_import_from_omegat_finds_the_lock(run: Run, project: Path, catalogue: Path) -> None:
    run("export", "omegat", catalogue, "-o", "omegat")
    before = catalogue.read_bytes()
    (project / "x.po").symlink_to(catalogue)
    with held(project / "locales"):
        _refused(run, "import", "omegat", "omegat", "x.po")
    with held(project / "omegat"):
        _refused(run, "import", "omegat", "omegat", "x.po")
        _refused(run, "export", "omegat", catalogue, "-o", "omegat")
    assert catalogue.read_bytes() == before


def test_a_patch_finds_the_lock(run: Run, project: Path, catalogue: Path) -> None:
    from l10n.catalogue import po
    from l10n.catalogue.keeping import CatalogueKeeper
    from l10n.catalogue.review import Reviewer
    from l10n.checking.approval import Examiner
    from l10n.checking.settings import Settings
    from l10n.errors import BusyError
    from l10n.review.applying import save

    (project / "x.po").symlink_to(catalogue)
    assert po.read(catalogue).entries
    with held(project / "locales"), pytest.raises(BusyError):
        save(project / "x.po", [], Reviewer("Anna", "2026-01-31"), Examiner(Settings()), CatalogueKeeper())
