"""Rows as CSV and back: UTF-8 with a byte order mark, as Excel knows it by, every cell quoted.

A spreadsheet takes a cell that begins with `=` for a formula, and works it out, and `0123` and `1,5` for a number and a
date, and writes them in another way. Such cells begin with a TAB, which is taken off exactly once; so do those that
begin with a TAB themselves.

Source: RFC 4180; OWASP, "CSV Injection".
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from l10n.errors import L10nError
from l10n.exchange.tables import Column, ReceivedRow, TableSheet
from l10n.files import refuse_special, sizes
from l10n.reports.formulas import GUARD, SIGNS

SUFFIX = ".csv"
_SEPARATORS = ",;\t"
_NEEDED = {Column.SOURCE, Column.TEXT, Column.UNIT}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DANGEROUS = (*SIGNS, "\t", "\r", "\n")
_LONGEST_NUMBER = 40
"""Characters of a number or date, with names of days and months."""
_HINT = "export it again, or save it as “CSV UTF-8”"
_SEP = re.compile(r"\Asep=.\r?\n")
"""A line for Excel, which nobody else knows."""


def guarded(text: str) -> str:
    """The text, which no spreadsheet takes for a formula, a number or a date."""
    counts = len(text) <= _LONGEST_NUMBER and any(map(str.isdecimal, text))
    return GUARD + text if text.startswith(_DANGEROUS) or counts else text


def unguarded(text: str) -> str:
    """The text without the guard."""
    return text.removeprefix(GUARD)


def write(sheets: Iterable[TableSheet], separator: str = ",") -> bytes:
    """All tables, one below the other."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(list(Column))
    for sheet in sheets:
        writer.writerows([_cell(row, column) for column in Column] for row in sheet.rows)
    return codecs.BOM_UTF8 + file.getvalue().encode()


def _cell(row: Mapping[Column, str], column: Column) -> str:
    return row[column] if column is Column.NUMBER else guarded(row[column])


def read(path: Path) -> Iterator[ReceivedRow]:
    """The rows of a file that we have written; L10nError with file and line for another one."""
    text = _text(path)
    if match := _SEP.match(text):
        text = text[match.end() :]
    separator = _separator(path, text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: Sequence[str] = ()
    start = 1 + bool(match)
    try:
        for cells in reader:
            where = f"{path}:{start}"
            start = reader.line_num + 1 + bool(match)
            if not columns:
                columns = cells
            elif any(cells) and cells != columns:  # people join files
                yield ReceivedRow(_named(columns, cells), where)
    except csv.Error as error:
        raise L10nError(f"{path}:{start}: {error}", _HINT) from None


def _named(columns: Sequence[str], cells: Sequence[str]) -> dict[Column, str]:
    known = set(Column)
    pairs = zip(columns, cells, strict=False)
    return {Column(column): unguarded(cell) for column, cell in pairs if column in known}


def begins_table(head: bytes) -> bool:
    """The first line of a file that begins so has the titles of our columns."""
    text = head.decode("utf-16" if head.startswith(_UTF16) else "utf-8-sig", "replace")
    return bool(_separator_of(_SEP.sub("", text, count=1)))


def _text(path: Path) -> str:
    """UTF-8, or the UTF-16 of Excel's “Unicode Text”; another encoding has lost letters already."""
    refuse_special(path)
    try:
        data = sizes.content(path, _HINT)
        return data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from None
    except UnicodeDecodeError:
        raise L10nError(f"{path}: not in UTF-8: letters may be lost", "save it as “CSV UTF-8”") from None


def _separator_of(text: str) -> str:
    """What stands between the titles of the columns in the first line; empty if these are none of ours."""
    line = text.partition("\n")[0].strip()
    for separator in _SEPARATORS:
        titles = {title.strip('"') for title in line.split(separator)}
        if titles >= _NEEDED:
            return separator
    return ""


def _separator(path: Path, text: str) -> str:
    if separator := _separator_of(text):
        return separator
    what = f"the first line does not name the columns {Column.SOURCE}, {Column.TEXT} and {Column.UNIT}"
    raise L10nError(f"{path}:1: {what}", "name a file that `l10n export csv` has made")
