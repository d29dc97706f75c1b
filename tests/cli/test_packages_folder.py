"""A folder of packages that is not there, or has none: named, with what helps, never taken for a wish to download."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import pytest

from l10n.engines.argos.demo.builder import pack
from tests.conftest import Run, WithoutRights

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
        "l10n packages install --packages archives archives/translate-en_ru-1_0.argosmodel; then name this folder",
        id="an archive",
    ),
    pytest.param(
        "others",
        "others: only archives, none of them installed: sub/translate-en_ru-1_0.argosmodel",
        "l10n packages install --packages others others/sub/translate-en_ru-1_0.argosmodel",
        id="archives in a folder below",
    ),
    pytest.param("work", "work: no packages in this folder", "check the path", id="folders of something else"),
    pytest.param(
        "packages/translate-en_ru-1_0",
        "a package, not a folder of packages",
        "name the folder that it is in: --packages packages",
        id="a package",
    ),
]


@pytest.fixture
def places(project: Path, packages: Path) -> Path:
    (project / "text.txt").write_text("Das Haus ist groß.\n", "utf-8")
    (project / "file").write_text("x")
    (project / "empty").mkdir()
    made = shutil.copytree(packages / "translate-en_ru-1_0", project / "archives" / "translate-en_ru-1_0")
    (project / "others" / "sub").mkdir(parents=True)
    shutil.copy(pack(made), project / "others" / "sub")
    (project / "packages").mkdir()
    made.rename(project / "packages" / made.name)
    (project / "work" / "locales").mkdir(parents=True)
    (project / "work" / "data").mkdir()
    (project / "work" / "data" / "metadata.json").write_text('{"title": "something else"}')
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


@pytest.mark.parametrize("place", ["archives", "archives/translate-en_ru-1_0.argosmodel", "others"])
@pytest.mark.parametrize("set_by", ["option", "settings"])
def test_the_hint_for_archives_helps(run: Run, places: Path, place: str, set_by: str) -> None:
    (places / "l10n.toml").write_text(f'packages = "{place}"\n' if set_by == "settings" else "")
    option = ("--packages", place) if set_by == "option" else ()
    stderr = run("draft", "text.txt", *option, "--to", "ru", code=3).stderr
    (hint,) = (line for line in stderr.splitlines() if line.startswith("hint: "))
    command = hint.partition("l10n ")[2].partition(";")[0].split()
    assert "installed in" in run(*command).stderr
    assert "en-ru" in run("packages", "list", "--packages", command[3]).stdout


def test_nobody_is_told_to_remove_what_is_no_package(run: Run, places: Path, packages: Path) -> None:
    shutil.copytree(packages, "work", dirs_exist_ok=True)
    assert "l10n packages remove" not in run("packages", "list", "--packages", "work").stderr
    assert "no such package" in run("packages", "remove", "locales", "--packages", "work", code=2).stderr
    assert (places / "work" / "locales").is_dir()


def test_the_command_for_what_is_missing_names_the_folder(run: Run, places: Path) -> None:
    stderr = run("draft", "text.txt", "--packages", "packages", "--to", "ru", code=3).stderr
    assert "hint: install with: l10n packages install de-en --packages packages\n" in stderr


@pytest.mark.parametrize("name", ["-x", "a b", "translate-x"])
def test_the_command_that_removes_a_broken_package_works(run: Run, places: Path, name: str) -> None:
    (places / "packages" / name).mkdir()
    (places / "packages" / name / "metadata.json").write_text("{")
    shown = run("packages", "list", "--packages", "packages", code=3).stderr
    command = shlex.split(shown.partition("remove it: l10n ")[2].partition(";")[0])
    assert run(*command).stdout == f"{name}: removed\n"
    assert not (places / "packages" / name).exists()


def test_what_may_not_be_read_is_named_and_the_others_are_verified(
    run_without_rights: WithoutRights, places: Path, packages: Path
) -> None:
    shutil.copytree(packages, "some")
    model, folder = places / "some/translate-de_en-1_0/model/model.bin", places / "some/translate-en_az-1_0"
    model.chmod(0)
    folder.chmod(0)
    done = run_without_rights("packages", "verify", "--packages", "some")
    folder.chmod(0o755)
    assert done.returncode == 3
    assert "de-en-1.0: broken (model.bin: Permission denied)" in done.stdout
    assert "translate-en_az-1_0: broken (cannot be read: Permission denied)" in done.stdout
    assert "en-uk-1.0: unrecorded" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are any bytes on Linux only")
@pytest.mark.parametrize("place", ["some\udcff", "some"])
def test_a_folder_whose_name_is_not_utf_8_is_named_as_such(run: Run, places: Path, packages: Path, place: str) -> None:
    shutil.copytree(packages, place)
    if place == "some":
        Path(place, "translate-en_ru-1_0").rename(Path(place, "\udcff"))
    stderr = run("draft", "text.txt", "--packages", place, "--to", "ru", code=3).stderr
    assert "the folder's name is not UTF-8" in stderr
    assert "tokenizer" not in stderr
