"""A notice in files of office programs, as other programs read them."""

from __future__ import annotations

import io

import docx as python_docx
import odfdo
import pptx as python_pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents import docx, odf, pptx
from tests.conftest import examples
from tests.documents.archive.archives import archive, contents
from tests.documents.office import odf_files, word
from tests.documents.office.pptx_files import FILES as PRESENTATIONS

WORDS = st.text(st.sampled_from("aЖ &<>\"'ü"), min_size=1, max_size=8).filter(lambda words: words == words.strip())


def _with_properties(comments: str = "") -> bytes:
    file = io.BytesIO()
    document = python_docx.Document()
    document.add_heading("Titel")
    document.core_properties.comments = comments
    document.save(file)
    return file.getvalue()


def _metadata(description: str) -> dict[str, str]:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return {
        "meta.xml": f"<office:document-meta {spaces}><office:meta>{description}</office:meta></office:document-meta>"
    }


@examples(20, thorough=200)
@given(word.FILES, WORDS)
def test_a_document_has_it_as_first_paragraph(data: bytes, words: str) -> None:
    noticed = docx.with_notice(data, words, "ru")
    first, *others = python_docx.Document(io.BytesIO(noticed)).paragraphs
    assert first.text == words
    assert first.runs[0].bold
    assert [each.text for each in others] == [each.text for each in python_docx.Document(io.BytesIO(data)).paragraphs]
    before, after = contents(data), contents(noticed)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


@pytest.mark.parametrize(
    ("comments", "expected"), [("", "<Ж> & b"), ("Ein Bericht & mehr", "<Ж> & b\nEin Bericht & mehr")]
)
def test_the_properties_of_a_document_say_it_before_what_they_have(comments: str, expected: str) -> None:
    noticed = python_docx.Document(io.BytesIO(docx.with_notice(_with_properties(comments), "<Ж> & b", "ru")))
    assert noticed.core_properties.comments == expected
    assert [paragraph.text for paragraph in noticed.paragraphs] == ["<Ж> & b", "Titel"]


@pytest.mark.parametrize(("language", "is_rtl"), [("ar", True), ("ru", False)])
def test_a_document_says_it_in_the_direction_of_its_language(language: str, is_rtl: bool) -> None:
    body = contents(docx.with_notice(word.docx(""), "a", language))["word/document.xml"]
    assert (b"<w:bidi/>" in body, b"<w:rtl/>" in body) == (is_rtl, is_rtl)


def test_a_document_has_its_own_name_for_the_namespace() -> None:
    plain = word.docx(word.paragraph(word.run("a")))
    body = contents(plain)["word/document.xml"].replace(b"w:", b"x:").replace(b"xmlns:w=", b"xmlns:x=")
    other = archive({**contents(plain), "word/document.xml": body})
    first, second = python_docx.Document(io.BytesIO(docx.with_notice(other, "b", "ru"))).paragraphs
    assert (first.text, second.text) == ("b", "a")


@examples(20, thorough=200)
@given(odf_files.FILES, WORDS)
def test_an_open_document_has_it_as_first_paragraph(data: bytes, words: str) -> None:
    noticed = odf.with_notice(data, words, "ru")
    body, before = (odfdo.Document(io.BytesIO(file)).body for file in (noticed, data))
    first, *others = body.children
    assert first.text_recursive == words
    assert [other.serialize() for other in others] == [each.serialize() for each in before.children]


def test_an_open_document_has_it_behind_declarations_and_with_the_paragraph_that_begins_a_page() -> None:
    declarations = "<office:forms/><text:sequence-decls/>"
    plain = odf_files.odt(declarations + odf_files.p("a", style="P1") + odf_files.p("b"))
    assert _paragraphs(odf.with_notice(plain, "Ж", "ru")) == ["Ж", "a", "b"]
    content = contents(plain)["content.xml"]
    paged = content.replace(b'style:name="P1"', b'style:name="P1" style:master-page-name="First_20_Page"')
    other = archive({**contents(plain), "content.xml": paged})
    assert _paragraphs(odf.with_notice(other, "Ж", "ru")) == ["a", "Ж", "b"]


def _paragraphs(data: bytes) -> list[str]:
    return [paragraph.inner_text for paragraph in odfdo.Document(io.BytesIO(data)).body.paragraphs]


@pytest.mark.parametrize("kind", ["text", "presentation"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", "Ж &"),
        ("<dc:description/>", "Ж &"),
        ("<dc:description>a &lt; b</dc:description>", "Ж &\na < b"),
    ],
)
def test_the_metadata_of_an_open_document_say_it(kind: str, said: str, expected: str) -> None:
    mimetype = odf_files.TYPE.replace("text", kind)
    data = odf_files.odt("", _metadata(said), kind=kind, mimetype=mimetype)
    assert odfdo.Document(io.BytesIO(odf.with_notice(data, "Ж &", "ru"))).meta.description == expected


def test_the_properties_of_a_presentation_say_it() -> None:
    file = io.BytesIO()
    python_pptx.Presentation().save(file)
    noticed = python_pptx.Presentation(io.BytesIO(pptx.with_notice(file.getvalue(), "<Ж> &", "ru")))
    assert noticed.core_properties.comments.startswith("<Ж> &")


@examples(5, thorough=50)
@given(PRESENTATIONS, WORDS)
def test_a_presentation_without_properties_has_no_room(data: bytes, words: str) -> None:
    assert pptx.with_notice(data, words, "ru") == data
