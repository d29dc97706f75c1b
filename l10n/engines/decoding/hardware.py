"""What CTranslate2 computes on, and how much it is given at a time."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from l10n.model.device import Device

_TYPES = {
    Device.CPU: ("int8",),
    Device.CUDA: ("int8_float16", "int8_float32", "float16"),
}
"""Packages have weights of int8, so that anything else is slower or makes them no better; the first that can be used.

Which a GPU can use is in CTranslate2's documentation, "Quantization".
"""
_CPU_BATCH = 512
_GPU_BATCH = 8192
"""Not measured: CTranslate2's documentation advises large batches on a GPU, and these fit into 4 GB."""


@dataclass(frozen=True, slots=True)
class Hardware:
    """What a model is computed on, and how much of it is used."""

    device: Device
    """CPU or CUDA."""
    compute_type: str
    """CTranslate2's name for how it calculates."""
    workers: int
    """Batches that are translated at the same time."""
    batch: int
    """Tokens in a batch at most."""


def hardware(device: Device) -> Hardware:
    """How to use the CPU or the GPU of this machine. ValueError for a GPU that is not there."""
    import ctranslate2

    known = ctranslate2.get_supported_compute_types(device)
    compute_type = next((name for name in _TYPES[device] if name in known), "default")
    if device is Device.CUDA:
        return Hardware(device, compute_type, 1, _GPU_BATCH)  # one batch fills it
    return Hardware(device, compute_type, cores(), _CPU_BATCH)


def cores() -> int:
    """Processor cores this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
