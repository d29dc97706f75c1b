"""The device of a run: who says which, and what is said of a GPU that is not there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from l10n.engines import devices
from l10n.errors import L10nError
from l10n.model.device import Device
from tests.engines.gpus import Gpu


@pytest.mark.parametrize(
    ("option", "variable", "setting", "expected"),
    [
        (None, None, None, Device.CPU),
        (None, None, Device.AUTO, Device.AUTO),
        (None, "", Device.AUTO, Device.AUTO),
        (None, "cuda", Device.CPU, Device.CUDA),
        (None, "cpu", Device.CUDA, Device.CPU),
        (Device.AUTO, "cuda", Device.CPU, Device.AUTO),
        (Device.CPU, "gpu", Device.CUDA, Device.CPU),
    ],
)
def test_the_option_counts_before_the_environment_and_that_before_the_setting(
    monkeypatch: pytest.MonkeyPatch,
    option: Device | None,
    variable: str | None,
    setting: Device | None,
    expected: Device,
) -> None:
    Gpu(monkeypatch)
    if variable is not None:
        monkeypatch.setenv("ARGOS_DEVICE_TYPE", variable)
    assert devices.wanted(option, setting) is expected


@pytest.mark.parametrize("value", ["gpu", "CUDA", "cuda:0", "cpu\n"])
def test_an_environment_that_names_no_device_is_an_error_on_one_line(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("ARGOS_DEVICE_TYPE", value)
    with pytest.raises(L10nError) as caught:
        devices.wanted(None, None)
    assert caught.value.message == f"ARGOS_DEVICE_TYPE: unknown device {value!r}"
    assert "cpu, cuda, auto" in caught.value.hint


def test_a_gpu_that_is_not_there_is_an_error_if_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)
    with pytest.raises(L10nError, match="device 'cuda': CTranslate2 finds no GPU") as caught:
        devices.wanted(Device.CUDA, None)
    assert "--device cpu" in caught.value.hint
    assert devices.wanted(Device.AUTO, None) is Device.AUTO


@pytest.mark.parametrize(("gpus", "expected"), [(0, Device.CPU), (1, Device.CUDA), (8, Device.CUDA)])
def test_auto_is_a_gpu_where_there_is_one(monkeypatch: pytest.MonkeyPatch, gpus: int, expected: Device) -> None:
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: gpus)
    assert devices.used(Device.AUTO) is expected
    assert devices.used(Device.CPU) is Device.CPU


def test_nobody_loads_ctranslate2_to_know_that_the_processor_is_there() -> None:
    code = (
        "import sys; from l10n.engines import devices; from l10n.model.device import Device;"
        "devices.wanted(None, Device.AUTO); devices.used(devices.wanted(None, None));"
        "print('ctranslate2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "False\n"
