"""The kinds of tables by name; what writes and reads one is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from l10n.exchange.tables import ReceivedRow, TableSheet, archive, delimited, docx, xlsx


@dataclass(frozen=True, slots=True)
class TableOptions:
    """What else there is to say about a table."""

    right_to_left: bool = False
    """The translations are."""
    separator: str = ","
    """Between the cells of a CSV file."""


class TableKind(NamedTuple):
    """A kind of file."""

    suffix: str
    write: Callable[[Sequence[TableSheet], TableOptions], bytes]
    """Raises L10nError for what such a file cannot hold, or without what it takes to write one."""
    read: Callable[[Path], list[ReceivedRow]]
    """Raises L10nError for another file."""


def _write_xlsx(sheets: Sequence[TableSheet], options: TableOptions) -> bytes:
    xlsx.check_installed()
    from l10n.exchange.tables.xlsx import writing

    data = writing.write(sheets, options.right_to_left)
    archive.check_readable(data)
    return data


def _read_xlsx(path: Path) -> list[ReceivedRow]:
    xlsx.check_installed()
    from l10n.exchange.tables.xlsx import reading

    return reading.read(path)


def _write_csv(sheets: Sequence[TableSheet], options: TableOptions) -> bytes:
    return delimited.write(sheets, options.separator)


def _write_docx(sheets: Sequence[TableSheet], options: TableOptions) -> bytes:
    from l10n.exchange.tables.docx import writing

    data = writing.write(sheets, options.right_to_left)
    archive.check_readable(data)
    return data


def _read_docx(path: Path) -> list[ReceivedRow]:
    from l10n.exchange.tables.docx import reading

    return reading.read(path)


KINDS: Mapping[str, TableKind] = {
    "xlsx": TableKind(xlsx.SUFFIX, _write_xlsx, _read_xlsx),
    "csv": TableKind(delimited.SUFFIX, _write_csv, lambda path: list(delimited.read(path))),
    "docx": TableKind(docx.SUFFIX, _write_docx, _read_docx),
}
