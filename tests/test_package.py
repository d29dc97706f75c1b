"""What is built and installed: the wheel, alone and with the exact list of what it needs."""

from __future__ import annotations

import email
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from ruamel.yaml import YAML

from l10n import SLIM, __main__, __version__
from tests.conftest import ROOT

Program = Callable[..., "subprocess.CompletedProcess[str]"]


def _environment() -> dict[str, str]:
    """Nothing of the clone is found by chance."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "COVERAGE_PROCESS_CONFIG")}


def _python(*words: object, folder: Path) -> str:
    command = [sys.executable, *map(str, words)]
    done = subprocess.run(command, check=False, cwd=folder, env=_environment(), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this clone, made without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    code = f"from flit_core.buildapi import build_wheel; build_wheel({str(folder)!r})"
    _python("-c", code, folder=ROOT)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and without anything that it needs."""
    folder = tmp_path_factory.mktemp("environment")
    _python("-m", "venv", "--without-pip", folder, folder=folder)
    python = next(folder.glob("[bS]*/python*"))
    pip = ("--disable-pip-version-check", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    _python("-m", "pip", *pip, folder=folder)
    return folder


@pytest.fixture
def installed(environment: Path, project: Path) -> Program:
    """The command in this environment, without anything that it needs."""
    command = next(path for path in environment.glob("[bS]*/l10n*") if path.stem == "l10n")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(command), *words], check=False, env=_environment(), capture_output=True, encoding="utf-8"
        )

    return run


@pytest.fixture
def complete(installed: Program, environment: Path) -> Program:
    """The same with what it needs: that of this Python."""
    site = next(environment.glob("[lL]ib/**/site-packages"))
    (site / "complete.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return installed


def test_the_wheel_is_called_as_the_project_and_has_the_package_the_licence_and_the_list(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        about = email.message_from_bytes(archive.read(f"l10n_desk-{__version__}.dist-info/METADATA"))
    files = [path for path in (ROOT / "l10n").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {path.relative_to(ROOT).as_posix() for path in files} <= {*names}
    assert {name.split("/")[0] for name in names} == {"l10n", f"l10n_desk-{__version__}.dist-info"}
    assert any(name.endswith("/LICENSE") for name in names)
    assert (about["Name"], about["Version"]) == ("l10n-desk", __version__)
    assert about["Description-Content-Type"].startswith("text/markdown")


def test_the_wheel_alone_says_what_else_it_needs(installed: Program) -> None:
    done = installed("doctor", "--slim")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "requirements.lock").read_text("utf-8")
    done = installed("status")
    assert done.returncode == 2
    error, hint = done.stderr.splitlines()
    assert error == "error: l10n needs typer, which is not installed"
    assert re.fullmatch(r"hint: l10n doctor --slim > (\S+) && pip install --no-deps -r \1", hint)


def test_the_installed_command_works_outside_of_the_clone(complete: Program, project: Path) -> None:
    assert complete("--version").stdout == f"l10n {__version__}\n"
    (project / "text.txt").write_text("Ein Satz. Noch ein Satz.\n", "utf-8")
    assert complete("update", "text.txt", "--to", "en").stdout.endswith(
        ": 2 new, 0 changed, 0 moved, 0 obsolete, 0 unchanged\n"
    )


@pytest.mark.usefixtures("complete")
@pytest.mark.skipif(sys.platform == "win32", reason="bash is not what runs it there")
def test_what_a_release_is_tried_with_succeeds(environment: Path, project: Path) -> None:
    jobs = YAML(typ="safe").load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))["jobs"]
    (script,) = (step["run"] for step in jobs["try"]["steps"] if step.get("name") == "Try it")
    env = {**_environment(), "PATH": f"{environment / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-e", "-c", script], check=False, env=env, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "text.po: 2 new" in done.stdout


def test_the_list_in_the_wheel_is_the_lock() -> None:
    """After a change of requirements.lock: `cp requirements.lock l10n/requirements.txt`."""
    assert SLIM.read_bytes() == (ROOT / "requirements.lock").read_bytes()
    assert SLIM.read_text("utf-8").isascii()  # printed before anything could care for the terminal's encoding


@pytest.mark.skipif(sys.platform != "linux", reason="the figure is that of Linux")
def test_all_that_is_installed_by_the_list_is_no_more_than_the_pages_say() -> None:
    """With the byte code that pip makes, but for ours."""
    pins = [Requirement(line) for line in SLIM.read_text("utf-8").splitlines() if not line.startswith("#")]
    named = [pin.name for pin in pins if pin.marker is None or pin.marker.evaluate()]
    installed = [metadata.distribution(name) for name in named if _is_installed(name)]
    files = {Path(str(file.locate())) for distribution in installed for file in distribution.files or ()}
    own = {path for path in (ROOT / "l10n").rglob("*") if "__pycache__" not in path.parts}
    size = sum(path.stat().st_size for path in files | own if path.is_file())
    assert 100e6 < size < 350e6
    assert "0.34 GB" in (ROOT / "README.md").read_text("utf-8")


def _is_installed(name: str) -> bool:
    """Not what other systems need."""
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def test_the_pages_tell_the_lines_that_are_tested_here() -> None:
    page, readme = ((ROOT / name).read_text("utf-8") for name in ("docs/install.md", "README.md"))
    for text in (page, readme):
        assert "\npip install --no-deps .  " in text or "\npip install --no-deps .\n" in text
        assert f"\n{__main__.LIST}\n" in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (overrides,) = re.findall(r"<<'END'\n(.*?)END", page, re.S)
    assert overrides.splitlines() == project["tool"]["uv"]["override-dependencies"]


def test_the_script_is_what_works_without_anything_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["scripts"] == {"l10n": "l10n.__main__:main"}
