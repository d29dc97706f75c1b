"""A notice in a book: its description says it, and the first page with words, in XHTML that is still well-formed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import ebooklib
import pytest
from ebooklib import epub as ebook

from l10n.documents import epub
from tests.documents.archive.archives import contents
from tests.documents.epub.books import FIRST, XHTML, book, package

DESCRIPTION = "<dc:description>Ein Buch &lt;b&gt;über&lt;/b&gt; ein Haus.</dc:description>"
COVER = f"{XHTML}><head><title>Cover</title></head><body> <img src='x.png' alt='Ein Haus'/></body></html>"


def _open(folder: Path, data: bytes) -> ebook.EpubBook:
    path = folder / "noticed.epub"
    path.write_bytes(epub.with_notice(data, "<Ж> & b", "ru"))
    return ebook.read_epub(path)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (DESCRIPTION, "<Ж> & b\nEin Buch <b>über</b> ein Haus."),
        (f"{DESCRIPTION}<dc:description>b</dc:description>", "<Ж> & b\nEin Buch <b>über</b> ein Haus."),
        ("<dc:description/>", "<Ж> & b"),
        ("", "<Ж> & b"),
    ],
)
def test_the_description_says_it_first(tmp_path: Path, said: str, expected: str) -> None:
    described = package().replace(DESCRIPTION, said)
    found = _open(tmp_path, book({"OEBPS/book.opf": described})).get_metadata("DC", "description")
    assert found[0][0] == expected


def test_the_first_page_with_words_says_it_and_no_other(tmp_path: Path) -> None:
    data = book({"OEBPS/b.xhtml": COVER, "OEBPS/book.opf": package(spine=("b", "a"))})
    pages = _open(tmp_path, data).get_items_of_type(ebooklib.ITEM_DOCUMENT)
    saying = [page.file_name for page in pages if "machine-translation-notice" in page.content.decode()]
    assert saying == ["text/a b.xhtml"]
    before, after = contents(data), contents(epub.with_notice(data, "a", "ru"))
    assert {name for name in before if before[name] != after[name]} == {"OEBPS/book.opf", "OEBPS/text/a b.xhtml"}


def test_the_page_is_still_xml() -> None:
    page = contents(epub.with_notice(book(), "<Ж>\u00a0&", "ru"))["OEBPS/text/a b.xhtml"].decode()
    body = ET.fromstring(page.replace("&nbsp;", "\u00a0")).find("{http://www.w3.org/1999/xhtml}body")
    assert body is not None
    assert "".join(body[0].itertext()) == "<Ж>\u00a0&"
    assert FIRST.partition("<h1>")[2] in page


def test_a_book_of_pictures_says_it_in_its_description_alone() -> None:
    data = book({"OEBPS/b.xhtml": COVER, "OEBPS/book.opf": package(spine=("b",))})
    before, after = contents(data), contents(epub.with_notice(data, "a", "ru"))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"OEBPS/book.opf", "OEBPS/nav.xhtml"}
