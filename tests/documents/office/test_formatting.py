"""How words look is not structure, so nothing but these tests holds that it stays as the tags say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents import inline
from tests.conftest import examples
from tests.documents.office import texts as office
from tests.documents.office.word import docx, paragraph, run
from tests.documents.samples import SAMPLES
from tests.documents.test_contract import LETTERS

FORM = inline.named("tags")
SUFFIXES = {"docx": ".docx", "odf": ".odt", "pptx": ".pptx"}


def _pseudo(text: str) -> str:
    parts = [part._replace(words=part.words.translate(LETTERS)) for part in FORM.parse(text)]
    return inline.escaped(text, parts, FORM)


@pytest.mark.parametrize("name", SUFFIXES)
@examples(15, thorough=400)
@given(data=st.data())
def test_what_is_built_is_read_with_the_same_tags_and_what_they_are(name: str, data: st.DataObject) -> None:
    file, suffix = data.draw(SAMPLES[name]), SUFFIXES[name]
    read = office.document(file, suffix)
    texts = {segment.text: _pseudo(segment.text) for segment in read.segments}
    again = office.document(office.written(file, suffix, texts), suffix)
    assert [(segment.text, segment.tags) for segment in again.segments] == [
        (texts[segment.text], segment.tags) for segment in read.segments
    ]


def test_properties_that_are_indented_are_properties() -> None:
    body = paragraph(run("Das ist "), run("gut", "\n <w:b/>\n").replace("<w:rPr>", "\n <w:rPr>"), run("."))
    built = office.written(docx(body), ".docx", {"Das ist <b>gut</b>.": "<b>Хорошо</b>."})
    assert office.texts(built, ".docx") == ["<b>Хорошо</b>."]
