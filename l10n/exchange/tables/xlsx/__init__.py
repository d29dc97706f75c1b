"""Rows as a workbook, a sheet a document; the module of a sheet's cells is openpyxl, which has to be installed."""

from __future__ import annotations

import re
from importlib.util import find_spec

from l10n.errors import L10nError

SUFFIX = ".xlsx"
MOST_ROWS = 1_048_576
"""Of a sheet, its first one too: Excel has no more."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def check_installed() -> None:
    """L10nError without openpyxl."""
    if find_spec("openpyxl") is None:
        raise L10nError("tables for Excel need openpyxl", "pip install 'openpyxl>=3.1,<4'")


def escaped(text: str) -> str:
    """The text as a cell has it: `_x000D_` would be a carriage return. Source: ECMA-376, ST_Xstring."""
    return _TO_ESCAPE.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """The text of a cell."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
