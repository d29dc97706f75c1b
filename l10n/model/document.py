"""What a document is made of. Values only, no files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of the document is, as told to the reviewer."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of the document: what becomes one entry of the catalogue."""

    text: str
    """The msgid: no white space around it, line breaks of a hard-wrapped paragraph as spaces."""
    start: int
    """Character offset in the document's text."""
    end: int
    """Offset after its last character; `document.text[start:end]` is the segment as it stands in the file."""
    line: int
    """Line of the file, from 1."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph."""

    kind: BlockKind
    number: int
    """Counted from 1 among the blocks of its kind."""
    segments: tuple[Segment, ...]
    """One segment at least."""

    @property
    def start(self) -> int:
        """Character offset in the document's text."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.segments[-1].end


@dataclass(frozen=True, slots=True)
class Document:
    """A source text and its segments in reading order; the text between segments is white space."""

    name: str
    """File name without suffix: the name of its catalogues (the gettext domain)."""
    reference: str
    """What `#:` lines call the file."""
    text: str
    blocks: tuple[Block, ...]
    mark: bytes = b""
    """The file's byte order mark, which tells its encoding; none for UTF-8."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in reading order."""
        return tuple(segment for block in self.blocks for segment in block.segments)
