from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.engines.argos.packages import settings

ARGOS = "from argostranslate import settings as s; print(s.package_data_dir); print(s.remote_package_index)"


def argos(home: Path) -> tuple[Path, str]:
    home.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(
        [sys.executable, "-c", ARGOS], capture_output=True, text=True, check=True, env=dict(os.environ), cwd=home
    )
    folder, index = run.stdout.splitlines()
    return Path(folder), index


@pytest.mark.parametrize(
    ("variables", "values"),
    [
        pytest.param({}, None, id="nothing set"),
        pytest.param({"XDG_DATA_HOME": "{tmp}/data"}, None, id="data home"),
        pytest.param({"ARGOS_PACKAGES_DIR": "{tmp}/mine"}, None, id="packages folder"),
        pytest.param({"ARGOS_PACKAGES_DIR": "{tmp}/mine/", "XDG_DATA_HOME": "{tmp}/data"}, None, id="both"),
        pytest.param({"SNAP": "{tmp}/snap", "SNAP_USER_DATA": "{tmp}/user"}, None, id="snap"),
        pytest.param({}, {"ARGOS_PACKAGES_DIR": "{tmp}/set"}, id="settings file"),
        pytest.param({"ARGOS_PACKAGES_DIR": "{tmp}/mine"}, {"ARGOS_PACKAGES_DIR": "{tmp}/set"}, id="variable first"),
        pytest.param({"XDG_CONFIG_HOME": "{tmp}/config"}, {"ARGOS_PACKAGES_DIR": "{tmp}/set"}, id="config home"),
        pytest.param({"ARGOS_PACKAGE_INDEX": "http://here/"}, None, id="index"),
        pytest.param({}, {"ARGOS_PACKAGE_INDEX": "http://here/"}, id="index in the settings file"),
        pytest.param({}, {"ARGOS_DEBUG": "0"}, id="other settings"),
    ],
)
def test_the_folder_and_the_index_are_those_of_argos(
    variables: dict[str, str],
    values: dict[str, str] | None,
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(tmp=tmp_path))
    if values is not None:
        config = Path(os.environ.get("XDG_CONFIG_HOME", home / ".config")) / "argos-translate"
        config.mkdir(parents=True)
        text = json.dumps({key: value.format(tmp=tmp_path) for key, value in values.items()})
        (config / "settings.json").write_text(text, encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    ours = settings.packages_folder(), settings.index_setting() + "index.json"
    assert sorted(tmp_path.rglob("*")) == before, "asking created something"
    assert ours == argos(home)


@pytest.mark.parametrize("text", ["{", "[]", '{"ARGOS_PACKAGES_DIR": 7}', "[" * 100_000], ids=lambda text: text[:9])
def test_a_settings_file_of_no_use_is_passed_over(text: str, home: Path) -> None:
    path = home / ".config/argos-translate/settings.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert settings.packages_folder() == home / ".local/share/argos-translate/packages"


def test_an_empty_variable_counts_as_unset(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "")
    monkeypatch.setenv("XDG_DATA_HOME", "")
    assert settings.packages_folder() == home / ".local/share/argos-translate/packages"


def test_listing_packages_does_not_import_argostranslate() -> None:
    code = (
        "import sys; from l10n.engines.argos.packages import install, settings, store;"
        "store.installed(settings.packages_folder()); sys.exit('argostranslate' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
