"""Markdown: CommonMark with what GitHub adds, front matter, and raw HTML.

Translators see its own marks on one line; code, math, comments, addresses and templates (`{{…}}`) stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from l10n.config import FRONT_MATTER
from l10n.documents import Reading, Split
from l10n.documents.encoding import encoding_of, prose, refuse_empty
from l10n.documents.inline.commonmark.events import events
from l10n.documents.markdown.notice import noticed
from l10n.documents.markdown.outline import outline as outline_of
from l10n.documents.markdown.reader import HTML, content
from l10n.documents.markdown.structure import structure
from l10n.documents.markdown.writer import changes
from l10n.errors import L10nError
from l10n.model import Block

__all__ = [
    "INLINE",
    "NAMES_LANGUAGE",
    "SUFFIXES",
    "changes",
    "edges",
    "encode",
    "outline",
    "read",
    "skeleton",
    "with_notice",
]

SUFFIXES = (".md", ".markdown")
INLINE = "markdown"
NAMES_LANGUAGE = False
"""No file says in which language it is."""


def read(
    data: bytes,
    path: Path,
    split: Split,  # noqa: ARG001  # what is a heading has a mark
    fields: Collection[str] = FRONT_MATTER,
) -> Reading:
    """A block for each heading, paragraph, item and cell with words in it, and each text of the front matter.

    Raises L10nError for what is empty, binary or not UTF-8, and for a table that lacks too many cells.
    """
    encoding = encoding_of(data)
    if encoding.name != "utf-8":
        raise L10nError(f"{path}: Markdown in {encoding.name.upper()}", "save it as UTF-8 and run again")
    text = prose(data, path)
    refuse_empty(text, path)
    blocks, remarks = content(data, len(encoding.mark), fields)
    _refuse_what_is_read_twice(blocks, path)
    return Reading(text, tuple(blocks), tuple(remarks))


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # it is UTF-8 everywhere
    """The text in UTF-8; what is no character becomes `?`."""
    return text.encode("utf-8", "replace")


def skeleton(data: bytes) -> tuple[object, ...]:
    """The structure of a file, with or without a byte order mark."""
    return structure(data[len(encoding_of(data).mark) :])


def outline(data: bytes) -> object | None:
    """What a renderer makes of a file, with or without a byte order mark, without the words; None if that says less
    than the structure.
    """
    return outline_of(data[len(encoding_of(data).mark) :])


def edges(data: bytes) -> tuple[int, int]:
    """The byte offsets at which the text begins, after front matter, and ends."""
    start = len(encoding_of(data).mark)
    first = next(events(data[start:]), None)
    if first and first.kind == "Start" and first.name == "MetadataBlock":
        start += first.end
    return start, len(data)


def with_notice(data: bytes, words: str, language: str) -> bytes:  # noqa: ARG001  # nothing in it names a language
    """The words as a key of the front matter, for the site's theme to show; without any, as first paragraph."""
    return noticed(data, words, encoding_of(data), edges(data)[0])


def _refuse_what_is_read_twice(blocks: Iterable[Block], path: Path) -> None:
    """Where the rows of a table lack 262,144 cells together, the parser ends it within a row, and begins that anew."""
    end = 0
    for _, _, pieces, _, line, _, _, syntax, _ in blocks:
        if syntax == HTML:
            continue
        if pieces[0].start < end:
            message = f"{path}:{line}: the rows of a table lack too many cells"
            raise L10nError(message, "give each row a cell for each column, or leave the file out of the sources")
        end = pieces[-1].end
