"""Rows for tests of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from l10n.exchange.tables import Column, ReceivedRow, TableSheet, fits, trace

TRAPS = (
    *("=1+1", "+49 30", "- Punkt", "@name", "1,5", "3.10", "0123", "2024-03-01", "TRUE", "\t=1", "\t\t", "＝1", "'"),
    *("\u202fx\u00a0", "a\nb", "\n", "a\n\n", "<b>x</b> &amp;", "_x000D_", "_x005F_x000D_", "]]>", '"', 'a";"b', " x "),
    *("\U0001f600", "x" * 32_767, "\u200f\u05d0", "l10n[]", "\u2028", "\u0130"),
)
TEXTS = st.one_of(st.sampled_from(TRAPS), st.text(max_size=20).filter(fits).map(lambda text: text.replace("\r", "\n")))
"""What a row may have."""


def row(source: str, text: str, unit: str = "#0a1b2c3d", **cells: str) -> dict[Column, str]:
    """A row as it goes out."""
    hidden = {Column.SOURCE_TRACE: trace(source), Column.TEXT_TRACE: trace(text)}
    given = {Column[name.upper()]: cell for name, cell in cells.items()}
    texts = {Column.NUMBER: "1", Column.SOURCE: source, Column.TEXT: text, Column.UNIT: unit}
    return {**dict.fromkeys(Column, ""), **texts, **hidden, **given}


def sheet(*rows: Mapping[Column, str], title: str = "article") -> TableSheet:
    return TableSheet(title, rows)


def cells(rows: Sequence[ReceivedRow]) -> list[tuple[str, ...]]:
    """What the rows say, apart from columns that the table does not have."""
    shown = (Column.SOURCE, Column.TEXT, Column.VERDICT, Column.COMMENT, Column.UNIT, Column.SOURCE_TRACE)
    return [tuple(received.cells[column] for column in shown) for received in rows]


def expected(*rows: Mapping[Column, str]) -> list[tuple[str, ...]]:
    return cells([ReceivedRow(mapping, "") for mapping in rows])


def touched(received: ReceivedRow) -> bool:
    """The translation is not the one that went out."""
    return trace(received.cells[Column.TEXT]) != received.cells[Column.TEXT_TRACE]
