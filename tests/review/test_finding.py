"""Filters, order and search, and pages with very many entries."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from l10n.review import Page, PageCatalogue, PageFinding, PivotText
from tests.review.conftest import Open
from tests.review.hands import PATIENCE, current, expect_verdicts, export, numbers, press, row
from tests.review.pages import RUSSIAN, article, numbered, page
from tests.review.pages import row as entry

_SPACES = PageFinding("spaces", "warning", "two spaces")
_NUMBERS = PageFinding("numbers", "error", "2 is missing")
ROWS = (
    replace(entry(1, "Äpfel und Birnen", "Яблоки"), risk=0.2, problems=(_SPACES,)),
    replace(entry(2, "Birnen", "Груши", state="translated"), problems=(_NUMBERS,)),
    replace(entry(3, "Kirschen", "ВИШНИ"), risk=0.7, problems=(_SPACES, _NUMBERS)),
    replace(entry(4, "İzmir’de", "Измир, сімʼя", state="reviewed"), risk=0.2),
)


@pytest.mark.parametrize(
    ("label", "choice", "found"),
    [
        ("State", "all states", [1, 2, 3, 4]),
        ("State", "draft (2)", [1, 3]),
        ("State", "translated (1)", [2]),
        ("Check", "any finding (3)", [1, 2, 3]),
        ("Check", "spaces (2)", [1, 3]),
        ("Check", "numbers (2)", [2, 3]),
        ("Decision", "undecided", [2, 3]),
        ("Decision", "decided", [1, 4]),  # an entry that is signed needs no decision
        ("Decision", "approved", [1]),
        ("Decision", "flagged", []),
        ("Order", "by risk", [3, 1, 4, 2]),
        ("Order", "by place", [1, 2, 3, 4]),
    ],
)
def test_each_filter_finds_its_entries(show: Open, label: str, choice: str, found: list[int]) -> None:
    tab = show(page(*ROWS))
    press(tab, "j", "a")
    tab.get_by_role("combobox", name=label).select_option(choice)
    assert numbers(tab) == found
    expect(tab.locator("#shown")).to_have_text(f"{len(found)} of 4 shown")
    expect(tab.locator("#nothing")).to_be_visible(visible=not found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("birnen", [1, 2]),
        ("äpfel", [1]),
        ("вишни", [3]),
        ("izmir", [4]),
        ("izmir'd", [4]),
        ("сім’я", [4]),
        (" KIRSCHEN ", [3]),
        ("nichts", []),
        ("", [1, 2, 3, 4]),
    ],
)
def test_search_looks_into_source_and_translation(show: Open, text: str, found: list[int]) -> None:
    tab = show(page(*ROWS))
    press(tab, "/")
    tab.keyboard.insert_text(text)
    assert numbers(tab) == found


def test_search_sees_what_is_typed(show: Open) -> None:
    tab = show(page(*ROWS))
    row(tab, 2).locator("textarea").fill("Абрикосы")
    tab.locator("#search").fill("абрикос")
    assert numbers(tab) == [2]


def test_filters_narrow_each_other_and_keys_walk_through_what_is_left(show: Open) -> None:
    tab = show(page(*ROWS))
    tab.get_by_role("combobox", name="Check").select_option("spaces (2)")
    tab.get_by_role("combobox", name="Order").select_option("by risk")
    tab.locator("#search").focus()
    press(tab, "Enter")
    assert current(tab) == "row-2"
    press(tab, "j")
    assert current(tab) == "row-0"
    press(tab, "j")
    expect(tab.locator("#said")).to_have_text("This is the last entry.")
    tab.locator("#search").fill("kirsch")
    assert numbers(tab) == [3]


def test_no_key_does_anything_to_an_entry_that_a_filter_hides(show: Open) -> None:
    """As after a change of the language: the keys would go on with the last entry of the one before."""
    tab = show(page(*ROWS))
    press(tab, "j", "j", "j")
    tab.get_by_label("State").select_option(label="translated (1)")
    press(tab, "Escape", "a")
    expect_verdicts(tab, [""])
    assert current(tab) == "row-1"
    press(tab, "a", "a")  # once more, as there is an error
    assert [one["source"] for one in export(tab)["entries"]] == ["Birnen"]


def test_nothing_vanishes_while_somebody_decides(show: Open) -> None:
    tab = show(page(*ROWS))
    tab.get_by_role("combobox", name="Decision").select_option("undecided")
    row(tab, 1).get_by_role("button", name="Approve").click()
    assert numbers(tab) == [1, 2, 3]
    expect_verdicts(tab, ["approved", "", ""])


def test_the_english_between_is_shown_where_there_is_any(show: Open) -> None:
    tab = show(page(replace(ROWS[0], pivot=PivotText("Apples", "machine")), ROWS[1], sheets=(RUSSIAN,)))
    expect(row(tab, 1).locator(".pivot")).to_contain_text("Apples")
    expect(row(tab, 1).locator(".pivot")).to_contain_text("machine")
    english = PageCatalogue("en.po", "article", "en", "English")
    tab = show(page(replace(ROWS[0], pivot=PivotText("Apples", "machine")), sheets=(english,), id="en"), "en.html")
    expect(row(tab, 1).locator(".pivot")).to_be_hidden()


def test_ten_thousand_entries_have_few_rows_and_can_be_walked_through(show: Open) -> None:
    tab = show(page(*numbered(10_000)))
    few = "document.querySelectorAll('.row').length < 150"
    press(tab, "j", "a", "a")
    expect(tab.locator("#progress-words")).to_have_text("2 of 10000 decided: 2 approved, 0 edited, 0 flagged")
    assert tab.evaluate(few)
    tab.locator("#search").fill("Satz 9999")
    assert numbers(tab) == [9999]
    press(tab, "Enter", "a")
    tab.locator("#search").fill("")
    expect(tab.locator("#shown")).to_have_text("10000 of 10000 shown")
    press(tab, "Escape", "u")
    expect(row(tab, 10_000)).to_be_in_viewport()
    press(tab, "k", "k", "e")
    expect(row(tab, 9998).locator("textarea")).to_be_focused()
    expect(row(tab, 9998)).to_be_in_viewport()
    expect(row(tab, 9999).locator(".verdict")).to_have_text("approved")
    press(tab, "Escape", "j", "j", "a")
    assert current(tab) == "row-2"  # from the top again
    expect(row(tab, 3)).to_be_in_viewport()
    assert tab.evaluate(few)
    for part in (0.3, 0.7, 1, 0.5):
        tab.evaluate("part => scrollTo(0, part * document.documentElement.scrollHeight)", part)
        rows_in_sight = "[...document.querySelectorAll('.block')].filter(one => one.childElementCount && {})".format(
            "one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0"
        )
        end = time.monotonic() + PATIENCE / 1000
        while not tab.evaluate(f"{rows_in_sight}.length"):
            assert time.monotonic() < end
            tab.wait_for_timeout(20)
        assert tab.evaluate(few)
    assert current(tab) == "row-2", "what has the focus is never taken away"
    press(tab, "j")
    expect(row(tab, 4)).to_be_in_viewport()
    tab.reload()
    expect_verdicts_of(tab, {1: "approved", 2: "approved", 3: "", 10_000: "approved"})


def expect_verdicts_of(tab: Tab, wanted: dict[int, str]) -> None:
    """Of entries that are found one by one."""
    for number, verdict in wanted.items():
        tab.locator("#search").fill(f"Satz {number} ")
        expect(row(tab, number).locator(".verdict")).to_have_text(verdict)


def test_all_rows_are_printed(show: Open) -> None:
    tab = show(page(*numbered(300)))
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(numbers(tab)) == 300
    tab.emulate_media(media="print")
    expect(row(tab, 300).get_by_role("button", name="Approve")).to_be_hidden()
    tab.emulate_media(media="screen")
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(numbers(tab)) < 150


def test_the_order_of_the_page_comes_back(show: Open) -> None:
    tab = show(page(*ROWS))
    order = tab.get_by_role("combobox", name="Order")
    order.select_option("by risk")
    order.select_option("by place")
    assert numbers(tab) == [1, 2, 3, 4]
    press(tab, "Escape", "j")
    assert current(tab) == "row-0"


def test_what_is_found_is_in_sight(show: Open) -> None:
    """However far down the page one was: the row with the keys stays where it is, else the first comes into sight."""
    tab = show(page(*numbered(1000)))
    tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(row(tab, 1000)).to_be_in_viewport()
    tab.locator("#search").fill("Satz")
    expect(row(tab, 1)).to_be_in_viewport()
    tab.locator("#search").fill("Satz 555")
    press(tab, "Enter")
    tab.locator("#search").fill("")
    expect(tab.locator("#shown")).to_have_text("1000 of 1000 shown")
    expect(row(tab, 555)).to_be_in_viewport()
    expect(row(tab, 556)).to_be_in_viewport()
    assert current(tab) == "search"


def test_findings_come_first(show: Open) -> None:
    tab = show(page(*ROWS))
    tab.get_by_role("combobox", name="Order").select_option("findings first")
    assert numbers(tab) == [2, 3, 1, 4]


def _shelves() -> Page:
    names = ("guide/start", "guide/more/links", "news")
    sheets = [
        PageCatalogue(f"{code}/{name}.po", name, code, language)
        for code, language in (("ru", "Russian"), ("en", "English"))
        for name in names
    ]
    return page(*(one for number in range(len(sheets)) for one in numbered(2, sheet=number)), sheets=sheets)


def test_documents_are_chosen_from_a_tree_that_says_what_is_left(show: Open) -> None:
    tab = show(_shelves())
    assert numbers(tab) == [1, 2] * 3
    press(tab, "j", "a", "d")
    tree = tab.get_by_role("dialog", name="Documents")
    expect(tree.get_by_role("button", name="all documents")).to_have_text("all documents 5 left of 6")
    tree.get_by_text("guide/", exact=True).click()
    expect(tree.get_by_role("button", name="start")).to_have_text("start 1 left of 2")
    tree.get_by_role("button", name="all in guide/").click()
    expect(tree).to_be_hidden()
    assert numbers(tab) == [1, 2] * 2
    expect(tab.locator("#open-documents")).to_contain_text("guide/")
    expect(tab.get_by_role("combobox", name="Language").locator("option").first).to_have_text("Russian (4)")
    tab.locator("#open-documents").click()
    expect(tree.locator("[aria-current]")).to_be_focused()
    tree.get_by_role("button", name="news").click()
    assert numbers(tab) == [1, 2]
    tab.get_by_role("combobox", name="Language").select_option("all languages (4)")
    assert numbers(tab) == [1, 2] * 2


def test_the_search_can_look_everywhere(show: Open) -> None:
    tab = show(_shelves())
    press(tab, "d")
    tab.get_by_role("button", name="news").click()
    tab.locator("#search").fill("Satz 1 ")
    assert numbers(tab) == [1]
    tab.get_by_label("everywhere").check()
    assert numbers(tab) == [1] * 6
    expect(tab.locator("#shown")).to_have_text("6 of 12 shown")
    expect(row(tab, 7).locator(".sheet")).to_have_text("English: guide/start")


def test_at_least_twelve_entries_fit_on_a_screen(show: Open) -> None:
    tab = show(article())
    tab.set_viewport_size({"width": 1920, "height": 1080})
    seen = "all => all.filter(one => one.getBoundingClientRect().bottom <= innerHeight).length"
    assert tab.eval_on_selector_all(".row", seen) >= 12
