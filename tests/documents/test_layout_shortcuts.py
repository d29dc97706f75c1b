"""What no line without it can have is not looked for, and what is kept of a line is what stands in it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from l10n.documents.layout import judgement, tables
from l10n.documents.layout.lines import CLOSERS, Mark, lines

_PARTS = [
    "Der Hund",
    "z. B.",
    "|",
    "│",
    "║",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "\u2003",
    ". ",
    "! Er",
    "…",
    "„",
    "“",
    "x",
    "\v",
]
_MARKED = ["- ", "1. ", "a) ", "## ", "> ", ">> ", "===", "[x] ", " ....... 12", "____", "»ja«", "(nein)"]
_rows = st.lists(st.sampled_from(_PARTS + _MARKED) | st.text(max_size=5), max_size=12).map("".join)
_LETTERS_FIRST = re.compile(r"\w{3}" + judgement._INNER_END.pattern.replace(r"(?<=\w{3}.)", ""))


@given(_rows)
def test_where_no_sign_is_no_gap_is_found(row: str) -> None:
    for pattern, sign in tables._SIGNS.items():
        assert sign.search(row) or not any(tables._cells(line, pattern) for line in lines(row))


@given(_rows)
def test_a_sentence_ends_in_the_line_wherever_the_search_begins(row: str) -> None:
    assert bool(judgement._INNER_END.search(row)) == bool(_LETTERS_FIRST.search(row))


@given(st.lists(_rows, max_size=4).map("\n".join))
def test_what_is_kept_of_a_line_is_what_stands_in_it(text: str) -> None:
    for seeming in lines(text):
        for line in (seeming, seeming.bare):
            assert line.text == text[line.words : max(line.stop, line.words)]
            assert line.ending == line.text.rstrip(CLOSERS)[-1:]
        assert seeming.bare.mark is Mark.NONE
