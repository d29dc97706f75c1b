"""What a document is made of. Values only, no files.

What a file has by the ten thousand is a named tuple: it is made five times as fast as a frozen class.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a block of the document is, as people are told, in small letters and spaces; there may be more kinds."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CELL = "table cell"
    CAPTION = "caption"
    TITLE = "title"
    """Of the document, or a tooltip of a link or a picture."""
    ALTERNATIVE = "alternative text"
    FIELD = "field"
    """Of front matter, of a form: a description, a placeholder, the label of a button."""
    QUOTATION = "quotation"
    VERSE = "verse"
    """A line of a poem or a song."""
    ADDRESS = "address"
    """A line of it."""
    LINE = "line"
    """One of several short lines that are neither sentences nor headings."""
    SUBTITLE = "subtitle"
    """What is said in a film."""
    DESCRIPTION = "sound description"
    """What is heard in a film and is not said: `[Musik]`."""


class PieceKind(StrEnum):
    """What a piece of a block does."""

    TEXT = "text"
    """It is text, to be translated."""
    OPEN = "open"
    """It begins something around the pieces up to its `CLOSE`: a link, emphasis."""
    CLOSE = "close"
    ALONE = "alone"
    """It stands for itself and is copied: code, a picture, a forced line break."""


class Piece(NamedTuple):
    """A span of the file without a border of a block or of an inline element inside."""

    kind: PieceKind
    start: int
    """Byte offset in the file."""
    end: int
    """Byte offset after its last byte."""
    text: str
    """What translators see of it: text without the escapes of the format, a tag, code."""
    source: str = ""
    """What stands for it in the file, where `text` is another: `<a href="…">` for `<a>`; empty if it is the same.

    Tags that get numbers have it always."""
    note: str = ""
    """What a tag is, for people: `link to https://…`; empty if it says so itself."""


class Display(NamedTuple):
    """When a part of a block is shown, in a film."""

    offset: int
    """Character offset in the text of the block at which the part begins, which goes on up to the next one."""
    begin: str
    """As the file writes it: `00:00:01,000`."""
    end: str
    seconds: float
    """For how long; where other texts are shown at the same time, the share that it has of their characters."""


class Segment(NamedTuple):
    """One sentence of the document: what becomes one entry of the catalogue."""

    text: str
    """The msgid: no white space around it, line breaks of a hard-wrapped paragraph as spaces."""
    start: int
    """Character offset in the text of its block."""
    end: int
    """Offset after its last character; `block.text[start:end]` is the segment as it stands in the block."""
    line: int
    """Line of the file, from 1; 0 in a file without lines."""
    tags: tuple[str, ...] = ()
    """What its tags are, for people: `<a1> = link to https://…`."""
    notes: tuple[str, ...] = ()
    """What else people have to know of it: when it is shown."""


class Block(NamedTuple):
    """A heading, a paragraph, whatever else has sentences of its own."""

    kind: BlockKind
    number: int
    """Counted from 1 among the blocks of its kind."""
    pieces: tuple[Piece, ...]
    """In the order of the file, at least one of them text; between two pieces may be bytes that are nobody's text."""
    offset: int
    """Character offset of its text in the document's."""
    line: int
    """Line of the file on which it begins, from 1; 0 in a file without lines, as one that is an archive."""
    level: int = 0
    """Of a heading, 1 for that of the whole document; 0 for what is none."""
    segments: tuple[Segment, ...] = ()
    """In reading order, with white space or tags between them; none until the document is segmented, and none where
    nothing is translated."""
    syntax: str = ""
    """What its text is written in, where that is not the syntax of the whole file: `html` in Markdown."""
    displays: tuple[Display, ...] = ()
    """When its parts are shown, in their order; none in a text that is read at one's own pace."""

    @property
    def text(self) -> str:
        """What is segmented: the texts of its pieces."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def start(self) -> int:
        """Byte offset in the file."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Byte offset after its last byte."""
        return self.pieces[-1].end

    def with_segments(self, segments: tuple[Segment, ...]) -> Block:
        """The block with these; in a fifth of the time of `_replace`."""
        kind, number, pieces, offset, line, level, _, syntax, displays = self
        return tuple.__new__(Block, (kind, number, pieces, offset, line, level, segments, syntax, displays))


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody may not have meant so, though it is read as it stands."""

    line: int
    """Line of the file, from 1; 0 for what is said of the whole file."""
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source file and its segments in reading order."""

    name: str
    """The path below the root of the sources, without suffix: `guide/index`, the gettext domain of its catalogues."""
    reference: str
    """What `#:` lines call the file."""
    format: str
    """Name of the format that it was read in: `plain`."""
    data: bytes
    """The file, byte for byte; of one that is an archive the members with texts, joined."""
    text: str
    """What the offsets of blocks count in: all the text of the file, without a byte order mark."""
    blocks: tuple[Block, ...]
    language: str = ""
    """The code of its language; empty if nobody has said it."""
    remarks: tuple[Remark, ...] = ()
    """What people have to be told of the file."""
    archive: bytes = b""
    """The file, where `data` is what was taken out of it."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in reading order."""
        return tuple([segment for block in self.blocks for segment in block.segments])
