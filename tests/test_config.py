"""Settings files: where they are found, what they mean, how mistakes in them are named."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.config import Config, load
from l10n.errors import L10nError
from l10n.model.beam import AUTO
from l10n.model.device import Device

FULL = """
source-language = "en"
targets = ["ru"]
sources = ["texts/*.txt", "missing.txt"]
locales = "po"
packages = "models"
beam = 2
device = "auto"
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
        sources=("texts/*.txt", "missing.txt"),
        locales=tmp_path / "po",
        packages=tmp_path / "models",
        beam=2,
        device=Device.AUTO,
        memory=tmp_path / "tm.db",
    )


def test_the_beam_may_be_left_to_the_texts(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_text('beam = "auto"')
    assert load(tmp_path).beam == AUTO


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
        pytest.param('targets = ["xx"]', "'targets': unknown language 'xx'", "l10n languages", id="unknown language"),
        pytest.param('targets = "ru"', "'targets' must be a list", "targets = [", id="no list"),
        pytest.param("locales = 1", "'locales' must be a string", 'locales = "locales"', id="no string"),
        pytest.param("beam = 0", "'beam' must be a whole number", "beam = 4", id="beam"),
        pytest.param("beam = true", "'beam' must be a whole number", "beam = 4", id="beam of type bool"),
        pytest.param("beam = 101", "'beam' must be a whole number from 1 to 100", "beam = 4", id="wide beam"),
        pytest.param(f"beam = 0x{'f' * 9999}", "not a huge number", "beam = 4", id="huge number"),
        pytest.param('beam = "4"', "from 1 to 100, or \"auto\", not '4'", "beam = 4", id="beam as a text"),
        pytest.param("beam = inf", "not inf", "beam = 4", id="infinite"),
        pytest.param('device = "gpu"', "'device' must be one of cpu, cuda, auto, not 'gpu'", '"auto"', id="device"),
        pytest.param("device = 1", "'device' must be a string", "device = ", id="device of type int"),
        pytest.param("locales = 2026-01-31", "'locales' must be a string", "locales = ", id="a date"),
        pytest.param('memory = "a\\u0000"', "'memory': no path has a NUL character", "write a path", id="NUL"),
        pytest.param('sources = ["a", "\\u0000"]', "'sources': no path has a NUL", "write a path", id="NUL in a list"),
        pytest.param('glossary = "~nobody-at-all/x"', "'glossary': there is no such user", "write a path", id="~"),
        pytest.param(f'packages = "{"ü" * 200}"', "'packages': no name has more than 255", "write a path", id="long"),
        pytest.param('"a\\nb" = 1', r"unknown key 'a\nb'", "known keys", id="a key of two lines"),
        pytest.param(f"a = {'[' * 5000}", "nested too deeply", "mend", id="deep"),
        pytest.param("a = ", "not valid TOML", "mend", id="no TOML"),
        pytest.param("BEAM = 3", "unknown key 'BEAM'", "did you mean 'beam'?", id="capitals"),
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
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 300


@pytest.mark.parametrize("text", ["[tool.l10n]\nbeam = 3", "tool.l10n.check.ignore = []"])
def test_settings_one_level_too_deep_are_named_with_a_way_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "l10n.toml").write_text(text)
    with pytest.raises(L10nError, match="'tool': in this file the keys stand at the top level") as caught:
        load(tmp_path)
    assert "leave [tool.l10n] out" in caught.value.hint
    (tmp_path / "l10n.toml").rename(tmp_path / "pyproject.toml")  # the other way that the hint names
    assert load(tmp_path).file == tmp_path / "pyproject.toml"


def test_settings_in_another_encoding_are_named_with_the_right_one(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_text("beam = 3", "utf-16")
    with pytest.raises(L10nError, match="not valid TOML") as caught:
        load(tmp_path)
    assert caught.value.hint == "save the file in UTF-8 and run again"


@pytest.mark.skipif(os.name == "nt", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(Path.mkdir, "Is a directory", id="a folder"),
        pytest.param(lambda path: path.symlink_to(path.name), "Too many levels", id="a link to itself"),
        pytest.param(lambda path: os.mkfifo(path), "it is a pipe", id="a pipe"),  # noqa: PLW0108  # not on Windows
    ],
)
def test_what_is_no_file_is_named_and_not_waited_for(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    make(tmp_path / "l10n.toml")
    with pytest.raises(L10nError, match=f"l10n.toml: cannot read: {message}") as caught:
        load(tmp_path)
    assert caught.value.hint == "put a file there, or move it away"


def test_the_home_folder_may_be_written_as_such(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_text('sources = ["~/a.txt"]\nlocales = "~/po"\nglossary = "~/g.csv"\nmemory = "~/m"')
    found, home = load(tmp_path), Path.home()
    assert (found.sources, found.locales) == ((str(home / "a.txt"),), home / "po")
    assert (found.glossary, found.memory) == (home / "g.csv", home / "m")
