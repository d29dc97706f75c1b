"""metadata.json: what an Argos package says about itself, in an installed folder and in an archive alike."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from l10n.languages.codes import requested

MODEL = "model/model.bin"
TOKENIZERS = ("sentencepiece.model", "bpe.model")
UNKNOWN_VERSION = "0"
LARGEST = 1024**2
"""Bytes of a metadata.json; real ones have less than 1 KB."""

_CODE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+!_-]{0,39}")

_LONGEST_PREFIX = 40
"""Characters; it is a piece such as `__uk__`."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields l10n needs; codes and version are safe to use in a file name."""

    source: str
    target: str
    version: str
    """`package_version`; UNKNOWN_VERSION where there is none, as in some of Argos's early packages."""
    demo: bool = False
    """Made by l10n's demo: its drafts are a gloss and must never pass for a real translation."""
    target_prefix: str = ""
    """Put before the tokens of each sentence of a package for several target languages."""

    @property
    def name(self) -> str:
        """`de-en-1.0`."""
        return f"{self.source}-{self.target}-{self.version}"

    @property
    def identity(self) -> str:
        """The name; a demo is kept apart, it shares names with the real package."""
        return f"{self.name}-demo" if self.demo else self.name


def fields(data: bytes) -> dict[str, object]:
    """The JSON object in `data`; ValueError says what is wrong."""
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ValueError("metadata.json is not JSON") from error
    if not isinstance(values, dict):
        raise ValueError("metadata.json holds no object")
    return values


def read(path: Path) -> dict[str, object]:
    """The fields in this file; raises ValueError that says what is wrong, and OSError."""
    if path.is_fifo():  # it would be waited for
        raise ValueError("metadata.json is a pipe")
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("metadata.json is too large")
    return fields(data)


def is_translation(values: dict[str, object]) -> bool:
    """False for Argos's packages of other kinds, such as sentence splitters (`"type": "sbd"`). Raises ValueError."""
    kind = values.get("type", "translate")
    if not isinstance(kind, str):
        raise ValueError(f"metadata.json has an odd type: {kind!r:.40}")
    return kind == "translate"


def from_fields(values: dict[str, object]) -> Metadata:
    """Raises ValueError for codes or a version that do not look like such."""
    source, target = (_ours(_matching(values, key, _CODE)) for key in ("from_code", "to_code"))
    if source == target:
        raise ValueError(f"metadata.json translates '{source}' into itself")
    versioned = values.get("package_version") not in (None, "")
    return Metadata(
        source,
        target,
        _matching(values, "package_version", _VERSION) if versioned else UNKNOWN_VERSION,
        values.get("l10n_demo") is True,
        _prefix(values),
    )


def _ours(code: str) -> str:
    """Our code of the language: Argos calls Brazilian Portuguese `pb`. One that nobody knows stays as it is."""
    return requested(code) or code


def _prefix(values: dict[str, object]) -> str:
    prefix = values.get("target_prefix") or ""
    if not isinstance(prefix, str) or len(prefix) > _LONGEST_PREFIX or not prefix.isprintable():
        raise ValueError(f"metadata.json has an odd target_prefix: {prefix!r:.40}")
    return prefix


def _matching(values: dict[str, object], key: str, pattern: re.Pattern[str]) -> str:
    value = values.get(key)
    if value is None:
        raise ValueError(f"metadata.json has no {key}")
    text = str(value) if isinstance(value, str | int | float) else repr(value)
    if not pattern.fullmatch(text):
        raise ValueError(f"metadata.json has an odd {key}: {text[:40]!r}")
    return text
