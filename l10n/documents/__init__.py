"""Source files, and articles made of them: one module a format, found by its suffixes; nothing has to be registered.

A format says where in the bytes of a file its texts are, and how a text is written there. Nothing is ever made anew
from a tree: what is written is the file with other bytes in some spans (`splice`), so with its own texts as translation
it is the same file, byte for byte, and everything that no format knows about stays as it is.

A format's module has

- `SUFFIXES`: of its files, with the dot and in small letters;
- `INLINE`: the form in which translators see inline elements in its texts, see `l10n.documents.inline`;
- `read(data, path, split)`: what is in the file. `path` is for messages only. `split` gives the spans of the sentences
  of a text, in characters; it is for formats that tell a heading by its looks alone. Raises L10nError, with the line,
  for what is not in this format, and for a file without text;
- `changes(document, renderings, language)`: what of the file gives way to what, in the file's order; there is a
  rendering for each segment. One that is its segment unchanged changes nothing, and one that is left out leaves no
  hole. In a strict one all is escaped that might be taken for markup and is none of the source's. With a `language`,
  what names the language of the file (`lang="de"`) names this one;
- `encode(text, before, after)`: the bytes of such a text between the bytes of the file before and after it, which may
  decide about the encoding. Never raises: what cannot be written becomes `?`;
- `skeleton(data)`: all that is structure and not words, comparable with that of another file. Never raises for what
  was spliced into a file that could be read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from l10n import plugins
from l10n.documents.splice import Change
from l10n.model import Block, Document
from l10n.model.rendering import Rendering

SHARED = {"encoding", "file", "inline", "paragraphs", "replacing", "spans", "splice", "wrapping"}
"""What formats have in common."""
_FAMILY = "l10n.documents"
_FALLBACK = "plain"
"""What a file with a suffix that no format has is read as."""

Split = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format has read in a file."""

    text: str
    """What the offsets of blocks count in, see `Document.text`."""
    blocks: tuple[Block, ...]
    """In the order of the file, without segments; a block may stand within a tag that is a piece of another."""


class Format(Protocol):
    """The module of a format; see above what its functions promise."""

    SUFFIXES: tuple[str, ...]
    INLINE: str

    @staticmethod
    def read(data: bytes, path: Path, split: Split) -> Reading:
        """The blocks of a file."""

    @staticmethod
    def changes(document: Document, renderings: Sequence[Rendering], language: str | None = None) -> Iterable[Change]:
        """What is to be changed of the file, in its order."""

    @staticmethod
    def encode(text: str, before: memoryview, after: memoryview) -> bytes:
        """The bytes of a text that is to stand between these."""

    @staticmethod
    def skeleton(data: bytes) -> Hashable:
        """The structure of a file, without its words."""


def formats() -> dict[str, Format]:
    """All formats by name."""
    return {name: named(name) for name in plugins.names(_FAMILY)}


def named(name: str) -> Format:
    """The format with this name; L10nError for an unknown one."""
    return cast("Format", plugins.load(_FAMILY, name))


def format_of(path: Path) -> str:
    """The name of the format that has the file's suffix, plain text if none has."""
    suffix = path.suffix.lower()
    return next((name for name, module in formats().items() if suffix in module.SUFFIXES), _FALLBACK)
