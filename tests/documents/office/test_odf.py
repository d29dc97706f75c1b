"""What of OpenDocument files is translated, what stays, and what is refused."""

from __future__ import annotations

import io
import re

import odfdo
import pytest

from tests.documents.archive.archives import archive, contents
from tests.documents.office import texts as office
from tests.documents.office.odf_files import PICTURE, TYPE, link, note, odt, p, span, styles


def _texts(*content: str) -> list[str]:
    return office.texts(odt(p(*content)), ".odt")


def _body(data: bytes) -> str:
    content = contents(data)["content.xml"].decode()
    return content[content.index("<office:text>") + 13 : content.index("</office:text>")]


def _written(body: str, translations: dict[str, str]) -> str:
    return _body(office.written(odt(body), ".odt", translations))


def test_elements_and_styles_tell_what_a_block_is() -> None:
    body = (
        p("Das Buch", style="P1")
        + '<text:h text:outline-level="2">Kapitel</text:h>'
        + f"<text:list><text:list-item>{p('Punkt')}</text:list-item></text:list>"
        + f"<table:table-cell>{p('Zelle')}</table:table-cell>"
        + p("Bild 1", style="Caption")
    )
    assert office.kinds(odt(body), ".odt") == [
        ("heading", 1, "Das Buch"),
        ("heading", 2, "Kapitel"),
        ("list item", 0, "Punkt"),
        ("table cell", 0, "Zelle"),
        ("caption", 0, "Bild 1"),
    ]


def test_spans_that_nobody_sees_are_none_and_others_say_how_they_look() -> None:
    assert _texts("Das ", span("Ha", "T1"), span("us", "T1"), " ist ", span("alt", "T2"), ".") == [
        "Das Haus ist <b>alt</b>."
    ]
    segment = office.document(odt(p("Ja ", span("rot", "T3"))), ".odt").segments[0]
    assert (segment.text, segment.tags) == ("Ja <g>rot</g>", ("<g> = formatting: fo:color=#ff0000",))


def test_spans_and_links_go_where_the_translation_has_them() -> None:
    body = p("Siehe ", link("Seite"), " und ", span("das", "T2"), " da. Ja.")
    text = _written(body, {"Siehe <a>Seite</a> und <b>das</b> da.": "<b>Это</b> & <a>стр.</a>"})
    assert text == p(span("Это", "T2"), " &amp; ", link("стр."), " Ja.")


def test_nested_spans_keep_both_looks() -> None:
    body = p("Ja ", span(f"a {span('b', 'T3')} c", "T2"), " nein")
    assert office.texts(odt(body), ".odt") == ["Ja <b>a </b><g>b</g><b> c</b> nein"]
    text = _written(body, {"Ja <b>a </b><g>b</g><b> c</b> nein": "<g>б</g> да"})
    assert span(span("б", "T3"), "T2") in text


def test_several_spaces_stay_several() -> None:
    assert _written(p('Ein <text:s text:c="2"/>Satz.'), {"Ein   Satz.": "Два   слова."}) == p(
        'Два <text:s text:c="2"/>слова.'
    )


def test_notes_are_blocks_of_their_own_and_go_with_their_sentence() -> None:
    body = p("Ein Wort", note(p("Die Note.")), " hier. Zwei.", note(p("Noch eine.")))
    assert office.texts(odt(body), ".odt") == ["Ein Wort<fn/> hier.", "Zwei.", "Die Note.", "Noch eine."]
    text = _written(body, {"Ein Wort<fn/> hier.": "Тут слово<fn/>.", "Die Note.": "Сноска."})
    assert text == p("Тут слово", note(p("Сноска.")), ". Zwei.", note(p("Noch eine.")))


def test_pictures_breaks_and_fields_stand_for_themselves() -> None:
    body = p("Das ", PICTURE, " Bild<text:line-break/>auf <text:page-number>7</text:page-number> hier")
    assert office.texts(odt(body), ".odt") == ["Das <x1/> Bild<br>auf <x2/> hier", "Titel", "Ein Bild"]


def test_headers_and_the_title_of_the_document_are_read() -> None:
    others = styles(f"<office:master-styles><style:header>{p('Kopf')}</style:header></office:master-styles>") | {
        "meta.xml": '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ein Dokument</dc:title></office:document-meta>'
    }
    assert office.texts(odt(p("Wort"), others), ".odt") == ["Wort", "Kopf", "Ein Dokument"]


def test_the_language_is_named_with_its_country() -> None:
    content = contents(office.written(odt(p("Wort")), ".odt", {}, "pt_BR"))["content.xml"].decode()
    assert 'fo:language="pt" fo:country="BR"' in content
    content = contents(office.written(odt(p("Wort")), ".odt", {}, "ru"))["content.xml"].decode()
    assert 'fo:language="ru" fo:country="none"' in content


@pytest.mark.parametrize(("language", "direction"), [("he", "rl-tb"), ("ru", "lr-tb")])
def test_pages_and_paragraphs_are_written_in_the_direction_of_the_language(language: str, direction: str) -> None:
    layout = '<style:page-layout><style:page-layout-properties style:writing-mode="lr-tb"/></style:page-layout>'
    paragraph = '<style:default-style><style:paragraph-properties style:writing-mode="page"/></style:default-style>'
    built = contents(office.written(odt(p("Wort"), styles(paragraph + layout)), ".odt", {}, language))
    assert re.findall('writing-mode="([^"]+)"', built["styles.xml"].decode()) == ["page", direction]


def test_a_table_of_contents_and_comments_are_kept() -> None:
    index = f"<text:table-of-content><text:index-body>{p('Eins 1')}</text:index-body></text:table-of-content>"
    read = office.document(odt(index + p("Eins", f"<office:annotation>{p('Stimmt?')}</office:annotation>")), ".odt")
    assert [segment.text for segment in read.segments] == ["Eins"]
    assert "update the fields" in read.remarks[0].text


def test_what_may_not_be_read_is_refused() -> None:
    changes = "<text:tracked-changes><text:changed-region/></text:tracked-changes>"
    assert "tracked changes" in office.refused(odt(changes + p("Wort")), ".odt").message
    assert "encrypted" in office.refused(odt(p("x"), {"META-INF/manifest.xml": "<encryption-data/>"}), ".odt").message
    assert "signed" in office.refused(odt(p("x"), {"META-INF/documentsignatures.xml": ""}), ".odt").message
    assert "another kind" in office.refused(odt(p("x"), mimetype=TYPE.replace("text", "spreadsheet")), ".odt").message
    assert "another kind" in office.refused(archive({"a": b""}), ".odt").message
    assert "lacks its member content.xml" in office.refused(archive({"mimetype": TYPE.encode()}), ".odt").message


def test_a_library_finds_the_texts_in_what_is_built() -> None:
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Header(1, "Der Titel"))
    made.body.append(odfdo.Paragraph("Das ist  gut. Ja & nein."))
    file = io.BytesIO()
    made.save(file)
    translations = {"Der Titel": "Заголовок", "Das ist  gut.": "Это  хорошо.", "Ja & nein.": "Да & нет."}
    read = odfdo.Document(io.BytesIO(office.written(file.getvalue(), ".odt", translations)))
    assert [block.inner_text for block in read.body.get_headers()] == ["Заголовок"]
    assert [block.inner_text for block in read.body.get_paragraphs()] == ["Это  хорошо. Да & нет."]
    assert contents(file.getvalue()).keys() == contents(office.written(file.getvalue(), ".odt", translations)).keys()


@pytest.mark.parametrize("kind", ["text", "presentation"])
def test_texts_and_presentations_are_read_alike(kind: str) -> None:
    data = odt(
        f'<draw:page presentation:class="title" xmlns:presentation="{_PRESENTATION}">{p("Titel")}</draw:page>',
        None,
        kind,
        f"application/vnd.oasis.opendocument.{kind}",
    )
    assert office.kinds(data, ".odp") == [("heading", 1, "Titel")]


_PRESENTATION = "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"


def test_alternative_texts_and_titles_have_no_elements_for_spaces() -> None:
    file = odt(p("Eins da.", PICTURE))
    built = office.written(file, ".odt", {"Ein Bild": "один  два", "Titel": "три   четыре"})
    assert office.texts(built, ".odt") == ["Eins da.", "три   четыре", "один  два"]
