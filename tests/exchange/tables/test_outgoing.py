"""Catalogues as rows: what people see of each entry, and what is left out."""

from __future__ import annotations

import pytest

from l10n.errors import L10nError
from l10n.exchange.tables import LONGEST, Column, fits
from l10n.exchange.tables.outgoing import NO_TEXT, UNFIT, TableOrigin, cut, tabled
from l10n.model import Catalogue, Entry, itself

ORIGIN = TableOrigin("ru.po", "article", "ru")
FORMS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"


def _rows(*entries: Entry) -> list[tuple[str, ...]]:
    shown = (Column.NUMBER, Column.CONTEXT, Column.SOURCE, Column.TEXT, Column.STATE, Column.NOTES)
    sheet = tabled(ORIGIN, Catalogue((("Plural-Forms", FORMS),), entries), itself).sheet
    return [tuple(row[column] for column in shown) for row in sheet.rows]


def test_people_see_where_a_sentence_stands_and_what_others_say_of_it() -> None:
    entry = Entry(
        "Das Haus",
        "дом",
        msgctxt="menu",
        flags=("fuzzy",),
        comments=("klein", "l10n-pivot: The house ¶", "l10n-rejected: Anna 2026-01-31: too short"),
        extracted=("paragraph 1, sentence 2", "previous: A", "next: B", "<b> = bold"),
        previous=(("msgid", "Das alte Haus"),),
    )
    notes = "klein\nsent back: Anna 2026-01-31: too short\n<b> = bold\nin between: The house"
    assert _rows(entry) == [
        (
            *("1", "paragraph 1, sentence 2 · menu", "Das Haus", "дом", "outdated"),
            f"{notes}\nwas a translation of: Das alte Haus",
        )
    ]


def test_names_of_ours_are_no_context() -> None:
    assert _rows(Entry("Haus", "дом", msgctxt="after:0a1b2c3d before:0a1b2c3d #2"))[0][1] == ""


def test_the_risk_of_a_draft_is_told_until_somebody_has_read_it() -> None:
    mark = ("l10n-mt: argos de-ru-1.0 risk=0.42 s=1a2b3c4d h=1a2b3c4d",)
    assert _rows(Entry("Haus", "дом", flags=("fuzzy",), comments=mark))[0][-1] == "risk: 0.42"


def test_each_form_of_a_plural_says_for_which_numbers_it_is() -> None:
    rows = _rows(Entry("ein Haus", msgid_plural="%d Häuser"))
    assert [row[:4] for row in rows] == [
        ("1", "for 1, 21, 31", "ein Haus", ""),
        ("1", "for 2, 3, 4", "%d Häuser", ""),
        ("1", "for 0, 5, 6", "%d Häuser", ""),
    ]


def test_entries_of_one_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.exchange.tables.outgoing.key", lambda entry: "0a1b2c3d")
    sheet = tabled(ORIGIN, Catalogue(entries=(Entry("a"), Entry("b"))), itself).sheet
    assert [row[Column.UNIT] for row in sheet.rows] == ["#0a1b2c3d", "#0a1b2c3d-2"]


def test_what_no_cell_can_hold_or_is_no_text_is_left_out() -> None:
    long, bell, key, gone = (
        Entry("\U0001f600" * (LONGEST // 2 + 1)),
        Entry("a\a"),
        Entry("b"),
        Entry("c", obsolete=True),
    )
    table = tabled(ORIGIN, Catalogue(entries=(long, bell, key, gone)), lambda entry: None if entry is key else entry)
    assert table.sheet.rows == ()
    assert table.left == {UNFIT: [long, bell], NO_TEXT: [key]}


def test_a_name_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(L10nError, match=r"a\\x1b.po: no table can hold the name of this file"):
        tabled(TableOrigin("a\x1b.po", "a", "ru"), Catalogue(), itself)


def test_what_is_for_reading_alone_is_cut() -> None:
    assert cut("a\x1bb") == "a\ufffdb"
    assert cut("x" * LONGEST).endswith("x…")
    assert fits(cut("\U0001f600" * LONGEST))
