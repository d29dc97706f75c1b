"""Rows as a Word document, a table a catalogue, and back.

Number, source, translation, verdict and comment are columns; what nobody needs to see is hidden text beside the number,
which LibreOffice keeps, unlike tags of content controls, and names of bookmarks beyond 40 characters.

    12 draft l10n["#fcb5bdf9/1","#2d9014a6","#5f1c0e9b","#77aa0d12","locales/ru/article.po","article","ru","draft"]

Source: ECMA-376, part 1, WordprocessingML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from l10n.exchange.tables import HIDDEN, Column

SUFFIX = ".docx"
SHOWN = (Column.NUMBER, Column.SOURCE, Column.TEXT, Column.VERDICT, Column.COMMENT)
_UNSEEN = (*HIDDEN, Column.STATE)
_MARK = "l10n"
_RECORD = re.compile(rf"{_MARK}(\[.*\])", re.DOTALL)


def record(row: Mapping[Column, str]) -> str:
    """What is hidden beside the number."""
    return _MARK + json.dumps([row.get(column, "") for column in _UNSEEN], ensure_ascii=False, separators=(",", ":"))


def recorded(cell: str) -> dict[Column, str]:
    """What is hidden in this cell; nothing if nothing is, or somebody has changed it."""
    match = _RECORD.search(cell)
    try:
        values = json.loads(match[1]) if match else []
    except (ValueError, RecursionError):
        return {}
    whole = len(values) == len(_UNSEEN) and all(isinstance(value, str) for value in values)
    return dict(zip(_UNSEEN, values, strict=True)) if whole else {}
