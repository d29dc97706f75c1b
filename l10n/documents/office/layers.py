"""The elements between a paragraph and its words, outermost first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import takewhile
from typing import NamedTuple

from l10n.documents.office.dialect import Formatting
from l10n.model import Span


class LayerRole(Enum):
    """What an element around words is."""

    PAIR = "pair"
    """Translators see it."""
    NOISE = "noise"
    RUN = "run"
    WORDS = "words"
    """Only words may stand in it."""


_PAIR, _NOISE, _RUN = LayerRole.PAIR, LayerRole.NOISE, LayerRole.RUN  # members of an enumeration are slow to reach


class Layer(NamedTuple):
    """An element between a paragraph and its words; two of the same key are as good as one."""

    role: LayerRole
    key: object
    opening: Span
    """Where its start tag stands, with properties that follow."""
    closing: Span
    formatting: Formatting = frozenset()
    tag: str = ""
    note: str = ""


Path = tuple[Layer, ...]


def containers(path: Path) -> Path:
    """Those of the elements in which runs stand."""
    return tuple(layer for layer in path if layer.role is _PAIR or layer.role is _NOISE)


def runs(path: Path) -> Path:
    """Those of the elements that say how words look."""
    return tuple(layer for layer in path if layer.role is _RUN)


def innermost(path: Path, depth: int) -> Span | None:
    """Where the innermost pair of a path is opened, beyond so many layers; None if it is in none."""
    return next((layer.opening for layer in reversed(containers(path)[depth:]) if layer.role is LayerRole.PAIR), None)


def common(first: Sequence[Layer], second: Sequence[Layer]) -> Path:
    """The layers that both begin with."""
    return tuple(
        layer for layer, _ in takewhile(lambda pair: pair[0].key == pair[1].key, zip(first, second, strict=False))
    )


def as_noise(path: Path) -> Path:
    """The path to a pair: what a run says of all that is in it cannot be said again of a part."""
    return tuple(
        layer._replace(role=LayerRole.NOISE, key=layer.opening) if layer.role is LayerRole.RUN else layer
        for layer in path
    )
