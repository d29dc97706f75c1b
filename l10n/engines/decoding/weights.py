"""The table of contents of `model.bin`: which variables a CTranslate2 model has, of which shape, without their weights.

Source: python/ctranslate2/specs/model_spec.py of CTranslate2, binary versions 1 to 6.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_NEWEST, _NO_VERSION = 6, 1000
_NAMED, _ALIASED, _TYPED = 2, 3, 4
"""The binary versions from which on there are the name of the specification, aliases, and types."""
CONFIGURED = 6
"""The binary version from which on `config.json` names the pieces that begin and end a text."""
_ITEM_SIZES = (4, 1, 2, 4, 2, 2)
"""Bytes, by type: float32, int8, int16, int32, float16, bfloat16."""
_MOST = 100_000
"""Variables; a Transformer of six layers has about 250."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A tensor; `value` is that of a whole number alone, else None."""

    shape: tuple[int, ...]
    item_size: int
    """Bytes."""
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in the file."""

    version: int
    """Binary version, from 1."""
    variables: Mapping[str, Variable]
    """Variables by name, aliases included."""


def read(path: Path) -> Contents:
    """Read the table of contents; raises ValueError that says what is wrong, and OSError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        try:
            (version,) = _numbers(file, "I")
            if not 0 < version < _NO_VERSION:
                raise ValueError(f"{path.name} is of the unknown version {version}")
            known = version <= _NEWEST  # of a newer one CTranslate2 itself says whether it can read it
            return Contents(version, _variables(file, version, size) if known else {})
        except (struct.error, EOFError, UnicodeDecodeError) as error:
            raise ValueError(f"{path.name} is incomplete or damaged at byte {file.tell()}") from error


def _variables(file: BinaryIO, version: int, size: int) -> dict[str, Variable]:
    if version >= _NAMED:
        _name(file)
        _numbers(file, "I")
    (count,) = _numbers(file, "I")
    if not 0 < count <= _MOST:
        raise ValueError(f"model.bin has {count} variables")
    variables = dict(_variable(file, version, size) for _ in range(count))
    for _ in range(_numbers(file, "I")[0] if version >= _ALIASED else 0):
        alias, name = _name(file), _name(file)
        variables |= {
            f"{alias}{end}": variables[f"{name}{end}"] for end in ("", "_scale") if f"{name}{end}" in variables
        }
    return variables


def _variable(file: BinaryIO, version: int, size: int) -> tuple[str, Variable]:
    """Its name and what it is; its weights are passed over."""
    name = _name(file)
    (rank,) = _numbers(file, "B")
    shape = _numbers(file, f"{rank}I")
    kind, length = _numbers(file, "BI")
    if version >= _TYPED and kind >= len(_ITEM_SIZES):
        raise ValueError(f"{name} in model.bin is of the unknown type {kind}")
    item_size = _ITEM_SIZES[kind] if version >= _TYPED else kind
    length = length if version >= _TYPED else length * kind
    if length != math.prod(shape) * item_size or file.tell() + length > size:
        raise ValueError(f"model.bin is incomplete or damaged: {name} should have {math.prod(shape) * item_size} bytes")
    if shape:
        file.seek(length, 1)
        return name, Variable(shape, item_size)
    return name, Variable(shape, item_size, int.from_bytes(file.read(length), "little", signed=True))


def _name(file: BinaryIO) -> str:
    (length,) = _numbers(file, "H")
    name = file.read(length)
    if len(name) < length:
        raise EOFError
    return name.decode().rstrip("\0")


def _numbers(file: BinaryIO, kinds: str) -> tuple[int, ...]:
    return struct.unpack(f"<{kinds}", file.read(struct.calcsize(f"<{kinds}")))
