"""What a plain text has beside its words stays, and no translation is taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.building import StructureError
from l10n.building.article import article
from l10n.documents.encoding import encoding_of
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.building.strategies import BLOCKS


def _document(folder: Path, text: str, mark: bytes = b"") -> Document:
    (folder / "a.txt").write_bytes(mark + text.encode(encoding_of(mark).name))
    return extract(folder / "a.txt", "de", folder)


def _built(document: Document, texts: dict[str, str]) -> str:
    renderings = [
        Rendering(segment, text, RenderingOrigin.TRANSLATION if text else RenderingOrigin.NOTHING)
        for segment in document.segments
        for text in [texts.get(segment.text, segment.text)]
    ]
    data = article(document, renderings)
    return data.removeprefix(encoding_of(data).mark).decode(encoding_of(data).name)


LONG = "Кто идёт в старый город, тот идёт теперь долгой дорогой через плотину"


@pytest.mark.parametrize("mark", [b"", b"\xff\xfe"], ids=["UTF-8", "UTF-16"])
@pytest.mark.parametrize(
    ("source", "texts", "expected"),
    [
        pytest.param(
            "> Wer in die Altstadt will, muss den Umweg\n> über das Wehr nehmen.\n\nGut.\n",
            {"Wer in die Altstadt will, muss den Umweg über das Wehr nehmen.": f"{LONG}."},
            "> Кто идёт в старый город, тот идёт теперь\n> долгой дорогой через плотину.\n\nGut.\n",
            id="a quotation",
        ),
        pytest.param(
            "  1. Wer in die Altstadt will, muss den Umweg\n     über das Wehr nehmen.\n  2. Gut.\n",
            {
                "Wer in die Altstadt will, muss den Umweg über das Wehr nehmen.": f"{LONG}.",
                "Gut.": f"{LONG}!",
            },
            "  1. Кто идёт в старый город, тот идёт теперь\n     долгой дорогой через плотину.\n"
            "  2. Кто идёт в старый город, тот идёт теперь\n     долгой дорогой через плотину!\n",
            id="items of a list",
        ),
        pytest.param(
            "Ware     Preis\nBrot     2,50 Euro\nSalz        1 Euro\n",
            {"Ware": "Наименование", "Preis": "Цена", "1 Euro": "1 евро"},
            "Наименование  Цена\nBrot          2,50 Euro\nSalz             1 евро\n",
            id="a column that becomes wider",
        ),
        pytest.param(
            "Nr.   Ware   Preis\n1     Brot   2,50 Euro\n2     Salz   1,00 Euro\n",
            {"Nr.": "№", "Salz": "Соль морская"},
            "№     Ware          Preis\n1     Brot          2,50 Euro\n2     Соль морская  1,00 Euro\n",
            id="a column after numbers",
        ),
        pytest.param("| Tag | Essen |\n", {"Essen": ""}, "| Tag |  |\n", id="a cell that is left out"),
        pytest.param("- Brot\n- Salz\n- Käse\n", {"Salz": ""}, "- Brot\n- Käse\n", id="an item that is left out"),
        pytest.param("- Brot\n- Salz\n", {"Brot": ""}, "- Salz\n", id="the first item"),
        pytest.param("- Brot\n- Salz\n", {"Salz": ""}, "- Brot\n", id="the last item"),
        pytest.param(
            "== Brot ==\n\nDer Bau ..... 3\nDas Ende .... 4\n",
            {"Brot": "Хлеб", "Das Ende": "Конец"},
            "== Хлеб ==\n\nDer Bau ..... 3\nКонец .... 4\n",
            id="marks after words",
        ),
    ],
)
def test_marks_stay_where_they_are(
    tmp_path: Path, mark: bytes, source: str, texts: dict[str, str], expected: str
) -> None:
    assert _built(_document(tmp_path, source, mark), texts) == expected


@pytest.mark.parametrize("text", ["- Хлеб", "> Хлеб", "***", "a) Хлеб", "== Хлеб ==", "Хлеб ........ 3", "# Хлеб"])
@pytest.mark.parametrize(
    "source", ["Ein Brot ist da.", "> Ein Brot ist da.", "Das ist so.\n\nEin Brot ist da.\n\nGut."]
)
def test_a_translation_that_would_be_a_mark_is_refused(tmp_path: Path, text: str, source: str) -> None:
    with pytest.raises(StructureError) as caught:
        _built(_document(tmp_path, source), {"Ein Brot ist da.": text})
    assert caught.value.rendering.text == text


def test_a_translation_that_would_go_on_with_a_list_is_refused(tmp_path: Path) -> None:
    document = _document(tmp_path, "Erstens das.\nZweitens jenes.\n")
    with pytest.raises(StructureError):
        _built(document, {"Erstens das.": "1. Это.", "Zweitens jenes.": "2. То."})


def test_a_number_alone_is_no_list(tmp_path: Path) -> None:
    assert _built(_document(tmp_path, "Am ersten Mai.\n"), {"Am ersten Mai.": "1. мая."}) == "1. мая.\n"


def test_a_tab_in_a_cell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StructureError):
        _built(_document(tmp_path, "Name\tAlter\nAnna\t33\n"), {"Anna": "Анна\tМария"})


@pytest.mark.parametrize("block", BLOCKS)
def test_no_line_of_a_wrapped_translation_begins_as_a_mark_would(tmp_path: Path, block: str) -> None:
    """What is written is read again with the same sentences, wherever its lines end."""
    document = _document(tmp_path, f"{BLOCKS[6]}\n\n{block}\n")
    for width in range(1, 60):
        words = f"{'ы' * width} – и - так 3. мая * или > чем + всё # это | и вот а) или б) конец"
        built = _built(document, {segment.text: words for segment in document.segments[1:2]})
        (tmp_path / "a.txt").write_text(built, "utf-8")
        again = extract(tmp_path / "a.txt", "de", tmp_path)
        assert words in " ".join(segment.text for segment in again.segments)
