"""Where whole texts can be put into a book: at the edges of its text, and on a page behind a section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from l10n.documents.archive import Member, members
from l10n.documents.encoding import encoding_of
from l10n.documents.epub import package
from l10n.documents.epub.notice import is_read
from l10n.documents.html.positions import body, heading
from l10n.errors import L10nError


class BookPage(NamedTuple):
    """A member as text, without its byte order mark."""

    text: str
    start: int
    """The byte in the joined members at which it begins."""

    def offset(self, position: int) -> int:
        """The byte in the joined members of a character."""
        return self.start + len(self.text[:position].encode())


def edges(data: bytes) -> tuple[int, int]:
    """Where the body of the first page with words begins, and that of the last one ends; L10nError if none has any."""
    pages = [each for each in _pages(data) if is_read(each.text)]
    if not pages:
        raise L10nError("no page of the book has words, between which something could stand", "leave it out")
    return _body(pages[0])[0], _body(pages[-1])[1]


def page(data: bytes, position: int) -> tuple[int, int]:
    """Where the body of the page with this byte begins and ends."""
    return _body(_page(data, _around(data, position)))


def opening(data: bytes, start: int) -> int:
    """Where the heading whose words start there begins, with the tags of sections that begin with it."""
    own = _page(data, _around(data, start))
    return own.offset(heading(own.text, len(data[own.start : start].decode("utf-8", "replace"))))


def refuse_addition(text: str, path: Path) -> None:
    """L10nError for what is no XHTML: reading programs would not show the page."""
    try:
        expat.ParserCreate().Parse(f"<body>{text}</body>", True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        message = f"{path}:{error.lineno}: is no XHTML, as pages of a book are: {what}"
        raise L10nError(message, "close all tags (<p>…</p>, <br/>), and write &#160; for &nbsp;") from None


def _body(own: BookPage) -> tuple[int, int]:
    start, end = body(own.text)
    return own.offset(start), own.offset(end)


def _pages(data: bytes) -> Iterator[BookPage]:
    """The pages with the text of the book, in reading order."""
    described, *others = members(data)
    known = {member.name: member for member in others}
    for name in package.pages(described.name, _page(data, described).text):
        if name in known:
            yield _page(data, known[name])


def _around(data: bytes, position: int) -> Member:
    return next(member for member in members(data) if member.start <= position <= member.end)


def _page(data: bytes, member: Member) -> BookPage:
    content = data[member.start : member.end]
    size = len(encoding_of(content).mark)
    return BookPage(content[size:].decode("utf-8", "replace"), member.start + size)
