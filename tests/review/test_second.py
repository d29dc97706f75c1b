"""Where two people have to sign, what one has signed waits for the other."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from tests.review.conftest import Open
from tests.review.hands import current, expect_verdicts, export, press
from tests.review.pages import RUSSIAN, numbered, page

STRICT = replace(RUSSIAN, second=True)
FIRST, OTHER, LAST = numbered(3)
MINE = replace(FIRST, state="reviewed", signed=("anna muster 2026-01-30",))
THEIRS = replace(OTHER, state="reviewed", signed=("Olga 2026-01-30",))
BOTH = replace(LAST, state="second", signed=("Olga 2026-01-30", "Boris 2026-01-31"))


def test_what_another_person_has_signed_is_left_to_do(show: Open) -> None:
    tab = show(page(MINE, THEIRS, BOTH, sheets=(STRICT,)))
    expect(tab.locator("#progress-words")).to_contain_text("2 of 3 decided")
    press(tab, "u")
    assert current(tab) == "row-1"
    press(tab, "a")
    expect_verdicts(tab, ["", "approved", ""])
    assert [entry["key"] for entry in export(tab)["entries"]] == [THEIRS.key]


def test_another_reader_has_other_things_left_to_do(show: Open) -> None:
    tab = show(page(MINE, replace(MINE, key="again"), THEIRS, BOTH, sheets=(STRICT,)))
    expect(tab.locator("#progress-words")).to_contain_text("3 of 4 decided")
    tab.locator("#reviewer").fill("Olga")
    expect(tab.locator("#progress-words")).to_contain_text("2 of 4 decided")


def test_one_signature_is_enough_where_nobody_wants_two(show: Open) -> None:
    tab = show(page(MINE, THEIRS, BOTH))
    expect(tab.locator("#progress-words")).to_contain_text("3 of 3 decided")


def test_nobody_signs_twice(show: Open) -> None:
    tab = show(page(MINE, sheets=(STRICT,)))
    press(tab, "j", "a")
    expect(tab.locator("#said")).to_have_text("You have signed entry 1 already.")
    expect_verdicts(tab, [""])
    press(tab, "e", "x", "Control+Enter")
    expect_verdicts(tab, ["approved"])
