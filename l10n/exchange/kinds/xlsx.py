"""Tables for Excel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from l10n.exchange.gate import IncomingFile, Returned
from l10n.exchange.tables import incoming
from l10n.exchange.tables.archive import looks_like
from l10n.exchange.tables.kinds import KINDS

TITLE = "Excel (XLSX)"
_KIND = KINDS["xlsx"]
_MEMBER = re.compile(r"xl/workbook\d*\.xml")


def recognises(head: bytes, path: Path) -> bool:
    """It is a workbook."""
    return looks_like(head, path, _MEMBER, _KIND.suffix)


def read(path: Path) -> IncomingFile:
    """What its rows say; L10nError for a workbook of others, a broken one, or without openpyxl."""
    return incoming.incoming(_KIND.read(path))


def leftover(path: Path, refused: Sequence[Returned]) -> bytes | None:
    """A workbook with the rows of these units."""
    return incoming.leftover(_KIND, path, refused)
