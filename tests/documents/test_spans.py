"""Where segments stand in their file: offsets that programs can cut with."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.documents.encoding import encoding_of
from l10n.documents.spans import spans
from l10n.errors import L10nError
from l10n.segmentation.document import extract
from tests.conftest import Run, examples
from tests.documents.samples import SAMPLES

MARKDOWN = """\ufeff---
description: "Worum es geht"
---

Ein **großer** Hund & mehr:
er [schläft][]. Ja\\!

> Zwei
> Zeilen. Und Ende.

[schläft]: https://example.org
"""
HTML = '<p title="Ein Tipp">Groß &amp; <a href="x">gut</a>,&nbsp;siehe <a href="y">da</a>. Ja.\n'


def _rows(run: Run, path: Path, text: str) -> list[dict[str, Any]]:
    path.write_bytes(text.encode())
    rows: list[dict[str, Any]] = json.loads(run("segment", path, "--json").stdout)["segments"]
    return rows


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.md",
            MARKDOWN,
            [
                '"Worum es geht"',
                "Ein **großer** Hund & mehr:\ner [schläft][].",
                "Ja\\!",
                "Zwei\n> Zeilen.",
                "Und Ende.",
            ],
        ),
        (
            "a.html",
            HTML,
            ["Ein Tipp", 'Groß &amp; <a href="x">gut</a>,&nbsp;siehe <a href="y">da</a>.', "Ja."],
        ),
        pytest.param(
            "a.txt",
            "\ufeffAnna schrieb:\r\n\r\n> Wer in die Altstadt will, muss den langen Umweg\r\n"
            "> über das Wehr nehmen. Die Brücke ist\r\n> gesperrt.\r\n\r\nDanke, Anna.\r\n",
            [
                "Anna schrieb:",
                "Wer in die Altstadt will, muss den langen Umweg\r\n> über das Wehr nehmen.",
                "Die Brücke ist\r\n> gesperrt.",
                "Danke, Anna.",
            ],
            id="a quotation of several lines",
        ),
    ],
)
def test_segment_says_where_they_stand_in_a_file_with_marks(
    run: Run, project: Path, name: str, text: str, expected: list[str]
) -> None:
    rows = _rows(run, project / name, text)
    read = text.removeprefix("\ufeff")
    assert [read[row["start"] : row["end"]] for row in rows] == expected


def test_segment_says_what_tags_stand_for(run: Run, project: Path) -> None:
    rows = _rows(run, project / "a.html", HTML)
    assert [row["tags"] for row in rows] == [[], ["<a1> = link to x", "<a2> = link to y"], []]
    shown = run("segment", "a.html").stdout.splitlines()
    assert shown[1].endswith("Groß & <a1>gut</a1>,\u00a0siehe <a2>da</a2>.")
    assert shown[2:4] == ["       <a1> = link to x", "       <a2> = link to y"]


@pytest.mark.parametrize("name", ["markdown", "plain"])
@examples(40, thorough=500)
@given(data=st.data())
def test_a_segment_begins_and_ends_in_the_pieces_it_has(name: str, data: st.DataObject) -> None:
    file = data.draw(SAMPLES[name])
    encoding = encoding_of(file)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.md" if name == "markdown" else "a.txt")
        path.write_bytes(file)
        try:
            document = extract(path, "de", path.parent)
        except L10nError:
            assume(False)
            raise
    for block in document.blocks:
        for start, end in spans(block):
            first, last = (
                len(encoding.mark) + len(document.text[:offset].encode(encoding.name)) for offset in (start, end)
            )
            assert first < last
            assert any(piece.start <= first < piece.end for piece in block.pieces)
            assert any(piece.start < last <= piece.end for piece in block.pieces)
            assert document.text[start:end].strip() == document.text[start:end]
