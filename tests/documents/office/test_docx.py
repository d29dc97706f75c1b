"""What of Word's files is translated, what stays, and what is refused."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest

from l10n.building import StructureError
from l10n.documents.xml import trees
from tests.documents.archive.archives import archive, contents
from tests.documents.office import texts as office
from tests.documents.office.word import PICTURE, docx, field, paragraph, run, text_box
from tests.growing import takes_time_with_its_size


def _texts(*content: str) -> list[str]:
    return office.texts(docx(paragraph(*content)), ".docx")


def _body(data: bytes) -> str:
    """What stands in the body of a file."""
    document = contents(data)["word/document.xml"].decode()
    return document[document.index("<w:body>") + 8 : document.index("<w:sectPr/>")]


def _written(body: str, translations: dict[str, str]) -> str:
    return _body(office.written(docx(body), ".docx", translations))


def test_styles_lists_and_tables_tell_what_a_block_is() -> None:
    body = (
        paragraph(run("Titel"), style="Heading1")
        + paragraph(run("Kapitel"), style="Kap")
        + paragraph(run("Absatz"), style="berschrift2")
        + paragraph(run("Bild 1"), style="Caption")
        + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Punkt</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('Zelle'))}</w:tc></w:tr></w:tbl>"
        + '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Abschnitt</w:t></w:r></w:p>'
    )
    assert office.kinds(docx(body), ".docx") == [
        ("heading", 1, "Titel"),
        ("heading", 1, "Kapitel"),
        ("heading", 2, "Absatz"),
        ("caption", 0, "Bild 1"),
        ("list item", 0, "Punkt"),
        ("table cell", 0, "Zelle"),
        ("heading", 3, "Abschnitt"),
    ]


def test_runs_that_look_alike_are_one() -> None:
    noise = (
        run("Ha", noise=' w:rsidR="1"'),
        '<w:proofErr w:type="spellEnd"/>',
        run("us ist ", '<w:lang w:val="de-AT"/>'),
    )
    assert _texts(*noise, run("al", "<w:noProof/>"), run("t.")) == ["Haus ist alt."]


@pytest.mark.parametrize(
    ("look", "tag"),
    [
        ("<w:b/><w:bCs/>", "b"),
        ("<w:i/>", "i"),
        ('<w:u w:val="single"/>', "u"),
        ('<w:vertAlign w:val="superscript"/>', "sup"),
        ('<w:color w:val="FF0000"/>', "g"),
        ("<w:b/><w:i/>", "g"),
    ],
)
def test_a_look_is_a_tag(look: str, tag: str) -> None:
    assert _texts(run("Das ist "), run("gut", look), run(".")) == [f"Das ist <{tag}>gut</{tag}>."]


def test_a_look_of_the_whole_paragraph_is_none() -> None:
    assert _texts(run("Das ist gut.", "<w:b/>")) == ["Das ist gut."]


def test_two_looks_are_numbered_and_explained() -> None:
    red, big = '<w:color w:val="FF0000"/>', '<w:sz w:val="40"/>'
    segment = office.document(
        docx(paragraph(run("Rot: "), run("a", red), run(" und "), run("b", big))), ".docx"
    ).segments[0]
    assert segment.text == "Rot: <g1>a</g1> und <g2>b</g2>"
    assert segment.tags == ("<g1> = formatting: w:color w:val=FF0000", "<g2> = formatting: w:sz w:val=40")


def test_tags_may_change_their_places_and_runs_are_made_for_them() -> None:
    body = paragraph(run("Das ist "), run("sehr", "<w:b/>"), run(" gut. Ja."))
    assert _written(body, {"Das ist <b>sehr</b> gut.": "<b>Очень</b> хорошо."}) == paragraph(
        '<w:r><w:t xml:space="preserve"></w:t></w:r>',
        run("Очень", "<w:b/>").replace("<w:t>", '<w:t xml:space="preserve">'),
        run(" хорошо. Ja."),
    )


def test_a_sentence_beside_it_keeps_its_bytes() -> None:
    body = paragraph(run("Eins &c. Zwei.", noise=' w:rsidR="1"'), run(" Drei.", "<w:b/>"))
    assert _written(body, {"Zwei.": "2 < 3."}) == body.replace("Zwei.", "2 &lt; 3.")


def test_spaces_at_the_edges_are_kept_by_word() -> None:
    body = paragraph(run("Gut"), run("e", "<w:b/>"), run("s."))
    assert '<w:t xml:space="preserve">Очень ' in _written(body, {"Gut<b>e</b>s.": "Очень <b>х</b>."})


def test_links_are_pairs_with_their_looks() -> None:
    style = '<w:rStyle w:val="Hyperlink"/>'
    link = f'<w:hyperlink w:anchor="ziel">{run("Seite", style)}</w:hyperlink>'
    body = paragraph(run("Siehe "), link, run(" 5."))
    segment = office.document(docx(body), ".docx").segments[0]
    assert (segment.text, segment.tags) == ("Siehe <a>Seite</a> 5.", ("<a> = link to #ziel",))
    text = _written(body, {segment.text: "<a>Стр.</a> 5, там."})
    words = f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">Стр.</w:t></w:r>'
    assert f'<w:hyperlink w:anchor="ziel">{words}</w:hyperlink>' in text


def test_a_link_that_is_a_field_is_a_pair_and_other_fields_stay() -> None:
    body = paragraph(
        run("Auf "),
        field('HYPERLINK "https://a.de"', run("Seite")),
        run(" "),
        field("PAGE", run("7")),
        run(" steht es."),
    )
    segment = office.document(docx(body), ".docx").segments[0]
    assert segment.text == "Auf <a>Seite</a> <x/> steht es."
    assert segment.tags == ("<a> = link to https://a.de", "<x/> = field: PAGE")
    text = _written(body, {segment.text: "Это на <x/> <a>странице</a>."})
    assert text.index("PAGE") < text.index("HYPERLINK") < text.index("странице")
    assert text.count("<w:fldChar ") == 6


def test_a_table_of_contents_is_kept_and_said() -> None:
    begin, rest = field("TOC \\o", "§").split("§")
    body = paragraph(begin, run("Eins 1")) + paragraph(run("Zwei 2"), rest) + paragraph(run("Eins"))
    read = office.document(docx(body), ".docx")
    assert [segment.text for segment in read.segments] == ["Eins"]
    assert "update the fields" in read.remarks[0].text
    assert read.remarks[0].line == 0


def test_expressions_of_templates_are_shown_and_copied() -> None:
    body = paragraph(run("{{ anrede }} {{name}}, das & das {%x%} ist"), run(" {{gut}}", "<w:b/>"))
    text = "{{ anrede }} {{name}}, das & das {%x%} ist {{gut}}"
    assert office.texts(docx(body), ".docx") == [text]
    built = _written(body, {text: "{%x%} да {{gut}} < {{name}} {{ anrede }}"})
    assert office.texts(docx(built), ".docx") == ["{%x%} да {{gut}} < {{name}} {{ anrede }}"]
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{{gut}}</w:t>' in built, "it takes its look along"


def test_a_text_box_is_a_block_of_its_own_and_its_copy_for_old_programs_stays() -> None:
    body = paragraph(run("Vor "), text_box(paragraph(run("Im Kasten."))), run(" nach."))
    assert office.texts(docx(body), ".docx") == ["Vor <x/> nach.", "Im Kasten."]
    text = _written(body, {"Vor <x/> nach.": "До <x/> после.", "Im Kasten.": "В рамке."})
    assert text.count("В рамке.") == 1
    assert text.count("Im Kasten.") == 1
    assert text.index("До ") < text.index("В рамке.") < text.index(" после.")


def test_alternative_texts_are_translated_within_their_sentence() -> None:
    body = paragraph(run("Das "), PICTURE, run(" Bild."))
    texts = office.texts(docx(body), ".docx")
    assert texts == ["Das <x/> Bild.", "Ein Bild & mehr", "Titel"]
    text = _written(body, {texts[0]: "<x/> кадр.", texts[1]: 'A "B" & <C>'})
    assert 'descr="A &quot;B&quot; &amp; &lt;C&gt;"' in text


def test_footnotes_headers_and_the_rest_are_read_after_the_text() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = paragraph(run("Ein Satz."), reference, run(" Noch ein"), reference, run(" Satz."))
    others = {
        "hdr": paragraph(run("Kopf")),
        "footnotes": f'<w:footnote w:id="1">{paragraph(run("Die Fußnote."))}</w:footnote>',
        "comments": f"<w:comment>{paragraph(run('Stimmt das?'))}</w:comment>",
    }
    assert office.texts(docx(body, others), ".docx") == ["Ein Satz.", "Noch ein<fn/> Satz.", "Die Fußnote.", "Kopf"]


def test_the_language_of_the_words_is_named_and_no_other() -> None:
    body = paragraph(run("Ja ", '<w:lang w:val="de-AT" w:bidi="ar-SA"/>'), run("oui", '<w:lang w:val="fr-FR"/>'))
    built = office.written(docx(body), ".docx", {}, "pt_BR")
    assert '<w:lang w:val="pt-BR" w:bidi="ar-SA"/>' in _body(built)
    assert '<w:lang w:val="fr-FR"/>' in _body(built)
    assert '<w:lang w:val="pt-BR" w:eastAsia="en-US"/>' in contents(built)["word/styles.xml"].decode()


def test_what_is_left_out_leaves_its_paragraph() -> None:
    body = paragraph(run("Eins. Zwei. Drei."))
    assert _written(body, {"Zwei.": ""}) == paragraph(run("Eins. Drei."))
    assert _written(body, {"Eins.": ""}) == paragraph(run("Zwei. Drei."))


def test_bookmarks_stay_around_their_sentence() -> None:
    mark = '<w:bookmark{} w:id="1"/>'.format
    body = paragraph(run("Das "), mark("Start"), run("Wort"), mark("End"), run(" hier."))
    text = _written(body, {"Das Wort hier.": "Слово тут."})
    assert text.index("bookmarkStart") < text.index("Слово") < text.index("bookmarkEnd")


def test_a_lost_link_or_picture_is_refused() -> None:
    body = paragraph(run("Das "), PICTURE, run(" Bild."))
    with pytest.raises(StructureError, match="structure of the file would change") as caught:
        _written(body, {"Das <x/> Bild.": "Кадр."})
    assert "<x/> is missing" in caught.value.hint


def test_documents_with_macros_and_templates_are_read_too() -> None:
    members = contents(docx(paragraph(run("Wort"))))
    types = members["[Content_Types].xml"].decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    for suffix, other in {
        ".docm": "application/vnd.ms-word.document.macroEnabled.main",
        ".dotx": main.replace("document.main", "template.main"),
    }.items():
        data = archive(members | {"[Content_Types].xml": types.replace(main, other).encode()})
        assert office.texts(data, suffix) == ["Wort"]


@pytest.mark.parametrize("change", ["ins", "del", "moveFrom", "moveTo"])
def test_tracked_changes_are_refused(change: str) -> None:
    error = office.refused(docx(paragraph(f"<w:{change}>{run('neu')}</w:{change}>")), ".docx")
    assert "tracked changes" in error.message
    assert "accept or reject" in error.hint


DTD = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaa">]><w:document xmlns:w="x">&a;</w:document>'


@pytest.mark.parametrize(
    ("members", "told"),
    [
        pytest.param({"word/document.xml": DTD.encode()}, "document type", id="entities"),
        pytest.param({"word/document.xml": b"<w:document>"}, "no XML in UTF-8", id="no XML"),
        pytest.param({"word/document.xml": "<a/>".encode("utf-16")}, "binary, or is not UTF-8", id="UTF-16"),
        pytest.param({"word/document.xml": b"<a><![CDATA[x]]></a>"}, "CDATA", id="CDATA"),
        pytest.param({"word/document.xml": b"<a>" * 200 + b"</a>" * 200}, "within each other", id="deep"),
        pytest.param({"_xmlsignatures/sig1.xml": b""}, "is signed", id="signed"),
        pytest.param({"[Content_Types].xml": b"<Types/>"}, "another kind of file", id="no document"),
        pytest.param({"[Content_Types].xml": b"<Types"}, "no XML", id="broken types"),
    ],
)
def test_what_may_not_be_read_is_refused_in_one_line(members: dict[str, bytes], told: str) -> None:
    data = archive(contents(docx(paragraph(run("Wort")))) | members)
    assert told in office.refused(data, ".docx").message


def test_word_s_own_files_come_back_from_a_library_with_the_texts(tmp_path: Path) -> None:
    made = python_docx.Document()
    made.add_heading("Der Titel", 1)
    sentence = made.add_paragraph("Das ist ")
    sentence.add_run("sehr").bold = True
    sentence.add_run(" gut.")
    made.add_paragraph("Punkt", style="List Bullet")
    made.add_table(1, 1).cell(0, 0).text = "Zelle"
    made.sections[0].header.paragraphs[0].text = "Kopf"
    made.core_properties.title = "Ein Dokument"
    made.save(tmp_path / "a.docx")
    built = office.written(
        (tmp_path / "a.docx").read_bytes(),
        ".docx",
        {
            "Der Titel": "Заголовок",
            "Das ist <b>sehr</b> gut.": "Это <b>очень</b> хорошо.",
            "Punkt": "Пункт",
            "Zelle": "Ячейка",
            "Kopf": "Верх",
            "Ein Dokument": "Документ",
        },
    )
    read = python_docx.Document(io.BytesIO(built))
    assert [paragraph.text for paragraph in read.paragraphs] == ["Заголовок", "Это очень хорошо.", "Пункт"]
    assert [run.text for run in read.paragraphs[1].runs if run.bold] == ["очень"]
    assert read.tables[0].cell(0, 0).text == "Ячейка"
    assert read.sections[0].header.paragraphs[0].text == "Верх"
    assert read.core_properties.title == "Документ"


def test_the_lines_of_one_text_take_no_square_of_their_number() -> None:
    def step(size: int) -> None:
        (root,) = trees(b"\0a.xml\0<a>" + b"a\n&amp;" * size + b"</a>", {}).values()
        assert root.words == "a\n&" * size

    assert takes_time_with_its_size(step, 10_000)
