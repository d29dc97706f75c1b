"""Rows in every form: the same cells, and nothing in them that has an effect."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from l10n import plugins
from l10n.reports import listing
from l10n.reports.characters import visible, whole
from l10n.reports.listing import Listing, ListingRow
from tests.conftest import examples

CELLS = st.one_of(
    st.integers(-9, 9),
    st.sampled_from(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r", "a\nb", "a|b", "<b>", "**", "\ud800", ""]),
    st.text(max_size=5),
)
ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.builds(ListingRow, st.tuples(*[CELLS] * width), st.booleans()), max_size=4).map(
        lambda rows: Listing(tuple("abc"[:width]), tuple(rows))
    )
)


def _written(table: Listing, form: str) -> str:
    out = io.StringIO()
    listing.load(form).write(table, out)
    return out.getvalue()


@examples(30, thorough=300)
@given(ROWS)
def test_a_spreadsheet_has_all_cells_but_sums_and_works_nothing_out(table: Listing) -> None:
    head, *rows = csv.reader(io.StringIO(_written(table, "csv"), newline=""))
    assert tuple(head) == table.columns
    wanted = [row.cells for row in table.rows if not row.is_sum]
    for row, cells in zip(rows, wanted, strict=True):
        for shown, cell in zip(row, cells, strict=True):
            assert shown.removeprefix("\t") == visible(whole(str(cell)))
            assert isinstance(cell, int) or not shown.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@examples(30, thorough=300)
@given(ROWS)
def test_markdown_is_a_table_of_plain_words(table: Listing) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(_written(table, "markdown"))
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == len(table.columns) * (1 + len(table.rows))
    for token, cell in zip(
        cells[len(table.columns) :], (cell for row in table.rows for cell in row.cells), strict=True
    ):
        kinds = {child.type for child in token.children or ()}
        assert kinds <= {"text", "html_inline", "strong_open", "strong_close", "text_special"}
        words = "".join(child.content for child in token.children or () if child.type.startswith("text"))
        assert words.split() == visible(whole(str(cell))).split()


@examples(30, thorough=300)
@given(ROWS)
def test_a_table_of_text_has_a_line_a_row(table: Listing) -> None:
    assert len(_written(table, "text").splitlines()) == 1 + len(table.rows)


@pytest.mark.parametrize("form", plugins.names(listing.FAMILY))
def test_a_listing_may_have_no_rows(form: str) -> None:
    assert _written(Listing(("a", "b"), ()), form).count("\n") in {1, 2}
