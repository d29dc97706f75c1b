"""Source files, and articles made of them: one module a format, found by its suffixes; nothing has to be registered.

A format says where in the bytes of a file its texts are, and how a text is written there. Nothing is ever made anew
from a tree: what is written is the file with other bytes in some spans (`splice`), so with its own texts as translation
it is the same file, byte for byte, and everything that no format knows about stays as it is.

A format's module has

- `SUFFIXES`: of its files, with the dot and in small letters;
- `read(data, path, split)`: what is in the file. `path` is for messages only. `split` gives the spans of the sentences
  of a text, in characters; it is for formats that tell a heading by its looks alone. Raises L10nError, with the line,
  for what is not in this format, and for a file without text;
- `changes(document, renderings)`: what of the file gives way to what, in the file's order; there is a rendering for
  each segment. One that is its segment unchanged changes nothing, and one that is left out leaves no hole;
- `encode(text, before, after)`: the bytes of a text where it is to stand, between the bytes of the file before and
  after it, which may decide about escapes and encoding. Never raises: what cannot be written becomes `?`;
- `skeleton(data)`: all that is structure and not words, comparable with that of another file. Never raises for what
  was spliced into a file that could be read.

Modules of this folder without suffixes are what formats share.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from l10n import plugins
from l10n.documents.advice import advice
from l10n.documents.splice import Change
from l10n.errors import L10nError
from l10n.model import Block, Document
from l10n.model.rendering import Rendering

_FAMILY = "l10n.documents"

Split = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format has read in a file."""

    text: str
    """What the offsets of blocks count in, see `Document.text`."""
    blocks: tuple[Block, ...]
    """In the order of the file, without segments; their spans do not overlap."""


class Format(Protocol):
    """The module of a format; see above what its functions promise."""

    SUFFIXES: tuple[str, ...]

    @staticmethod
    def read(data: bytes, path: Path, split: Split) -> Reading:
        """The blocks of a file."""

    @staticmethod
    def changes(document: Document, renderings: Sequence[Rendering]) -> Iterable[Change]:
        """What is to be changed of the file, in its order."""

    @staticmethod
    def encode(text: str, before: memoryview, after: memoryview) -> bytes:
        """The bytes of a text that is to stand between these."""

    @staticmethod
    def skeleton(data: bytes) -> Hashable:
        """The structure of a file, without its words."""


def formats() -> dict[str, Format]:
    """All formats by name."""
    modules = plugins.modules(_FAMILY)
    return {name: cast("Format", module) for name, module in modules.items() if hasattr(module, "SUFFIXES")}


def named(name: str) -> Format:
    """The format with this name; L10nError for an unknown one."""
    known = formats()
    if name not in known:
        raise L10nError(f"unknown format '{name}'", f"l10n reads {_listed(known)}")
    return known[name]


def format_of(path: Path) -> str:
    """The name of the format that has the file's suffix; L10nError, with what to do, if none has."""
    suffix = path.suffix.lower()
    known = formats()
    name = next((name for name, module in known.items() if suffix in module.SUFFIXES), "")
    if not name:
        what = f"files {suffix} are of no format that l10n reads" if suffix else "has no suffix that tells its format"
        raise L10nError(f"{path}: {what}", f"{advice(suffix)}l10n reads {_listed(known)}")
    return name


def _listed(known: Mapping[str, Format]) -> str:
    return ", ".join(f"{name} ({' '.join(module.SUFFIXES)})" for name, module in known.items())
