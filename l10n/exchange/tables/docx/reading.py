"""A Word document -> the rows of its tables: insertions kept, deletions dropped, as if all changes were accepted."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from l10n.errors import L10nError
from l10n.exchange.gate.texts import lines
from l10n.exchange.tables import Column, ReceivedRow, columns_of
from l10n.exchange.tables.archive import opened
from l10n.exchange.tables.docx import recorded
from l10n.exchange.tables.docx.body import SYMBOL, DocxRow, comments, rows

_DOCUMENT = re.compile(r"word/document\d*\.xml")
_COMMENTS = "word/comments.xml"
_NEEDED = {Column.NUMBER, Column.SOURCE, Column.TEXT}


def read(path: Path) -> list[ReceivedRow]:
    """The rows of the tables that have our columns; L10nError if none has."""
    with opened(path) as archive:
        name = next(filter(_DOCUMENT.fullmatch, archive.namelist()), "")
        if not name:
            raise L10nError(f"{path}: no Word document", "name a file that `l10n export docx` has made")
        tables = rows(archive.read(name), f"{path}: {name}")
        remarks = _remarks(path, archive)
    return _received(path, tables, remarks)


def _remarks(path: Path, archive: zipfile.ZipFile) -> dict[str, str]:
    """The comments in the margin, by their ids."""
    if _COMMENTS not in archive.namelist():
        return {}
    return comments(archive.read(_COMMENTS), f"{path}: {_COMMENTS}")


def _received(path: Path, tables: Sequence[DocxRow], remarks: dict[str, str]) -> list[ReceivedRow]:
    """Rows above the titles, where people may have moved them, are as those below."""
    columns = next(filter(None, (columns_of(row.cells, _NEEDED) for row in tables)), {})
    if not columns:
        what = f"no table has the columns {Column.NUMBER}, {Column.SOURCE} and {Column.TEXT}"
        raise L10nError(f"{path}: {what}", "name a file that `l10n export docx` has made")
    ours = []
    for row in tables:
        if titles := columns_of(row.cells, _NEEDED):
            columns = titles
        else:
            ours.append(_row(row, columns, remarks, f"{path}:table {row.table}, row {row.number}"))
    return ours


def _row(row: DocxRow, columns: dict[int, Column], remarks: dict[str, str], where: str) -> ReceivedRow:
    cells = {column: lines(row.cells[index]) for index, column in columns.items() if index < len(row.cells)}
    hidden = recorded(cells.get(Column.NUMBER, ""))
    notes = (cells.get(Column.COMMENT, ""), *(remarks.get(remark, "") for remark in row.remarks))
    cells[Column.COMMENT] = "\n".join(filter(None, notes))
    cells[Column.NUMBER] = cells.get(Column.NUMBER, "").partition("\n")[0]
    fault = "the translation has a sign of a symbol font" if SYMBOL in cells.get(Column.TEXT, "") else ""
    return ReceivedRow(cells | hidden, where, fault)
