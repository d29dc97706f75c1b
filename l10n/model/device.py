"""What models compute on."""

from __future__ import annotations

from enum import StrEnum


class Device(StrEnum):
    """Where a model's arithmetic is done, in the words of CTranslate2 and Argos Translate."""

    CPU = "cpu"
    CUDA = "cuda"
    """A GPU of NVIDIA's."""
    AUTO = "auto"
    """A GPU where there is one, else the processor."""
