"""An outdated text, or one with an error, is signed by a second key only, and never by accident."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from l10n.review import Page, PageFinding, PageRow
from tests.review.conftest import Open
from tests.review.hands import current, expect_verdict, expect_verdicts, export, press, row, settle
from tests.review.pages import numbered, page
from tests.review.serving import Server

ERROR = PageFinding("numbers", "error", "38 is missing")
WARNING = PageFinding("spaces", "warning", "two spaces")
FIRST, SECOND, THIRD = numbered(3)
OUTDATED = replace(FIRST, state="outdated", previous="Satz 1 stand hier.")
WRONG = replace(FIRST, problems=(ERROR, WARNING))


def _page(first: PageRow) -> Page:
    return page(first, SECOND, THIRD)


@pytest.mark.parametrize(
    ("first", "reason", "despite"),
    [
        pytest.param(OUTDATED, "outdated: its source has changed since.", ["outdated"], id="outdated"),
        pytest.param(WRONG, "error numbers: 38 is missing.", ["numbers"], id="error"),
        pytest.param(
            replace(OUTDATED, problems=(ERROR, ERROR)),
            "error numbers: 38 is missing; outdated: its source has changed since.",
            ["numbers", "outdated"],
            id="both",
        ),
    ],
)
def test_the_first_press_asks_and_the_second_signs(show: Open, first: PageRow, reason: str, despite: list[str]) -> None:
    tab = show(_page(first))
    question = row(tab, 1).locator(".doubts")
    press(tab, "j", "a")
    expect_verdicts(tab, ["", "", ""])
    assert current(tab) == "row-0"
    expect(question).to_have_text(f"{reason} Not signed yet: approve again to sign it all the same.")
    expect(question).to_be_visible()
    expect(tab.locator("#said")).to_contain_text(f"Entry 1: {reason} Not signed yet")
    expect(row(tab, 1).get_by_role("button", name="Approve")).to_have_accessible_description(
        f"{reason} Not signed yet: approve again to sign it all the same."
    )

    press(tab, "a")
    expect_verdicts(tab, ["approved", "", ""])
    expect(question).to_be_hidden()
    assert current(tab) == "row-1"
    press(tab, "a")
    signed, other = export(tab)["entries"]
    assert (signed["verdict"], signed["despite"]) == ("approve", despite)
    assert "despite" not in other


@pytest.mark.parametrize("first", [replace(FIRST, problems=(WARNING,)), replace(WRONG, state="reviewed")])
def test_a_warning_and_what_is_signed_already_need_one_press(show: Open, first: PageRow) -> None:
    tab = show(_page(first))
    press(tab, "j", "a")
    expect_verdicts(tab, ["approved", "", ""])


@pytest.mark.parametrize("key", ["a", "Control+Enter", "Enter"])
def test_a_held_key_is_no_second_press(show: Open, key: str) -> None:
    tab = show(_page(OUTDATED))
    press(tab, "j")
    if key == "Control+Enter":
        press(tab, "e")
        tab.keyboard.down("Control")
    elif key == "Enter":
        row(tab, 1).get_by_role("button", name="Approve").focus()
    letter = key.removeprefix("Control+")
    for _ in range(5):
        tab.keyboard.down(letter)
    tab.keyboard.up(letter)
    expect_verdicts(tab, ["", "", ""])
    tab.keyboard.press(letter)
    expect_verdicts(tab, ["approved", "", ""])


def test_a_held_key_that_comes_from_the_entry_before_does_not_even_ask(show: Open) -> None:
    tab = show(page(SECOND, OUTDATED, THIRD))
    press(tab, "j")
    for _ in range(5):
        tab.keyboard.down("a")
    tab.keyboard.up("a")
    expect_verdicts(tab, ["approved", "", ""])
    expect(tab.locator(".doubts:visible")).to_have_count(0)


def test_a_double_click_is_one_press(show: Open) -> None:
    tab = show(_page(OUTDATED))
    approve = row(tab, 1).get_by_role("button", name="Approve")
    approve.dblclick()
    expect_verdicts(tab, ["", "", ""])
    tab.wait_for_timeout(600)  # longer than any double click
    approve.click()
    expect_verdicts(tab, ["approved", "", ""])


def test_a_text_that_is_edited_is_no_longer_what_the_finding_was_about(show: Open) -> None:
    tab = show(_page(WRONG))
    press(tab, "j", "e", "!", "Control+Enter")
    expect_verdicts(tab, ["approved", "", ""])
    assert "despite" not in export(tab)["entries"][0], "what is wrong with the new text is found when it is applied"


def test_an_error_in_another_plural_form_stays(show: Open) -> None:
    forms = ("%d дом", "%d дома", "домов")
    plural = replace(FIRST, plural="%d Häuser", texts=forms, forms=("1", "2", "5"), problems=(replace(ERROR, form=2),))
    tab = show(_page(plural))
    press(tab, "j", "e", "!", "Control+Enter")
    expect_verdict(tab, 1, "edited")
    press(tab, "Control+Enter")
    expect_verdict(tab, 1, "approved")
    assert export(tab)["entries"][0]["despite"] == ["numbers"]


def test_a_question_is_asked_anew_after_an_edit_or_an_undo(show: Open) -> None:
    tab = show(_page(OUTDATED))
    question = row(tab, 1).locator(".doubts")
    press(tab, "j", "a", "e", "!")
    expect(question).to_be_hidden()
    press(tab, "Control+Enter")
    expect_verdict(tab, 1, "edited")
    expect(question).to_be_visible()
    press(tab, "Control+Enter")
    expect_verdict(tab, 1, "approved")
    press(tab, "z", "k")
    expect_verdict(tab, 1, "edited")
    press(tab, "a")
    expect_verdict(tab, 1, "edited")
    press(tab, "a")
    expect_verdict(tab, 1, "approved")


def test_what_was_confirmed_outlives_a_visit(show: Open) -> None:
    tab = show(_page(OUTDATED))
    press(tab, "j", "a", "a")
    tab.reload()
    expect_verdicts(tab, ["approved", "", ""])
    assert export(tab)["entries"][0]["despite"] == ["outdated"]


def test_an_approval_that_an_older_page_has_kept_is_read_and_has_to_be_confirmed(show: Open) -> None:
    tab = show(_page(OUTDATED))
    press(tab, "j", "a", "a")
    settle(tab)
    kept = json.loads(tab.evaluate("localStorage.getItem('l10n:page-1')"))
    del kept["decisions"][0]["decision"]["despite"]
    tab.evaluate("text => localStorage.setItem('l10n:page-1', text)", json.dumps(kept))
    tab.reload()
    expect_verdicts(tab, ["approved", "", ""])
    press(tab, "j", "a")
    assert "despite" not in export(tab)["entries"][0]
    press(tab, "a")
    assert export(tab)["entries"][0]["despite"] == ["outdated"]


def test_the_server_is_asked_after_the_second_press_only(tab: Tab, server: Server) -> None:
    server.rows[FIRST.key] = OUTDATED
    tab.reload()
    press(tab, "j", "a")
    assert server.asked == []
    press(tab, "a")
    expect_verdict(tab, 1, "approved, saved")
    assert server.asked[0][1]["entries"][0]["despite"] == ["outdated"]


def test_an_error_that_only_the_server_can_see_is_told_and_signed_by_another_press(tab: Tab, server: Server) -> None:
    wrong = f"{FIRST.texts[0]}!"
    server.errors[wrong] = ["numbers"]
    press(tab, "j", "e", "!", "Control+Enter")
    conflict = row(tab, 1).locator(".conflict")
    expect(conflict).to_contain_text("error numbers: gone. Not signed yet: approve again to sign it all the same.")
    expect(conflict.get_by_role("button")).to_have_count(0)
    expect_verdict(tab, 1, "approved, not saved")
    expect(tab.locator("#said")).to_contain_text("Entry 1 is not saved: error numbers: gone")
    assert server.rows[FIRST.key] == FIRST

    press(tab, "k", "a")
    expect_verdict(tab, 1, "approved, saved")
    expect(conflict).to_be_hidden()
    assert [body["entries"][0].get("despite") for _, body in server.asked] == [None, ["numbers"]]
    assert server.rows[FIRST.key].texts == (wrong,)
    press(tab, "z")
    expect_verdict(tab, 1, "edited, not saved")
    assert server.rows[FIRST.key] == FIRST


def test_a_refused_text_that_is_mended_needs_no_confirmation(tab: Tab, server: Server) -> None:
    server.errors[f"{FIRST.texts[0]}!"] = ["numbers"]
    press(tab, "j", "e", "!", "Control+Enter")
    expect(row(tab, 1).locator(".conflict")).to_contain_text("error numbers: gone")
    press(tab, "k", "e", "?", "Control+Enter")
    expect_verdict(tab, 1, "approved, saved")
    assert "despite" not in server.asked[-1][1]["entries"][0]


def test_a_refused_approval_is_not_confirmed_by_trying_everything_again(tab: Tab, server: Server) -> None:
    server.errors[FIRST.texts[0]] = ["numbers"]
    press(tab, "j", "a")
    expect(row(tab, 1).locator(".conflict")).to_contain_text("error numbers: gone")
    tab.reload()
    tab.locator("#notice-unsaved").get_by_role("button", name="Try again").click()
    expect(row(tab, 1).locator(".conflict")).to_contain_text("error numbers: gone")
    assert server.rows[FIRST.key] == FIRST
    assert export(tab)["entries"][0]["verdict"] == "approve"
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")


def test_what_was_confirmed_of_one_text_does_not_count_for_another(tab: Tab, server: Server) -> None:
    server.errors[FIRST.texts[0]] = ["numbers"]
    press(tab, "j", "a")
    expect(row(tab, 1).locator(".conflict")).to_contain_text("error numbers: gone")
    server.rows[FIRST.key] = replace(FIRST, texts=("Чужое",), old="other")
    press(tab, "k", "a")
    row(tab, 1).get_by_role("button", name="Save mine").click()
    expect(row(tab, 1).locator(".conflict")).to_contain_text("error numbers: gone")
    assert [body["entries"][0].get("despite") for _, body in server.asked] == [None, ["numbers"], None]
