"""Rows -> a workbook: only what people fill in is open, and nothing in it is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, NamedStyle, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from l10n.errors import L10nError
from l10n.exchange.tables import HIDDEN, OPEN, Column, TableSheet, TableVerdict
from l10n.exchange.tables.xlsx import MOST_ROWS, escaped
from l10n.exchange.tables.xlsx.titles import titles

_WIDTHS = {
    Column.NUMBER: 8,
    Column.CONTEXT: 18,
    Column.SOURCE: 50,
    Column.TEXT: 50,
    Column.VERDICT: 11,
    Column.COMMENT: 30,
    Column.STATE: 14,
    Column.NOTES: 40,
}
"""In characters; of the others nobody sees anything."""
_NARROW = 4
"""Characters by which a line is shorter than its cell: words are not cut."""
_LINE, _HIGHEST = 15, 405
"""Points of a line, and of a row as Excel has it at most."""
_TEXTS = tuple(Column)[1:]
_SMALL = re.compile("[0-9]{1,9}")
_GREY = PatternFill("solid", fgColor="EEEEEE")
_ALLOWED = ("sort", "autoFilter", "formatColumns", "formatRows")
"""What people may do on a protected sheet; for Excel, False allows it."""


def write(sheets: Sequence[TableSheet], right_to_left: bool) -> bytes:
    """The workbook as the bytes of its file; L10nError for a sheet with more rows than Excel has."""
    book = Workbook(write_only=True)
    for column in Column:
        book.add_named_style(_style(column))
    for title, sheet in zip(titles(sheet.title for sheet in sheets), sheets, strict=True):
        if len(sheet.rows) >= MOST_ROWS:
            hint = "export to CSV, or divide the catalogue"
            raise L10nError(f"{sheet.title}: {len(sheet.rows):,} rows, more than a sheet has", hint)
        page = book.create_sheet(title)
        _set_up(page, len(sheet.rows) + 1, right_to_left)
        page.append([_cell(page, column, _name(Column.NUMBER)) for column in Column])
        for number, row in enumerate(sheet.rows, 2):
            page.row_dimensions[number].height = _height(row)
            page.append([_number(page, row), *(_cell(page, escaped(row[column]), _name(column)) for column in _TEXTS)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _set_up(page: Any, last: int, right_to_left: bool) -> None:
    """All that is of the sheet and not of its cells, which come later."""
    page.freeze_panes = "A2"
    page.sheet_view.rightToLeft = right_to_left
    page.auto_filter.ref = f"A1:{get_column_letter(len(Column))}{last}"
    for number, column in enumerate(Column, 1):
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = _WIDTHS.get(column, 10)
        dimension.hidden = column in HIDDEN
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0  # as many pages as it takes
    page.print_title_rows = "1:1"
    page.protection.sheet = True
    for name in _ALLOWED:
        setattr(page.protection, name, False)
    choice = DataValidation("list", formula1=f'"{",".join(TableVerdict)}"', allow_blank=True)
    choice.showErrorMessage = True
    choice.error = f"Choose: {', '.join(TableVerdict)}"
    letter = get_column_letter(list(Column).index(Column.VERDICT) + 1)
    choice.add(f"{letter}2:{letter}{max(last, 2)}")
    page.data_validations.append(choice)


def _height(row: Mapping[Column, str]) -> float:
    """In points: rows without a height are of one line in LibreOffice, however long the text."""
    lines = max(
        sum(len(line) // (width - _NARROW) + 1 for line in row[column].split("\n")) for column, width in _WIDTHS.items()
    )
    return min(lines * _LINE, _HIGHEST)


def _name(column: Column) -> str:
    return f"l10n {column.lower()}"


def _style(column: Column) -> NamedStyle:
    style = NamedStyle(_name(column))
    style.number_format = "@"
    style.protection = Protection(locked=column not in OPEN)
    style.alignment = Alignment(wrap_text=True, vertical="top")
    if column not in OPEN:
        style.fill = _GREY
    return style


def _number(page: Any, row: Mapping[Column, str]) -> WriteOnlyCell:
    """A number, so that 10 comes after 2 where people sort; in leftovers of files without numbers nothing."""
    text = row[Column.NUMBER]
    cell = WriteOnlyCell(page, int(text) if _SMALL.fullmatch(text) else None)
    cell.style = _name(Column.NUMBER)
    return cell


def _cell(page: Any, text: str, style: str) -> WriteOnlyCell:
    """A cell with this text, also if that looks like a formula or a number."""
    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"
    cell.style = style
    cell.quotePrefix = True
    return cell
