"""Workbooks: what people may do in them, and what they and their programs do all the same."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from l10n.errors import L10nError
from l10n.exchange.tables import HIDDEN, Column, ReceivedRow
from l10n.exchange.tables.kinds import KINDS, TableOptions
from l10n.exchange.tables.xlsx.titles import titles
from tests.exchange.tables.rows import row, sheet

HOUSE, DOG = row("Das Haus", "дом", "#0a1b2c3d"), row("Der Hund", "=SUM(1)", "#1a1b2c3d")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ru.xlsx"
    path.write_bytes(KINDS["xlsx"].write([sheet(HOUSE, DOG)], TableOptions()))
    return path


def _edited(path: Path, change: Callable[[Any], object]) -> list[ReceivedRow]:
    book = load_workbook(path, rich_text=True)
    change(book.active)
    book.save(path)
    return KINDS["xlsx"].read(path)


def _set(cell: str, value: object) -> Callable[[Any], object]:
    return lambda page: page.__setitem__(cell, value)


def test_only_what_people_fill_in_is_open_and_nothing_is_a_formula(path: Path) -> None:
    page = load_workbook(path).active
    assert page.protection.sheet
    assert not page.protection.password
    assert not page.protection.sort
    assert not page.protection.autoFilter
    assert [cell.value for cell in page[1] if not cell.protection.locked] == []
    opened = [page.cell(1, cell.column).value for cell in page[2] if not cell.protection.locked]
    assert opened == ["Translation", "Verdict", "Comment"]
    assert {cell.data_type for line in page["B1:I3"] for cell in line if cell.value} == {"s"}
    assert {(cell.number_format, cell.quotePrefix) for line in page["B1:I3"] for cell in line} == {("@", True)}
    assert page["A2"].value == 1


def test_people_see_texts_and_no_numbers_of_ours(path: Path) -> None:
    page = load_workbook(path).active
    hidden = [cell.value for cell in page[1] if page.column_dimensions[cell.column_letter].hidden]
    assert hidden == list(HIDDEN)
    assert page.freeze_panes == "A2"
    assert page["C2"].alignment.wrap_text
    assert page.column_dimensions["C"].width >= 40
    assert not page.sheet_view.rightToLeft
    (choice,) = page.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref), choice.showErrorMessage) == ('"ok,changed,question"', "E2:E3", True)


def test_the_sheet_of_a_language_from_right_to_left_begins_there(tmp_path: Path) -> None:
    path = tmp_path / "he.xlsx"
    path.write_bytes(KINDS["xlsx"].write([sheet(HOUSE)], TableOptions(right_to_left=True)))
    assert load_workbook(path).active.sheet_view.rightToLeft


def test_long_texts_have_high_rows(tmp_path: Path) -> None:
    path = tmp_path / "ru.xlsx"
    path.write_bytes(KINDS["xlsx"].write([sheet(HOUSE, row("Wort " * 40, "x"), row("x\n" * 99, "x"))], TableOptions()))
    heights = [load_workbook(path).active.row_dimensions[number].height for number in (2, 3, 4)]
    assert heights == [15, 75, 405]


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from l10n.exchange.tables.xlsx import writing

    monkeypatch.setattr(writing, "MOST_ROWS", 2)
    with pytest.raises(L10nError, match="article: 2 rows, more than a sheet has"):
        KINDS["xlsx"].write([sheet(HOUSE, DOG)], TableOptions())


def test_rows_that_are_nearly_all_empty_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from l10n.exchange.tables.xlsx import reading

    monkeypatch.setattr(reading, "_ROWS", 10)
    with pytest.raises(L10nError, match="more than 10 rows, most of them empty"):
        _edited(path, _set("D11", "x"))


def test_names_of_sheets_are_as_excel_takes_them() -> None:
    long = "ein-sehr-langer-name-eines-artikels-mit-vielen-worten"
    names = titles(["a", "A", "guide/[x]:*?\\y", long, long, "History", "''", "\U0001f600" * 20, "a\nb"])
    assert names[:3] == ["a", "A-2", "guide--x-----y"]
    assert names[3:5] == [long[:31], f"{long[:29]}-2"]
    assert names[5:7] == ["History-", "catalogue"]
    assert names[7:] == ["\U0001f600" * 15, "a-b"]


def test_rows_are_known_by_their_unit_and_not_by_their_position(path: Path) -> None:
    def sort(page: Any) -> None:
        lines = [[cell.value for cell in line] for line in page["A2:O3"]]
        for number, line in enumerate(reversed(lines), 2):
            for column, value in enumerate(line, 1):
                page.cell(number, column).value = value
                page.cell(number, column).data_type = "s"

    rows = _edited(path, sort)
    assert [(row.cells[Column.UNIT], row.cells[Column.TEXT]) for row in rows] == [
        ("#1a1b2c3d", "=SUM(1)"),
        ("#0a1b2c3d", "дом"),
    ]
    assert [row.where for row in rows] == [f"{path}:article!D2", f"{path}:article!D3"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(12, "12", id="a whole number"),
        pytest.param(-3.0, "-3", id="a whole number as a fraction"),
        pytest.param("новый\nдом", "новый\nдом", id="lines"),
        pytest.param("новый_x000D_\nдом", "новый\nдом", id="line breaks of Windows"),
        pytest.param("a_x005F_x000D_", "a_x000D_", id="an escape"),
        pytest.param(CellRichText("новый ", TextBlock(InlineFont(b=True), "дом")), "новый дом", id="bold words"),
        pytest.param(None, "", id="nothing"),
    ],
)
def test_what_people_type_is_read_as_they_see_it(path: Path, value: object, text: str) -> None:
    first = _edited(path, _set("D2", value))[0]
    assert (first.cells[Column.TEXT], first.fault) == (text, "")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        pytest.param("=1+1", "a formula", id="a formula"),
        pytest.param(3.1, "a number with a fraction", id="a fraction"),
        pytest.param(1e300, "a number with a fraction", id="a number without its digits"),
        pytest.param(True, "a truth value", id="true"),
        pytest.param(datetime.datetime(2024, 5, 1), "a date or time", id="a date"),  # noqa: DTZ001 as Excel has it
        pytest.param("#REF!", "an error value", id="an error"),
    ],
)
def test_what_is_no_text_is_refused(path: Path, value: object, kind: str) -> None:
    first, second = _edited(path, _set("D2", value))
    assert first.fault == f"the translation is {kind}, and no text"
    assert first.where == f"{path}:article!D2"
    assert not second.fault


def test_a_source_that_the_program_has_changed_is_told_from_ours(path: Path) -> None:
    first = _edited(path, _set("C2", datetime.datetime(2024, 5, 1)))[0]  # noqa: DTZ001
    assert first.cells[Column.SOURCE] == "2024-05-01 00:00:00"


def test_columns_are_found_by_their_titles(path: Path) -> None:
    rows = _edited(path, lambda page: page.insert_cols(2))
    assert [row.cells[Column.TEXT] for row in rows] == ["дом", "=SUM(1)"]
    assert rows[0].where == f"{path}:article!E2"


def test_rows_above_the_titles_count(path: Path) -> None:
    def move(page: Any) -> None:
        for column in range(1, len(Column) + 1):
            upper, lower = page.cell(1, column), page.cell(2, column)
            upper.value, lower.value = lower.value, upper.value

    assert [row.cells[Column.TEXT] for row in _edited(path, move)] == ["дом", "=SUM(1)"]


def test_sheets_that_are_none_of_ours_are_passed_over(path: Path) -> None:
    book = load_workbook(path)
    book.create_sheet("Notizen", 0).append(["Guten Tag"])
    book.create_sheet("leer")
    book.save(path)
    assert len(KINDS["xlsx"].read(path)) == 2


def test_a_row_far_below_takes_no_longer(path: Path) -> None:
    rows = _edited(path, _set("D1048576", "x"))
    assert rows[-1].where == f"{path}:article!D1048576"


def test_a_workbook_of_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    Workbook().save(path)
    with pytest.raises(L10nError, match="no sheet has the columns Source, Translation and l10n-unit"):
        KINDS["xlsx"].read(path)
