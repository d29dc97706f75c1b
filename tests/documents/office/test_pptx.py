"""What of PowerPoint's files is translated, and what stays."""

from __future__ import annotations

import io

import pptx as python_pptx

from tests.documents.archive.archives import contents
from tests.documents.office import texts as office
from tests.documents.office.pptx_files import paragraph, pptx, run, shape
from tests.documents.office.word import docx


def test_slides_are_read_as_they_are_shown_each_with_its_notes() -> None:
    data = pptx(
        [shape(paragraph(run("Eins")), holder="title"), shape(paragraph(run("Zwei")))],
        order=[2, 1],
        notes=shape(paragraph(run("Sag das."))),
    )
    assert office.kinds(data, ".pptx") == [
        ("paragraph", 0, "Zwei"),
        ("heading", 1, "Eins"),
        ("paragraph", 0, "Sag das."),
    ]


def test_looks_and_links_are_tags() -> None:
    body = paragraph(
        run("Das "),
        run("ist", ' dirty="0"'),
        run(" gut", ' b="1"'),
        run(", "),
        run("da", inside='<a:hlinkClick r:id="rId1"/>'),
    )
    segment = office.document(pptx([shape(body)]), ".pptx").segments[0]
    assert (segment.text, segment.tags) == ("Das ist<b> gut</b>, <a>da</a>", ("<a> = link to https://a.de",))
    built = office.written(pptx([shape(body)]), ".pptx", {segment.text: "<a>Там</a> <b>х</b>."}, "ru")
    slide = contents(built)["ppt/slides/slide1.xml"].decode()
    assert '<a:rPr lang="ru"><a:hlinkClick r:id="rId1"/></a:rPr><a:t>Там</a:t>' in slide
    assert '<a:rPr lang="ru" b="1"></a:rPr><a:t>х</a:t>' in slide
    assert "de-DE" not in slide


def test_numbers_of_slides_masters_and_pictures_stay_and_alternative_texts_do_not() -> None:
    number = '<a:fld type="slidenum"><a:t>1</a:t></a:fld>'
    data = pptx([shape(paragraph(run("Seite "), number, run(" von")), alternative="Ein Bild")])
    assert office.texts(data, ".pptx") == ["Ein Bild", "Seite <x/> von"]


def test_a_document_is_no_presentation() -> None:
    assert "another kind of file" in office.refused(docx(""), ".pptx").message


def test_a_library_finds_the_texts_in_what_is_built() -> None:
    made = python_pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Der Titel"
    frame = slide.placeholders[1].text_frame
    frame.text = "Das ist "
    word = frame.paragraphs[0].add_run()
    word.text, word.font.bold = "gut", True
    slide.notes_slide.notes_text_frame.text = "Die Notiz."
    table = made.slides.add_slide(made.slide_layouts[6]).shapes.add_table(1, 1, 0, 0, 9999, 9999).table
    table.cell(0, 0).text = "Zelle"
    file = io.BytesIO()
    made.save(file)
    translations = {
        "Der Titel": "Заголовок",
        "Das ist <b>gut</b>": "Это <b>хорошо</b>",
        "Die Notiz.": "Заметка.",
        "Zelle": "Ячейка",
    }
    read = python_pptx.Presentation(io.BytesIO(office.written(file.getvalue(), ".pptx", translations)))
    first, second = read.slides
    assert first.shapes.title.text == "Заголовок"
    assert [(run.text, run.font.bold) for run in first.placeholders[1].text_frame.paragraphs[0].runs] == [
        ("Это ", None),
        ("хорошо", True),
    ]
    assert first.notes_slide.notes_text_frame.text == "Заметка."
    assert second.shapes[0].table.cell(0, 0).text == "Ячейка"


def test_two_looks_of_a_link_are_two_tags() -> None:
    link = '<a:hlinkClick r:id="rId1"/>'
    data = pptx([shape(paragraph(run("Das ist gut. "), run("Hier", inside=link), run(" ist mehr.", ' b="1"', link)))])
    segment = office.document(data, ".pptx").segments[1]
    assert segment.text == "<a1>Hier</a1><a2> ist mehr.</a2>"
    built = office.written(data, ".pptx", {segment.text: "<a2>Ещё</a2> <a1>тут</a1>."}, "ru")
    slide = contents(built)["ppt/slides/slide1.xml"].decode()
    assert f'b="1">{link}</a:rPr><a:t>Ещё</a:t>' in slide
    assert f'<a:rPr lang="ru">{link}</a:rPr><a:t>тут</a:t>' in slide
