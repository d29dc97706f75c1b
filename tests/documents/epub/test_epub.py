"""EPUB: which texts a book has, in which order, and that the rest of it stays."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import ebooklib
import pytest
from ebooklib import epub
from hypothesis import given
from hypothesis import strategies as st

from l10n.building.article import article
from l10n.catalogue import po
from l10n.errors import L10nError
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.conftest import Run, examples
from tests.documents.archive.archives import contents
from tests.documents.epub.books import FILES, FIRST, MEMBERS, book, package


def read(folder: Path, data: bytes) -> Document:
    path = folder / "book.epub"
    path.write_bytes(data)
    return extract(path, "de", folder)


def build(document: Document, translations: Mapping[str, str], language: str | None = "en") -> bytes:
    texts = ((segment, translations.get(segment.text, segment.text)) for segment in document.segments)
    renderings = [Rendering(segment, text, RenderingOrigin.TRANSLATION) for segment, text in texts]
    return article(document, renderings, language)


def test_what_is_said_of_a_book_its_pages_in_their_order_and_its_contents_are_read(tmp_path: Path) -> None:
    texts = [(block.kind, segment.text) for block in read(tmp_path, book()).blocks for segment in block.segments]
    assert [(str(kind), text) for kind, text in texts] == [
        ("title", "Das Haus"),
        ("field", "Ein Buch &lt;b>über&lt;/b> ein Haus."),
        ("title", "Anfang"),
        ("heading", "Der Anfang"),
        ("paragraph", "Das Haus ist <em>groß</em>."),
        ("paragraph", "Es ist alt."),
        ("alternative text", "Ein Haus"),
        ("paragraph", "Ende\u00a0gut."),
        ("title", "Inhalt"),
        ("list item", "<a>Der Anfang</a>"),
        ("title", "Das Haus"),
        ("list item", "Der Anfang & mehr"),
    ]


def test_the_spine_gives_the_order(tmp_path: Path) -> None:
    document = read(tmp_path, book({"OEBPS/book.opf": package(spine=("b", "a"))}))
    texts = [segment.text for segment in document.segments]
    assert texts.index("Ende\u00a0gut.") < texts.index("Der Anfang")


def test_only_the_members_that_change_are_written_anew(tmp_path: Path) -> None:
    data = book()
    document = read(tmp_path, data)
    assert build(document, {}, None) == data
    built = build(document, {"Der Anfang & mehr": "The beginning & more"}, None)
    assert built.startswith(data[: data.index(b"OEBPS/toc.ncx") - 30])
    assert contents(built) == contents(data) | {
        "OEBPS/toc.ncx": MEMBERS["OEBPS/toc.ncx"].replace("Der Anfang &amp; mehr", "The beginning &amp; more").encode()
    }


def test_another_program_reads_the_translation(tmp_path: Path) -> None:
    document = read(tmp_path, book())
    texts = {
        "Das Haus": "The House & I",
        "Der Anfang": "The Start",
        "Das Haus ist <em>groß</em>.": "The house <em>is\u00a0big</em>.",
        "Es ist alt.": "Old & <b>.",
        "Ein Haus": 'A "house"',
    }
    (tmp_path / "built.epub").write_bytes(build(document, texts))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = epub.read_epub(tmp_path / "built.epub")
    assert opened.get_metadata("DC", "title")[0][0] == "The House & I"
    assert opened.get_metadata("DC", "language")[0][0] == "en"
    assert opened.get_metadata("DC", "creator")[0][0] == "Anna Muster"
    (page,) = [
        each for each in opened.get_items_of_type(ebooklib.ITEM_DOCUMENT) if each.get_name().endswith("a b.xhtml")
    ]
    shown = page.get_content().decode()
    assert "<p>The house <em>is" in shown
    assert "Old &amp; &lt;b&gt;." in shown
    with zipfile.ZipFile(tmp_path / "built.epub") as file:
        assert file.infolist()[0].filename == "mimetype"
        assert file.infolist()[0].compress_type == zipfile.ZIP_STORED
        first = file.read("OEBPS/text/a b.xhtml").decode()
    assert 'xml:lang="en"' in first
    assert "is&nbsp;big</em>.<br/>Old" in first
    assert 'alt="A &quot;house&quot;" />' in first


def test_a_page_without_named_references_gets_none(tmp_path: Path) -> None:
    """Only a document type declares `&nbsp;`."""
    built = contents(build(read(tmp_path, book()), {"Ende\u00a0gut.": "All\u00a0is well."}))
    assert "<p>All\u00a0is well.</p>" in built["OEBPS/b.xhtml"].decode()


def test_the_language_may_stay(tmp_path: Path) -> None:
    data = book()
    assert b"<dc:language>ar</dc:language>" in contents(build(read(tmp_path, data), {}, "ar"))["OEBPS/book.opf"]
    assert build(read(tmp_path, data), {}, None) == data


OBFUSCATED = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/>
<enc:CipherData><enc:CipherReference URI="OEBPS/font.otf"/></enc:CipherData></enc:EncryptedData></encryption>"""


def test_fonts_may_be_obfuscated(tmp_path: Path) -> None:
    data = book({"META-INF/encryption.xml": OBFUSCATED.format("http://www.idpf.org/2008/embedding")})
    assert read(tmp_path, data).segments


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"META-INF/encryption.xml": OBFUSCATED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")}, "is encrypted"),
        ({"META-INF/encryption.xml": "<e><EncryptedData/></e>"}, "is encrypted"),
        ({"META-INF/rights.xml": "<rights/>"}, "is protected"),
        ({"META-INF/signatures.xml": "<signatures/>"}, "is signed"),
        ({"META-INF/container.xml": "<container/>"}, "is no EPUB"),
        ({"OEBPS/b.xhtml": MEMBERS["OEBPS/b.xhtml"].encode("utf-16")}, "its member OEBPS/b.xhtml looks binary"),
        ({"OEBPS/b.xhtml": "<html>ä</html>".encode("cp1252")}, "OEBPS/b.xhtml:1: not utf-8 text"),
        (
            {"OEBPS/b.xhtml": b'<?xml version="1.0" encoding="iso-8859-1"?><html>\xe4</html>'},
            "its member OEBPS/b.xhtml is in cp1252",
        ),
        ({"OEBPS/b.xhtml": '<!DOCTYPE html [<!ENTITY x "y">]><p>&x;</p>'}, "OEBPS/b.xhtml has entities of its own"),
        ({"OEBPS/book.opf": package().replace('"b.xhtml', '"c.xhtml')}, "lacks its member OEBPS/c.xhtml"),
    ],
)
def test_what_cannot_be_translated_is_refused_with_its_reason(
    tmp_path: Path, changed: Mapping[str, str | bytes], message: str
) -> None:
    with pytest.raises(L10nError) as caught:
        read(tmp_path, book(changed))
    assert caught.value.message.startswith(f"{tmp_path / 'book.epub'}: ")
    assert message in caught.value.message
    assert caught.value.hint


SIGNS = st.sampled_from(
    ["слово", "a & b", "<", ">", "&nbsp;", "]]>", '"', "'", "<p>", "\u00a0", "\ufffe", "&#0;", "-->"]
)


@examples(40, thorough=400)
@given(data=FILES, text=st.lists(SIGNS, min_size=1, max_size=4).map(" ".join))
def test_what_is_built_is_xml(tmp_path_factory: pytest.TempPathFactory, data: bytes, text: str) -> None:
    document = read(tmp_path_factory.mktemp("book"), data)
    translations = {
        segment.text: f"x {text}"
        for segment in document.segments
        if not segment.tags and not {"<", "{"} & set(segment.text)
    }
    built = contents(build(document, translations))
    before = contents(data)
    assert list(built) == list(before)
    for name in ("OEBPS/book.opf", "OEBPS/toc.ncx", "OEBPS/nav.xhtml", "OEBPS/b.xhtml"):
        was, now = (ET.fromstring(each[name].replace(b"&nbsp;", b"")) for each in (before, built))
        assert [element.tag for element in now.iter()] == [element.tag for element in was.iter()]


def test_a_book_is_drafted_and_built(run: Run, project: Path, packages: Path) -> None:
    (project / "haus.epub").write_bytes(book({"OEBPS/text/a b.xhtml": FIRST.replace("<br/>Es ist alt.&nbsp;", "")}))
    run("update", "haus.epub", "--to", "en")
    catalogue = project / "locales" / "en" / "LC_MESSAGES" / "haus.po"
    assert "#: haus.epub\n" in catalogue.read_text("utf-8")
    run("draft", "haus.epub", "--to", "en", "--packages", packages)
    drafts = {entry.msgid: entry.msgstr for entry in po.read(catalogue).entries}
    assert drafts["Das Haus ist <em>groß</em>."] == "The house is <em>big</em>."
    run("build", "haus.epub", "--to", "en", "--fallback", "draft")
    built = contents((project / "build" / "en" / "haus.epub").read_bytes())
    assert "<p>The house is <em>big</em>.</p>" in built["OEBPS/text/a b.xhtml"].decode()
    assert built["OEBPS/x.png"] == MEMBERS["OEBPS/x.png"].encode()


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("", "he", ' page-progression-direction="rtl"'),
        (' page-progression-direction="ltr"', "he", ' page-progression-direction="rtl"'),
        (' page-progression-direction="default"', "he", ' page-progression-direction="rtl"'),
        ("", "en", ""),
        (' page-progression-direction="rtl"', "en", ' page-progression-direction="rtl"'),
    ],
)
def test_the_pages_turn_as_the_language_is_written(tmp_path: Path, said: str, language: str, expected: str) -> None:
    described = package().replace('<spine toc="t"', f'<spine{said} toc="t"')
    built = contents(build(read(tmp_path, book({"OEBPS/book.opf": described})), {}, language))
    assert f'<spine{expected} toc="t">' in built["OEBPS/book.opf"].decode()


def test_a_book_of_version_2_does_not_say_how_its_pages_turn(tmp_path: Path) -> None:
    data = book({"OEBPS/book.opf": package().replace('version="3.0"', 'version="2.0"')})
    assert '<spine toc="t">' in contents(build(read(tmp_path, data), {}, "he"))["OEBPS/book.opf"].decode()
