"""Settings files: where they are found, what they mean, how mistakes in them are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.config import Config, load
from l10n.errors import L10nError

FULL = """
source-language = "en"
targets = ["ru"]
sources = ["texts/*.txt", "missing.txt"]
locales = "po"
packages = "models"
beam = 2
memory = "tm.db"
"""


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == Config(root=tmp_path, locales=tmp_path / "locales", memory=tmp_path / "l10n.db")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("l10n.toml", FULL, id="l10n.toml"),
        pytest.param("pyproject.toml", f"[tool.l10n]{FULL}", id="pyproject.toml"),
    ],
)
def test_settings_are_found_from_folders_below_and_paths_belong_to_their_file(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    (tmp_path / "texts").mkdir()
    for source in ("b.txt", "a.txt"):
        (tmp_path / "texts" / source).touch()
    (tmp_path / "below").mkdir()
    assert load(tmp_path / "below") == Config(
        root=tmp_path,
        source_language="en",
        targets=("ru",),
        sources=(tmp_path / "texts" / "a.txt", tmp_path / "texts" / "b.txt", tmp_path / "missing.txt"),
        locales=tmp_path / "po",
        packages=tmp_path / "models",
        beam=2,
        memory=tmp_path / "tm.db",
    )


def test_a_pyproject_without_our_section_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_text('targets = ["uk"]')
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load(tmp_path / "below").targets == ("uk",)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        pytest.param('target = ["ru"]', "unknown key 'target'", "did you mean 'targets'?", id="misspelt key"),
        pytest.param("colour = 1", "unknown key 'colour'", "known keys: source-language", id="unknown key"),
        pytest.param('targets = ["xx"]', "'targets': unknown language 'xx'", "known languages", id="unknown language"),
        pytest.param('targets = "ru"', "'targets' must be a list", "targets = [", id="no list"),
        pytest.param("locales = 1", "'locales' must be a string", 'locales = "locales"', id="no string"),
        pytest.param("beam = 0", "'beam' must be a whole number", "beam = 4", id="beam"),
        pytest.param("beam = true", "'beam' must be a whole number", "beam = 4", id="beam of type bool"),
        pytest.param("a = ", "not valid TOML", "mend", id="no TOML"),
        pytest.param('[[paths]]\nl10n = "x"', "Mozilla", "[tool.l10n]", id="Mozilla's l10n.toml"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, message: str, hint: str) -> None:
    (tmp_path / "l10n.toml").write_text(text)
    with pytest.raises(L10nError) as caught:
        load(tmp_path)
    assert caught.value.message.startswith(f"{tmp_path / 'l10n.toml'}: ")
    assert message in caught.value.message
    assert hint in caught.value.hint
