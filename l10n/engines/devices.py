"""Which device engines compute on, and whether it is there."""

from __future__ import annotations

import os

from l10n.errors import L10nError
from l10n.model.device import Device

VARIABLE = "ARGOS_DEVICE_TYPE"
"""Argos Translate's own: it says what a machine has, where settings are shared by all machines of a project."""


def wanted(option: Device | None, setting: Device | None) -> Device:
    """The option, else the environment, else the setting, else the processor.

    Raises L10nError if the environment names no device, and where a GPU is wanted and there is none.
    """
    device = option or _of_environment() or setting or Device.CPU
    if device is Device.CUDA and not _gpus():
        hint = "see whether nvidia-smi lists one; or do without: --device cpu"
        raise L10nError("device 'cuda': CTranslate2 finds no GPU that it can use", hint)
    return device


def used(device: Device) -> Device:
    """The device that this one stands for on this machine: CPU or CUDA."""
    if device is Device.AUTO:
        return Device.CUDA if _gpus() else Device.CPU
    return device


def _of_environment() -> Device | None:
    """An empty variable says nothing."""
    value = os.environ.get(VARIABLE, "")
    try:
        return Device(value) if value else None
    except ValueError:
        hint = f"set it to one of these: {', '.join(Device)}"
        raise L10nError(f"{VARIABLE}: unknown device {value!r}", hint) from None


def _gpus() -> int:
    import ctranslate2  # only here: what is done on the processor need not load it before it translates

    return int(ctranslate2.get_cuda_device_count())
