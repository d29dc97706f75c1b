"""`l10n draft` on a device: option, environment and settings, and the memory, which does not tell devices apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run
from tests.engines.gpus import Gpu


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Das Haus ist groß.\nDas Haus ist alt.\n", "utf-8")


def _devices(gpu: Gpu) -> list[str]:
    return [translator["device"] for translator in gpu.translators]


@pytest.mark.parametrize(
    ("options", "variable", "setting", "device"),
    [
        ([], "", "", "cpu"),
        ([], "", 'device = "cuda"\n', "cuda"),
        ([], "auto", 'device = "cpu"\n', "cuda"),
        (["--device", "cpu"], "cuda", 'device = "cuda"\n', "cpu"),
    ],
)
def test_a_run_uses_the_device_that_it_is_told(
    run: Run,
    packages: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    variable: str,
    setting: str,
    device: str,
) -> None:
    gpu = Gpu(monkeypatch)
    monkeypatch.setenv("ARGOS_DEVICE_TYPE", variable)
    Path("l10n.toml").write_text(setting)
    run("draft", "a.txt", "--to", "en,ru", "--packages", packages, *options)
    assert _devices(gpu) == [device] * 2
    catalogue = po.read(Path("locales/ru/LC_MESSAGES/a.po"))
    assert [entry.msgstr for entry in catalogue.entries] == ["Дом большой.", "Дом старый."]


@pytest.mark.parametrize("where", ["option", "environment", "settings"])
def test_without_a_gpu_one_line_says_so_and_nothing_is_written(
    run: Run, packages: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)
    if where == "environment":
        monkeypatch.setenv("ARGOS_DEVICE_TYPE", "cuda")
    Path("l10n.toml").write_text('device = "cuda"\n' if where == "settings" else "")
    options = ["--device", "cuda"] if where == "option" else []
    done = run("draft", "a.txt", "--packages", packages, *options, code=2)
    assert done.stderr == (
        "error: device 'cuda': CTranslate2 finds no GPU that it can use\n"
        "hint: see whether nvidia-smi lists one; or do without: --device cpu\n"
    )
    assert not Path("locales").exists()


def test_what_one_device_has_made_the_memory_has_for_the_other(
    run: Run, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gpu = Gpu(monkeypatch)
    run("draft", "a.txt", "--to", "en", "--packages", packages, "--device", "cuda")
    run("draft", "a.txt", "--to", "en", "--packages", packages, "--device", "cpu", "--redraft")
    assert _devices(gpu) == ["cuda"]
