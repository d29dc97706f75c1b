"""The vocabularies of a model: its pieces of text in the order of their numbers, as CTranslate2 reads them."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

_LARGEST = 64 * 1024**2
"""Bytes of a vocabulary; real ones have less than 1 MB."""

_KINDS = {"unk_token": str, "bos_token": str, "add_source_bos": bool, "add_source_eos": bool}
"""Types of values in config.json, if they are there."""


def pieces(folder: Path, name: str) -> list[str] | None:
    """The pieces of `source`, `target` or `shared`; None if there is no such file. Raises ValueError, OSError."""
    for path in (folder / f"{name}_vocabulary.json", folder / f"{name}_vocabulary.txt"):
        if path.exists():
            if path.stat().st_size > _LARGEST:
                raise ValueError(f"{path.name} is too large")
            return _listed(path)
    return None


def _listed(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode()
        pieces = json.loads(text) if path.suffix == ".json" else _lines(text)
        if not text or not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
            raise ValueError("no list of pieces")
        "".join(pieces).encode()  # JSON can have halves of surrogate pairs
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path.name} is no vocabulary: {error}") from error
    return pieces


def _lines(text: str) -> list[str]:
    """Without their ends; carriage returns belong to the pieces unless every line has one."""
    lines = text.removesuffix("\n").split("\n")
    return [line[:-1] for line in lines] if all(line.endswith("\r") for line in lines) else lines


def check_config(folder: Path, pieces: Collection[str], *, prefixed: bool) -> None:
    """ValueError for values in config.json that CTranslate2 cannot read, and for ends that are none of the pieces.

    If what begins or ends a translation is none of the target's pieces, it would never end. Where it is `prefixed`, the
    package's `target_prefix` may stand for what begins it.
    """
    config = _config(folder)
    for key, kind in _KINDS.items():
        if not isinstance(config.get(key, kind()), kind):
            raise ValueError(f"config.json has an odd {key}: {config[key]!r:.40}")
    for key in ("eos_token", "decoder_start_token"):
        token = config.get(key)
        if token is None and key == "decoder_start_token" and prefixed:
            continue
        if not isinstance(token, str) or token not in pieces:
            raise ValueError(f"its vocabulary has no {key}, which config.json says is {token!r:.40}")


def _config(folder: Path) -> dict[str, object]:
    try:
        text = (folder / "config.json").read_bytes().decode("utf-8-sig")
        config = json.loads(text, parse_constant=_refuse)
    except FileNotFoundError:
        raise ValueError("no config.json") from None
    except (ValueError, RecursionError) as error:
        raise ValueError("config.json is not JSON") from error
    if not isinstance(config, dict):
        raise ValueError("config.json holds no object")
    return config


def _refuse(constant: str) -> object:
    """JSON has no NaN and no Infinity, though Python reads them."""
    raise ValueError(constant)
