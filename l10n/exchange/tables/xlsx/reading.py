"""A workbook -> its rows, whatever people and their programs have done to the sheets."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, cast

from openpyxl import load_workbook

from l10n.errors import L10nError
from l10n.exchange.gate.texts import lines
from l10n.exchange.tables import Column, ReceivedRow, columns_of
from l10n.exchange.tables.archive import broken, opened
from l10n.exchange.tables.xlsx import MOST_ROWS, unescaped

_COLUMNS = 64
"""As many as people may have put between ours."""
_ROWS = 2 * MOST_ROWS
"""Of all sheets; a program that makes a file of a few kilobytes may say that the last row is the millionth."""
_NEEDED = {Column.SOURCE, Column.TEXT, Column.UNIT}
_EXACT = 2**53
"""Beyond it a cell has lost digits."""
_KINDS = {"f": "a formula", "b": "a truth value", "d": "a date or time", "e": "an error value"}


def read(path: Path) -> list[ReceivedRow]:
    """The rows of all sheets that have our columns; L10nError if none has."""
    with opened(path), path.open("rb") as file:
        try:
            with warnings.catch_warnings(action="ignore"):  # about what of a workbook openpyxl does not know
                rows = _rows(path, file)
        except L10nError:
            raise
        except Exception as error:  # openpyxl has no exception of its own: what is broken ends in any
            raise broken(path, f"no workbook: {' '.join(str(error).split()) or type(error).__name__}") from None
    return rows


def _rows(path: Path, file: IO[bytes]) -> list[ReceivedRow]:
    budget = iter(range(_ROWS))
    pages = load_workbook(file, read_only=True).worksheets
    sheets = [_of_sheet(_lines(path, page, budget), f"{path}:{page.title}!") for page in pages]
    if all(rows is None for rows in sheets):
        what = f"no sheet has the columns {Column.SOURCE}, {Column.TEXT} and {Column.UNIT}"
        raise L10nError(f"{path}: {what}", "name a file that `l10n export xlsx` has made")
    return [row for rows in sheets for row in rows or ()]


def _lines(path: Path, page: Any, budget: Iterator[int]) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows that have something, with their numbers."""
    page.reset_dimensions()
    before = None
    for number, cells in enumerate(page.iter_rows(max_row=MOST_ROWS, max_col=_COLUMNS), 1):
        if next(budget, None) is None:
            raise broken(path, f"more than {_ROWS:,} rows, most of them empty")
        # of rows that are not there openpyxl gives the same again and again
        if cells is not before and any(cell.value is not None for cell in cells):
            yield number, cells
        before = cells


def _of_sheet(lines: Iterable[tuple[int, Sequence[Any]]], sheet: str) -> list[ReceivedRow] | None:
    """The rows of a sheet; None if it does not have our columns. Rows above the titles are as those below."""
    columns: dict[int, Column] = {}
    above, rows = [], []
    for number, cells in lines:
        if titles := _columns(cells):
            columns = titles
        elif columns:
            rows.append(_row(columns, cells, sheet, number))
        else:
            above.append((number, cells))
    return [*(_row(columns, cells, sheet, number) for number, cells in above), *rows] if columns else None


def _columns(cells: Sequence[Any]) -> dict[int, Column]:
    return columns_of([cell.value if isinstance(cell.value, str) else "" for cell in cells], _NEEDED)


def _row(columns: dict[int, Column], cells: Sequence[Any], sheet: str, number: int) -> ReceivedRow:
    texts: dict[Column, str] = {}
    fault = ""
    where = ""
    for index, column in columns.items():
        text = _text(cells[index]) if index < len(cells) else ""
        if column is Column.TEXT:
            where = f"{sheet}{_letter(index)}{number}"
            fault = "" if text is not None else _fault(cells[index])
        texts[column] = text if text is not None else str(cells[index].value)
    return ReceivedRow(texts, where, fault)


def _letter(index: int) -> str:
    """The column's name: there are few, so that two letters do."""
    first, second = divmod(index, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + second)


def _text(cell: Any) -> str | None:
    """What the cell says; None if that is no text, nor a whole number, which is the text that somebody typed."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str) and cell.data_type not in _KINDS:
        return lines(unescaped(value))
    whole = isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer()
    return str(int(value)) if whole and abs(value) < _EXACT else None


def _fault(cell: Any) -> str:
    kind = _KINDS.get(cast("str", cell.data_type), "a number with a fraction")
    return f"the translation is {kind}, and no text"
