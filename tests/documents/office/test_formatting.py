"""How words look is not structure, so nothing but these tests holds that it stays as the tags say."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.documents import inline
from l10n.model import Block
from l10n.model.inline import words
from l10n.segmentation import sentences
from tests.conftest import examples
from tests.documents.office import pptx_files as slides
from tests.documents.office import texts as office
from tests.documents.office.word import docx, paragraph, run
from tests.documents.samples import SAMPLES
from tests.documents.test_contract import LETTERS

FORM = inline.named("tags")
SUFFIXES = {"docx": ".docx", "odf": ".odt", "pptx": ".pptx"}


def _pseudo(text: str) -> str:
    parts = [part._replace(words=part.words.translate(LETTERS)) for part in FORM.parse(text)]
    return inline.escaped(text, parts, FORM)


def _is_cut_alike(block: Block) -> bool:
    """The rules find as many sentences in other letters, in which `z. B.` is no abbreviation that they know."""
    shown = " ".join(words(FORM.parse(segment.text)) for segment in block.segments)
    return len(sentences(shown.translate(LETTERS), "de")) == len(block.segments)


@pytest.mark.parametrize("name", SUFFIXES)
@examples(15, thorough=400)
@given(data=st.data())
def test_what_is_built_is_read_with_the_same_tags_and_what_they_are(name: str, data: st.DataObject) -> None:
    file, suffix = data.draw(SAMPLES[name]), SUFFIXES[name]
    read = office.document(file, suffix)
    assume(all(map(_is_cut_alike, read.blocks)))
    texts = {segment.text: _pseudo(segment.text) for segment in read.segments}
    again = office.document(office.written(file, suffix, texts), suffix)
    assert [(segment.text, segment.tags) for segment in again.segments] == [
        (texts[segment.text], segment.tags) for segment in read.segments
    ]


@pytest.mark.parametrize("look", ["<w:i/>", "<w:b/>"])
def test_a_link_without_words_is_no_link_that_looks_otherwise(look: str) -> None:
    """What stands for the tag of the first one would be the second one, which says nothing of how words look."""
    links = run("Eins ", look), run("zwei", "<w:i/>") + run("drei"), run("{{x}}", '<w:color w:val="FF0000"/>')
    file = docx(paragraph(*map('<w:hyperlink r:id="rId1">{}</w:hyperlink>'.format, links)))
    (text,) = office.texts(file, ".docx")
    assert office.texts(office.written(file, ".docx", {text: _pseudo(text)}), ".docx") == [_pseudo(text)]


def test_properties_that_are_indented_are_properties() -> None:
    body = paragraph(run("Das ist "), run("gut", "\n <w:b/>\n").replace("<w:rPr>", "\n <w:rPr>"), run("."))
    built = office.written(docx(body), ".docx", {"Das ist <b>gut</b>.": "<b>Хорошо</b>."})
    assert office.texts(built, ".docx") == ["<b>Хорошо</b>."]


def _looks(*looks: str) -> str:
    """A paragraph of Word of these words, each in a run that looks so."""
    return paragraph(*(run(f"Wort{number}", look) for number, look in enumerate(looks)))


def test_what_lacks_something_of_the_rest_is_told_from_what_does_not() -> None:
    red = "<w:color w:val='FF0000'/>"
    (text,) = office.texts(docx(_looks("<w:b/><w:i/>", f"<w:b/>{red}", f"<w:b/><w:i/>{red}")), ".docx")
    assert text == "Wort0<g1>Wort1</g1><g2>Wort2</g2>"


def test_each_text_of_a_slide_keeps_its_look() -> None:
    red = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
    runs = [
        slides.run("Eins ", ' i="1" b="1"'),
        slides.run("zwei", ' b="1"', red),
        slides.run("drei", ' i="1" b="1"', red),
    ]
    built = office.written(
        slides.pptx([slides.shape(slides.paragraph(*runs))]),
        ".pptx",
        {"Eins <g1>zwei</g1><g2>drei</g2>": "один <g2>три</g2><g1>два</g1>"},
    )
    assert office.texts(built, ".pptx") == ["один <g1>три</g1><g2>два</g2>"]


def test_what_is_in_a_link_is_told_from_what_is_not() -> None:
    """In the link all is bold: what is in italics there is both."""
    link = f'<w:hyperlink r:id="rId1">{run("drei ", "<w:b/><w:i/>")}{run("vier fünf", "<w:b/>")}</w:hyperlink>'
    body = paragraph(run("Eins "), run("zwei ", "<w:i/>"), link)
    texts = {"Eins <i1>zwei </i1><a><i2>drei </i2>vier fünf</a>": "Один <i1>два </i1><a><i2>три </i2>четыре</a>"}
    built = office.written(docx(body), ".docx", texts)
    assert office.texts(built, ".docx") == list(texts.values())


def test_links_that_look_unlike_are_told_apart() -> None:
    """Both lead to the same page; the second one is bold."""
    link = '<w:hyperlink r:id="rId1">{}</w:hyperlink>'.format
    body = paragraph(run("Eins "), link(run("zwei")), run(" "), link(run("drei", "<w:b/>")))
    texts = {"Eins <a1>zwei</a1> <a2>drei</a2>": "Один <a2>три</a2> <a1>два</a1>"}
    (text,) = office.texts(office.written(docx(body), ".docx", texts), ".docx")
    assert text == "Один <a1>три</a1> <a2>два</a2>"
    assert list(texts) == office.texts(docx(body), ".docx")
