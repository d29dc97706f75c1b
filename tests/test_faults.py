"""Whatever happens in the middle of a save, the catalogues are whole and the next run goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.files import SUFFIX

KILLED = """
import os, sys, tempfile
from pathlib import Path
from l10n.cli import app
where, step, number = {"os": os, "tempfile": tempfile, "Path": Path}[sys.argv[1]], sys.argv[2], int(sys.argv[3])
real, calls = getattr(where, step), 0
def dies(*arguments, **options):
    global calls
    calls += 1
    if calls == number and sys.argv[4] == "before":
        os._exit(9)
    result = real(*arguments, **options)
    if calls == number:
        os._exit(9)
    return result
setattr(where, step, dies)
app(sys.argv[5:])
"""
LIMITED = """
import resource, signal, sys
from l10n.cli import app
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
app(sys.argv[1:])
"""
STEPS = ("tempfile mkstemp", "os fsync", "Path chmod", "Path replace")


@pytest.fixture
def project() -> Iterator[Path]:
    """A folder that every user of the machine may enter, with catalogues made by a first run."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "l10n.toml").write_text("")
    (folder / "a.txt").write_text("Erster Satz.\nZweiter Satz.\n", "utf-8")
    _run(folder, "-m", "l10n", "update", "a.txt", "--to", "ru,uk")
    yield folder
    shutil.rmtree(folder)


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, encoding="utf-8")


def _catalogues(folder: Path) -> dict[str, bytes]:
    paths = [path for path in (folder / "locales").rglob("*.po*") if not path.name.startswith(".")]
    return {f"{path.parts[-3]}/{path.name}": path.read_bytes() for path in paths}


@pytest.mark.skipif(os.name == "nt", reason="kills its process the POSIX way")
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("number", ["1", "2", "3"])
@pytest.mark.parametrize("step", STEPS)
def test_a_run_killed_at_any_step_of_a_save_leaves_old_or_new_files(
    project: Path, step: str, number: str, moment: str
) -> None:
    old = _catalogues(project)
    (project / "a.txt").write_text("Erster Satz.\nGanz neu.\nZweiter Satz.\n", "utf-8")
    killed = _run(project, "-c", KILLED, *step.split(), number, moment, "update", "a.txt", "--to", "ru,uk")
    assert killed.returncode == 9, killed.stderr
    halfway = _catalogues(project)
    done = _run(project, "-m", "l10n", "update", "a.txt", "--to", "ru,uk")
    assert done.returncode == 0, done.stderr
    new = _catalogues(project)
    assert halfway.keys() == old.keys() == new.keys()
    for name, data in halfway.items():
        assert _without_dates(data) in (_without_dates(old[name]), _without_dates(new[name]))
    assert not list((project / "locales").rglob(f".*{SUFFIX}"))


def _without_dates(data: bytes) -> list[bytes]:
    return [line for line in data.split(b"\n") if b"-Date: " not in line]


@pytest.mark.usefixtures("untraced")
@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_file_that_cannot_grow_is_exit_code_4_and_as_it_was(project: Path) -> None:
    old = _catalogues(project)
    (project / "a.txt").write_text(
        "Neu.\n" * 2 + "Erster Satz.\n" + "Noch ein Satz, der recht lang ist.\n" * 30, "utf-8"
    )
    done = _run(project, "-c", LIMITED, "update", "a.txt", "--to", "ru,uk")
    assert done.returncode == 4
    assert "cannot write: File too large" in done.stderr
    assert _catalogues(project) == old
    assert not list((project / "locales").rglob(f".*{SUFFIX}"))


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="POSIX permissions")
def test_a_folder_that_became_read_only_is_exit_code_4_and_as_it_was(project: Path) -> None:
    from typer.testing import CliRunner

    from l10n.cli import app

    old = _catalogues(project)
    (project / "a.txt").write_text("Erster Satz.\nZweiter Satz.\nNeu.\n", "utf-8")
    folders = [path for path in (project / "locales").rglob("*") if path.is_dir()] + [project / "locales"]
    for folder in folders:
        folder.chmod(0o555)
    user = os.geteuid()
    here = Path.cwd()
    try:
        os.chdir(project)
        CliRunner().invoke(app, ["update", "a.txt", "--to", "ru", "--locales", "elsewhere"])  # imports what it needs
        if user == 0:
            os.seteuid(65534)  # root may write everywhere, nobody may not
        result = CliRunner().invoke(app, ["update", "a.txt", "--to", "ru"])
    finally:
        os.seteuid(user)
        os.chdir(here)
        for folder in folders:
            folder.chmod(0o755)
    assert result.exit_code == 4
    assert "cannot write: Permission denied" in result.stderr
    assert _catalogues(project) == old


def test_litter_of_a_killed_run_goes_with_the_next(project: Path) -> None:
    litter = project / "locales" / "ru" / "LC_MESSAGES" / f".a.po.abc{SUFFIX}"
    litter.write_text("half")
    _run(project, "-m", "l10n", "update", "a.txt", "--to", "ru")
    assert not litter.exists()
    assert po.read(project / "locales" / "ru" / "LC_MESSAGES" / "a.po").entries


@pytest.mark.parametrize(
    "command", ["check locales", "status", "normalize locales", "review list locales", "git textconv {}"]
)
def test_catalogues_are_read_without_temporary_files(project: Path, command: str) -> None:
    """A killed run would leave them."""
    (path,) = (project / "locales" / "ru").rglob("*.po")
    code = "import sys, tempfile; tempfile.tempdir = '/nowhere'; from l10n.cli import app; app(sys.argv[1:])"
    done = _run(project, "-c", code, *(part.format(path) for part in command.split()))
    assert done.returncode == 0, done.stderr
