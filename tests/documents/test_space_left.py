"""Two sentences that stay are never glued together by what is left out between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.building.article import article
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.documents.office import odf_files, pptx_files, word

_LINK = '<w:hyperlink r:id="rId1">{}</w:hyperlink>'
_SLIDE = pptx_files.paragraph(
    pptx_files.run("Eins. "), pptx_files.run("Zwei. ", ' b="1"'), pptx_files.run("Drei. Vier.")
)
FILES = {
    "a.docx": word.docx(word.paragraph(word.run("Eins. "), _LINK.format(word.run("Zwei. ")), word.run("Drei. Vier."))),
    "a.html": b"<p>Eins. <b>Zwei. </b>Drei. Vier.",
    "a.md": b"Eins. [Zwei. ](a.md)Drei. Vier.\n",
    "a.odt": odf_files.odt(odf_files.p("Eins. ", odf_files.link("Zwei. "), "Drei. Vier.")),
    "a.pptx": pptx_files.pptx([pptx_files.shape(_SLIDE)]),
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nEins. <b>Zwei. </b>Drei. Vier.\n",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("left_out", [{1}, {2}, {1, 2}, {0}, {0, 1}, {3}])
def test_each_sentence_that_stays_is_one(tmp_path: Path, name: str, left_out: set[int]) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    document = extract(path, "de", tmp_path)
    renderings = [
        Rendering(segment, "", RenderingOrigin.NOTHING)
        if number in left_out
        else Rendering(segment, segment.text, RenderingOrigin.SOURCE)
        for number, segment in enumerate(document.segments)
    ]
    path.write_bytes(article(document, renderings))
    again = [segment.text.replace(" </", "</") for segment in extract(path, "de", tmp_path).segments]
    assert again == [each.text.replace(" </", "</") for each in renderings if each.text]
