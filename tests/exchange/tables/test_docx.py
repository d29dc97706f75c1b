"""Word documents: what python-docx and people see in them, and what Word makes of what people do."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from l10n.errors import L10nError
from l10n.exchange.tables import Column, ReceivedRow
from l10n.exchange.tables.kinds import KINDS, TableOptions
from tests.exchange.tables.rows import row, sheet, touched

HOUSE = row("Das <b>Haus</b>", "дом", state="draft", catalogue='po/"ru"].po', document="ein [Haus]")
DOG = row("Der Hund", "собака\nпёс", "#1a1b2c3d")
_DOCUMENT = "word/document.xml"
_RUN = '<w:r><w:t xml:space="preserve">дом</w:t></w:r>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ru.docx"
    path.write_bytes(KINDS["docx"].write([sheet(HOUSE, DOG)], TableOptions()))
    return path


def _parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _changed(path: Path, change: Callable[[str], str], **more: str) -> list[ReceivedRow]:
    parts = _parts(path)
    new = change(parts[_DOCUMENT])
    assert new != parts[_DOCUMENT]
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**parts, _DOCUMENT: new, **more}.items():
            archive.writestr(name, text)
    return KINDS["docx"].read(path)


def _replaced(path: Path, old: str, new: str) -> list[ReceivedRow]:
    return _changed(path, lambda text: text.replace(old, new, 1))


def _text(rows: list[ReceivedRow]) -> str:
    return rows[0].cells[Column.TEXT]


def test_other_programs_see_a_table(path: Path) -> None:
    document = docx.Document(str(path))
    (table,) = document.tables
    assert document.paragraphs[0].text == "article"
    assert document.paragraphs[0].style.name == "Heading 1"
    assert [cell.text for cell in table.rows[0].cells] == ["Number", "Source", "Translation", "Verdict", "Comment"]
    assert [cell.text for cell in table.rows[2].cells][1:] == ["Der Hund", "собака\nпёс", "", ""]
    number = table.rows[1].cells[0].paragraphs[0]
    assert "".join(run.text for run in number.runs if not run.font.hidden) == "1\ndraft"


def test_what_nobody_sees_is_read_whatever_is_in_it(path: Path) -> None:
    first = KINDS["docx"].read(path)[0]
    names = (Column.UNIT, Column.STATE, Column.CATALOGUE, Column.DOCUMENT)
    assert [first.cells[column] for column in names] == ["#0a1b2c3d", "draft", 'po/"ru"].po', "ein [Haus]"]
    assert first.where == f"{path}:table 1, row 2"


def test_what_was_written_with_another_program_is_read(path: Path) -> None:
    document = docx.Document(str(path))
    (table,) = document.tables
    cell = table.rows[1].cells[2]
    cell.text = "новый"
    cell.add_paragraph("дом").add_run(" и сад").bold = True
    cell.add_paragraph("")
    table.rows[2].cells[4].text = "Какая собака?"
    table._tbl.insert(2, table.rows[2]._tr)  # above the titles
    document.save(str(path))
    rows = KINDS["docx"].read(path)
    assert [received.cells[Column.TEXT] for received in rows] == ["собака\nпёс", "новый\nдом и сад"]
    assert [received.cells[Column.COMMENT] for received in rows] == ["Какая собака?", ""]
    assert [touched(received) for received in rows] == [False, True]


def test_changes_are_read_as_accepted(path: Path) -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>дом</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2"><w:r><w:t>жилище</w:t></w:r></w:ins>'
    moved = '<w:moveFrom w:id="3"><w:r><w:t>туда</w:t></w:r></w:moveFrom>'
    assert _text(_replaced(path, _RUN, f"{deleted}{inserted}{moved}")) == "жилище"


def test_a_deleted_line_break_joins_two_lines(path: Path) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    rows = _replaced(
        path, f"<w:p>{_RUN}</w:p>", f"<w:p>{mark}<w:r><w:t>до</w:t></w:r></w:p><w:p><w:r><w:t>м</w:t></w:r></w:p>"
    )
    assert _text(rows) == "дом"
    assert not touched(rows[0])


def test_a_deleted_row_is_gone(path: Path) -> None:
    head, first, second = (part.start() for part in re.finditer("<w:tr>", _parts(path)[_DOCUMENT]))
    rows = _changed(path, lambda text: f'{text[:first]}<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{text[first + 6 :]}')
    assert [received.cells[Column.UNIT] for received in rows] == ["#1a1b2c3d"]
    assert head < first < second


def test_words_in_pieces_tabs_and_hyphens_are_one_text(path: Path) -> None:
    pieces = (
        "<w:r><w:t>д</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>ом</w:t><w:tab/><w:t>и</w:t></w:r>"
        "<w:r><w:noBreakHyphen/><w:t>сад</w:t><w:instrText>PAGE</w:instrText></w:r>"
    )
    assert _text(_replaced(path, _RUN, pieces)) == "дом\tи\u2011сад"


def test_a_sign_of_a_symbol_font_is_refused_with_its_row(path: Path) -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    first, second = _replaced(path, _RUN, _RUN + sign)
    assert first.fault == "the translation has a sign of a symbol font"
    assert not second.fault


def test_rows_are_named_by_their_table(tmp_path: Path) -> None:
    path = tmp_path / "ru.docx"
    path.write_bytes(KINDS["docx"].write([sheet(HOUSE), sheet(HOUSE, DOG, title="b")], TableOptions()))
    names = [received.where.removeprefix(f"{path}:") for received in KINDS["docx"].read(path)]
    assert names == ["table 1, row 2", "table 2, row 2", "table 2, row 3"]


def test_what_is_there_twice_for_older_programs_is_read_once(path: Path) -> None:
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{_RUN}</mc:Choice><mc:Fallback>{_RUN}</mc:Fallback>"
    assert _text(_replaced(path, _RUN, f"<mc:AlternateContent {space}>{both}</mc:AlternateContent>")) == "дом"


def test_a_table_in_a_cell_is_a_text_of_that_cell(path: Path) -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{_RUN}</w:p></w:tc></w:tr></w:tbl>"
    rows = _replaced(path, f"<w:p>{_RUN}</w:p>", f"{inner}<w:p>{_RUN}</w:p>")
    assert _text(rows) == "дом\nдом"
    assert len(rows) == 2


def test_comments_in_the_margin_are_comments_of_the_row(path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    comments = (
        f'<w:comments {space}><w:comment w:id="7"><w:p><w:r><w:t>Wirklich?</w:t></w:r></w:p></w:comment></w:comments>'
    )
    reference = f'{_RUN}<w:r><w:commentReference w:id="7"/></w:r>'
    change = {"word/comments.xml": comments}
    first = _changed(path, lambda text: text.replace(_RUN, reference, 1), **change)[0]
    assert first.cells[Column.COMMENT] == "Wirklich?"


def test_a_row_that_people_have_added_has_no_unit(path: Path) -> None:
    document = docx.Document(str(path))
    cells = document.tables[0].add_row().cells
    cells[2].text = "ещё"
    document.save(str(path))
    last = KINDS["docx"].read(path)[-1]
    assert (last.cells.get(Column.UNIT), last.cells[Column.TEXT]) == (None, "ещё")


@pytest.mark.parametrize("hidden", ['l10n["', "l10n[1,2]", "l10n" + "[" * 100_000 + "]", 'l10n["a"]'])
def test_what_somebody_has_made_of_the_hidden_text_names_nothing(path: Path, hidden: str) -> None:
    rows = _changed(path, lambda text: re.sub(r"l10n\[.*?\]</w:t>", f"{hidden}</w:t>", text, count=1))
    assert Column.UNIT not in rows[0].cells


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("</w:body>", "", "word/document.xml:2: mismatched tag", id="broken XML"),
        pytest.param(">Translation<", ">Перевод<", "no table has the columns", id="other columns"),
        pytest.param("<w:document", "<!DOCTYPE x><w:document", "has a document type", id="a document type"),
    ],
)
def test_what_is_no_table_of_ours_is_refused(path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(L10nError, match=message):
        _replaced(path, old, new)


def test_the_text_of_a_language_from_right_to_left_begins_there(tmp_path: Path) -> None:
    path = tmp_path / "he.docx"
    path.write_bytes(KINDS["docx"].write([sheet(HOUSE)], TableOptions(right_to_left=True)))
    (table,) = docx.Document(str(path)).tables
    assert "w:bidi" in table.rows[1].cells[2]._tc.xml
    assert "w:bidi" not in table.rows[1].cells[1]._tc.xml
