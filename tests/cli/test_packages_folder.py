"""A folder of packages that is not there, or has none: named, with what helps, never taken for a wish to download."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from l10n.demo.builder import pack
from tests.conftest import Run

PLACES = [
    pytest.param("typo", "typo: no such folder, so no packages", "check the path", id="not there"),
    pytest.param(
        "file", "file: a file, not a folder of packages", "name the folder that has the packages", id="a file"
    ),
    pytest.param("empty", "empty: no packages in this folder", "check the path", id="empty"),
    pytest.param(
        "archives",
        "archives: only archives, none of them installed: translate-en_ru-1_0.argosmodel",
        "l10n packages install --packages archives archives/translate-en_ru-1_0.argosmodel",
        id="archives",
    ),
    pytest.param(
        "archives/translate-en_ru-1_0.argosmodel",
        "a file, not a folder of packages",
        "l10n packages install archives/translate-en_ru-1_0.argosmodel",
        id="an archive",
    ),
]


@pytest.fixture
def places(project: Path, packages: Path) -> Path:
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    (project / "file").write_text("x")
    (project / "empty").mkdir()
    made = shutil.copytree(packages / "translate-en_ru-1_0", project / "archives" / "translate-en_ru-1_0")
    pack(made)
    shutil.rmtree(made)
    return project


@pytest.mark.parametrize(("place", "message", "hint"), PLACES)
def test_a_folder_without_packages_is_named_once(run: Run, places: Path, place: str, message: str, hint: str) -> None:
    result = run("draft", "text.txt", "--packages", place, "--to", "ru,uk", code=3)
    assert result.stderr.count("error: ") == 1
    assert message in result.stderr
    assert hint in result.stderr
    assert "installed: none" not in result.stderr
    assert "locales/ru/LC_MESSAGES/text.po: 0 drafted, 1 undrafted" in result.stdout


@pytest.mark.parametrize(("place", "message", "hint"), PLACES)
def test_a_folder_of_the_settings_is_named_with_its_path(
    run: Run, places: Path, place: str, message: str, hint: str
) -> None:
    (places / "l10n.toml").write_text(f'packages = "{place}"\n')
    stderr = run("draft", "text.txt", "--to", "ru", code=3).stderr
    assert f"error: {places / place}: " in stderr
    assert message.split(": ", 1)[-1] in stderr


@pytest.mark.parametrize("place", ["typo", "empty"])
def test_a_folder_of_the_environment_is_named(
    run: Run, places: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(places / place))
    stderr = run("draft", "text.txt", "--to", "ru", code=3).stderr
    assert f"error: {places / place}: no " in stderr
    assert "installed: none" not in stderr


@pytest.mark.parametrize("command", [("packages", "verify"), ("memory", "prune")])
@pytest.mark.parametrize(("place", "message", "hint"), PLACES)
def test_nothing_is_verified_or_pruned_by_a_slip(
    run: Run, places: Path, packages: Path, command: tuple[str, ...], place: str, message: str, hint: str
) -> None:
    run("draft", "text.txt", "--packages", packages, "--to", "ru")
    stderr = run(*command, "--packages", place, code=3).stderr
    assert message in stderr
    assert hint in stderr
    assert run("memory", "prune", "--packages", packages).stdout == "machine translations: 0 removed\n"


@pytest.mark.parametrize(("place", "message", "hint"), PLACES)
def test_a_list_of_nothing_says_why(run: Run, places: Path, place: str, message: str, hint: str) -> None:
    stderr = run("packages", "list", "--packages", place, code=3 if (places / place).is_file() else 0).stderr
    assert message in stderr
    assert hint in stderr


def test_the_hint_for_archives_helps(run: Run, places: Path) -> None:
    stderr = run("draft", "text.txt", "--packages", "archives", "--to", "ru", code=3).stderr
    (hint,) = (line for line in stderr.splitlines() if line.startswith("hint: "))
    assert "installed in" in run(*hint.partition("l10n ")[2].split()).stderr
    assert "en-ru" in run("packages", "list", "--packages", "archives").stdout
