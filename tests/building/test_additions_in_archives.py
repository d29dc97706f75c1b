"""Additions in books, whose pages are XHTML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import Run
from tests.documents.archive.archives import contents
from tests.documents.epub.books import FIRST, XHTML, book, package

NOTE = '<p class="legal">Anna &amp; Co.</p>\n'
FIRST_NAME, SECOND_NAME, NAV_NAME = "OEBPS/text/a b.xhtml", "OEBPS/b.xhtml", "OEBPS/nav.xhtml"
LONG = FIRST.replace("</body>", "<section><h2>Recht</h2><p>Ja.</p></section><h1>Zwei</h1><p>Und.</p></body>")
COVER = f'{XHTML} lang="de"><head><title>Umschlag</title></head><body><img src="x.png" alt="Ein Bild"/></body></html>'


def _ask(where: str, note: str = NOTE) -> None:
    Path("note.xhtml").write_text(note, "utf-8")
    text = f'targets = ["ru"]\n[[additions]]\nfile = "note.xhtml"\nwhere = "{where}"\n'
    Path("l10n.toml").write_text(text, "utf-8")


def _built(run: Run, data: bytes, where: str) -> dict[str, bytes]:
    Path("a.epub").write_bytes(data)
    _ask(where)
    run("update", "a.epub")
    run("build", "a.epub", "--fallback", "source", "--keep-lang")
    built = contents(Path("build/ru/a.epub").read_bytes())
    assert built.keys() == contents(data).keys()
    return built


@pytest.mark.parametrize(
    ("where", "member", "before", "after"),
    [
        ("start", FIRST_NAME, "<body>", "<h1>Der Anfang"),
        ("end", SECOND_NAME, '<script src="x.js"/>', "</body>"),
        ("after: Der Anfang", FIRST_NAME, "</section>", "<h1>Zwei"),
        ("after: Recht", FIRST_NAME, "</section>", "<h1>Zwei"),
        ("after: Zwei", FIRST_NAME, "<p>Und.</p>", "</body>"),
    ],
)
def test_in_a_book_it_stands_on_the_page_that_the_settings_mean(
    run: Run, project: Path, where: str, member: str, before: str, after: str
) -> None:
    data = book({FIRST_NAME: LONG})
    built = _built(run, data, where)
    assert {name for name, content in built.items() if content != contents(data)[name]} == {member}
    head, added, tail = built[member].decode().partition(NOTE)
    assert added
    assert head.rstrip().endswith(before)
    assert tail.lstrip().startswith(after)
    assert "".join((head + tail).split()) == "".join(contents(data)[member].decode().split())


def test_pages_without_words_and_tables_of_contents_are_no_edges(run: Run, project: Path) -> None:
    described = package(spine=("a", "b", "n")).replace("text/a%20b", "cover")
    built = _built(run, book({"OEBPS/book.opf": described, "OEBPS/cover.xhtml": COVER}), "start")
    assert NOTE in built[SECOND_NAME].decode()
    built = _built(run, book({"OEBPS/book.opf": package(spine=("b", "a", "n"))}), "end")
    assert NOTE in built[FIRST_NAME].decode()
    ET.fromstring(built[FIRST_NAME].replace(b"&nbsp;", b""))


@pytest.mark.parametrize("note", ["<p>Anna.<br>", "<p>Anna&nbsp;Muster</p>", "</body><body>", "Anna & Co."])
def test_what_would_break_the_pages_of_a_book_is_refused(run: Run, project: Path, note: str) -> None:
    Path("a.epub").write_bytes(book())
    _ask("end", f"\n{note}")
    run("update", "a.epub")
    stderr = run("build", "a.epub", "--fallback", "source", code=2).stderr
    assert "note.xhtml:2: is no XHTML, as pages of a book are: " in stderr
    assert "close all tags" in stderr


def test_a_book_of_pictures_has_no_room(run: Run, project: Path) -> None:
    Path("a.epub").write_bytes(book({FIRST_NAME: COVER, SECOND_NAME: COVER}))
    _ask("end")
    run("update", "a.epub")
    stderr = run("build", "a.epub", "--fallback", "source", code=2).stderr
    assert "error: a.epub: no page of the book has words" in stderr


def test_an_edition_of_a_book_has_it_too(run: Run, project: Path) -> None:
    _built(run, book(), "after: Der Anfang")
    run("build", "a.epub", "--fallback", "source", "--bilingual", "html")
    page = Path("build/ru/a.html").read_text("utf-8")
    assert page.count("Anna &amp; Co.") == 1
    assert page.index("Ein Haus") < page.index("Anna &amp; Co.") < page.index("Ende")
