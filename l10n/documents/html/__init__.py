"""HTML and XHTML: texts with tags, attributes that people read, and the language of the file.

`blocks.blocks_of` and `writing.changes_of` are for HTML within files of other formats, too.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from pathlib import Path

from l10n.documents import Reading, Split, inline
from l10n.documents.encoding import Encoding, refuse_empty
from l10n.documents.html.blocks import blocks_of
from l10n.documents.html.charset import charset, decode
from l10n.documents.html.escaping import encoded
from l10n.documents.html.language import renamings
from l10n.documents.html.notice import markup
from l10n.documents.html.positions import body, heading
from l10n.documents.html.scanning import switch
from l10n.documents.html.skeleton import structure
from l10n.documents.html.tokens import tokens
from l10n.documents.html.writing import changes_of
from l10n.documents.splice import Change, splice
from l10n.documents.switches import remarks
from l10n.model import Document
from l10n.model.rendering import Rendering, by_block
from l10n.text.lines import LINE_BREAK

SUFFIXES = (".htm", ".html", ".xhtml")
INLINE = "tags"


def read(
    data: bytes,
    path: Path,
    split: Split,  # noqa: ARG001  # tags tell headings
    fields: Collection[str] = (),  # noqa: ARG001  # there is no front matter
) -> Reading:
    """A block for each text between the tags of blocks, and for each attribute that people read.

    Raises L10nError for an empty file, and for one in another charset than it says.
    """
    text, encoding = decode(data, path)
    refuse_empty(text, path)
    blocks = blocks_of(text, start=len(encoding.mark), encoding=encoding.name)
    return Reading(text, tuple(blocks), tuple(remarks(switches(text))))


def changes(document: Document, renderings: Sequence[Rendering], language: str | None = None) -> list[Change]:
    """What is to be changed of the file, in its order; `renderings` has one for each segment."""
    named = _renamed(document, language) if language else ()
    return changes_of(document.data, by_block(document, renderings), inline.named(INLINE), named)


def encode(text: str, before: memoryview, after: memoryview) -> bytes:
    """The markup in the charset of the file, with character references for what that lacks."""
    return encoded(text, charset(before, after).name)


def skeleton(data: bytes) -> Hashable:
    """The tags, with all that is not translated of them; those within a text in whatever order."""
    return structure(_text(data)[1])


def edges(data: bytes) -> tuple[int, int]:
    """The byte offsets behind `<body>` and before `</body>`."""
    encoding, text = _text(data)
    start, end = body(text)
    return _offset(encoding, text[:start]), _offset(encoding, text[:end])


def opening(data: bytes, start: int) -> int:
    """Where the heading whose words start there begins, with the tags of sections that begin with it."""
    encoding, text = _text(data)
    position = heading(text, len(data[len(encoding.mark) : start].decode(encoding.name, "replace")))
    return _offset(encoding, text[:position])


def with_notice(data: bytes, words: str, language: str) -> bytes:
    """The words in a `<meta>` at the end of the head, if a tag ends it, and in a paragraph at the start of the body."""
    encoding, text = _text(data)
    changes_here = [
        Change(*(_offset(encoding, text[:position]),) * 2, added) for position, added in markup(text, words, language)
    ]
    return splice(data, changes_here, encode)


def switches(text: str) -> Iterator[tuple[int, str]]:
    """The line of each, from 1, and its word."""
    line, counted = 1, 0
    for token in tokens(text) if "l10n:" in text else ():
        if word := switch(text, token):
            line += len(LINE_BREAK.findall(text, counted, token.start))
            counted = token.start
            yield line, word


def _text(data: bytes) -> tuple[Encoding, str]:
    encoding = charset(data)
    return encoding, data[len(encoding.mark) :].decode(encoding.name, "replace")


def _offset(encoding: Encoding, before: str) -> int:
    """Of the byte in the file behind this text."""
    return len(encoding.mark) + len(before.encode(encoding.name, "replace"))


def _renamed(document: Document, language: str) -> Iterator[Change]:
    """The changes that make the file say that it is in another language."""
    encoding = charset(document.data)
    counted, position = 0, len(encoding.mark)
    for start, end, name in renamings(document.text, document.language, language):
        first = position + len(document.text[counted:start].encode(encoding.name))
        counted, position = end, first + len(document.text[start:end].encode(encoding.name))
        yield Change(first, position, name)
