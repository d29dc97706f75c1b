"""Models on a GPU, for which a stand-in is: how they are loaded, what they are given, what is said when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.engines import Hypothesis, opened
from l10n.engines.argos.packages.store import Package, installed
from l10n.engines.decoding.hardware import cores, hardware
from l10n.errors import PackageError
from l10n.model.device import Device
from tests.engines.gpus import Gpu

TEXTS = ["Das Haus ist groß.", "Das Haus ist alt.", "Das alte Haus", "das Haus"] * 3


@pytest.fixture(scope="module")
def package(packages: Path) -> Package:
    return next(package for package in installed(packages) if package.pair == "de-en")


def translations(package: Package, device: Device) -> dict[int, tuple[Hypothesis, ...]]:
    with opened(package, 4, device) as decoder:
        return dict(decoder.translate(TEXTS))


def test_a_gpu_gets_fewer_and_larger_batches_and_its_own_type(monkeypatch: pytest.MonkeyPatch) -> None:
    Gpu(monkeypatch)
    processor, gpu = hardware(Device.CPU), hardware(Device.CUDA)
    assert (processor.compute_type, processor.workers) == ("int8", cores())
    assert (gpu.compute_type, gpu.workers) == ("int8_float16", 1)
    assert gpu.batch > processor.batch


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ({"float32", "int8", "int8_float32"}, "int8_float32"),
        ({"float32", "float16"}, "float16"),
        ({"float32"}, "default"),
    ],
)
def test_an_old_gpu_gets_the_best_type_that_it_has(
    monkeypatch: pytest.MonkeyPatch, types: set[str], expected: str
) -> None:
    Gpu(monkeypatch, types)
    assert hardware(Device.CUDA).compute_type == expected


@pytest.mark.parametrize("device", [Device.CUDA, Device.AUTO])
def test_the_gpu_gives_what_the_processor_gives(
    monkeypatch: pytest.MonkeyPatch, package: Package, device: Device
) -> None:
    expected = translations(package, Device.CPU)
    gpu = Gpu(monkeypatch)
    assert translations(package, device) == expected
    assert [translator["device"] for translator in gpu.translators] == ["cuda"]
    assert gpu.batches == [len(TEXTS)]


def test_texts_that_are_too_much_for_the_gpu_together_go_alone(
    monkeypatch: pytest.MonkeyPatch, package: Package
) -> None:
    expected = translations(package, Device.CPU)
    gpu = Gpu(monkeypatch, full=2)
    alone = translations(package, Device.CUDA)
    assert {index: best[0].text for index, best in alone.items()} == {
        index: best[0].text for index, best in expected.items()
    }
    assert gpu.batches == [len(TEXTS)] + [1] * len(TEXTS)


def test_what_fails_on_the_gpu_is_told_with_a_way_around_it(monkeypatch: pytest.MonkeyPatch, package: Package) -> None:
    Gpu(monkeypatch, broken="Library libcublas.so.12 is not found or cannot be loaded")
    with pytest.raises(PackageError, match=r"cannot translate on the GPU: Library libcublas.so.12 is not") as caught:
        translations(package, Device.CUDA)
    assert caught.value.hint.startswith("do without it: --device cpu; if that fails, too: install")


def test_a_gpu_that_is_not_there_is_no_bug_whoever_asks_for_it(package: Package) -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        pytest.skip("there is one")
    with pytest.raises(PackageError, match="on the GPU: ") as caught:
        translations(package, Device.CUDA)
    assert "--device cpu" in caught.value.hint
