"""Things without words in a link, and links without words, are kept, so a text beside them can be another."""

from __future__ import annotations

import pytest

from tests.documents.office import odf_files as odf
from tests.documents.office import texts as office
from tests.documents.office.word import docx, field, paragraph, run

TAB = "<w:r><w:tab/></w:r>"
BOOKMARK = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'


def link(content: str) -> str:
    return f'<w:hyperlink r:id="rId1">{content}</w:hyperlink>'


@pytest.mark.parametrize(
    ("content", "text", "other"),
    [
        ((run("Eins "), link(run("zwei") + TAB)), "Eins <a>zwei<x/></a>", "Один <a>два<x/></a>"),
        ((link(TAB + run("Eins")), run(" zwei")), "<a><x/>Eins</a> zwei", "Два <a><x/>один</a>"),
        ((run("Eins "), link(run("zwei") + run(" ") + TAB + run(" "))), "Eins <a>zwei <x/></a>", "<a><x/> два</a> 1"),
        ((run("Eins "), link(""), run("zwei")), "Eins <x/>zwei", "Один <x/>два"),
        ((run("Eins "), link(BOOKMARK), run("zwei")), "Eins <x/>zwei", "Один <x/>два"),
        ((run("Eins "), link("<w:r><w:t/></w:r>"), run("zwei")), "Eins <x/>zwei", "Один <x/>два"),
        ((run("Eins "), field('HYPERLINK "https://a.de"', ""), run("zwei")), "Eins <x/>zwei", "Один <x/>два"),
        ((run("Eins "), link(run("zwei") + link(""))), "Eins <a>zwei<x/></a>", "Один <a><x/>два</a>"),
        ((link(run("Eins zwei") + TAB),), "Eins zwei", "Один два"),
    ],
)
def test_in_word(content: tuple[str, ...], text: str, other: str) -> None:
    file = docx(paragraph(*content))
    assert office.texts(file, ".docx") == [text]
    assert office.texts(office.written(file, ".docx", {text: other}), ".docx") == [other]


@pytest.mark.parametrize(
    ("content", "text", "other"),
    [
        (("Eins ", odf.link("zwei<text:tab/>")), "Eins <a>zwei<x/></a>", "Один <a>два<x/></a>"),
        (("Eins ", odf.link("zwei<text:line-break/>")), "Eins <a>zwei<br></a>", "Один <a>два<br></a>"),
        (("Eins ", odf.link(""), "zwei"), "Eins <x/>zwei", "Один <x/>два"),
    ],
)
def test_in_open_document(content: tuple[str, ...], text: str, other: str) -> None:
    file = odf.odt(odf.p(*content))
    assert office.texts(file, ".odt") == [text]
    assert office.texts(office.written(file, ".odt", {text: other}), ".odt") == [other]


def test_links_in_links_are_looked_at_once() -> None:
    content = run("zwei")
    for _ in range(60):
        content = link(content)
    file = docx(paragraph(run("Eins "), content))
    assert office.texts(file, ".docx") == [f"Eins {'<a>' * 60}zwei{'</a>' * 60}"]
