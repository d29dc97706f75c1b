"""A stand-in for a GPU: CTranslate2 says that there is one, and what is given to it is done on the processor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

TYPES = {"float32", "float16", "int8", "int8_float32", "int8_float16"}


class Gpu:
    """What it was asked for; with `full`, it has room for so many texts at a time."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, types: set[str] = TYPES, full: int = 0, broken: str = ""
    ) -> None:
        import ctranslate2

        self.translators: list[dict[str, Any]] = []
        self.batches: list[int] = []
        """How many texts each had."""
        self._full, self._broken = full, broken
        self._on_processor = ctranslate2.Translator
        on_processor = ctranslate2.get_supported_compute_types("cpu")
        monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
        monkeypatch.setattr(
            ctranslate2, "get_supported_compute_types", lambda device: types if device == "cuda" else on_processor
        )
        monkeypatch.setattr(ctranslate2, "Translator", self._translator)

    def _translator(self, model: str, **how: Any) -> Any:
        self.translators.append(how)
        own = {"device": "cpu", "compute_type": "int8"} if how["device"] == "cuda" else {}
        return _Translator(self, self._on_processor(model, **how | own))

    def refusal(self, texts: Sequence[object]) -> str:
        """What CTranslate2 would say of this batch."""
        self.batches.append(len(texts))
        return "CUDA failed with error out of memory" if 0 < self._full < len(texts) else self._broken


class _Translator:
    def __init__(self, gpu: Gpu, own: Any) -> None:
        self._gpu, self._own = gpu, own

    def translate_batch(self, texts: Sequence[object], **how: Any) -> list[Any]:
        if refusal := self._gpu.refusal(texts):
            return [_Refused(refusal) for _ in texts]
        results: list[Any] = self._own.translate_batch(texts, **how)
        return results

    def unload_model(self) -> None:
        self._own.unload_model()


class _Refused:
    def __init__(self, refusal: str) -> None:
        self._refusal = refusal

    def done(self) -> bool:
        return True

    def result(self) -> object:
        raise RuntimeError(self._refusal)
