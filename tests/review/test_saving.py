"""The page of `l10n review serve`: what it sends, and what it does with the answers."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.review.hands import expect_verdict, expect_verdicts, export, press, row
from tests.review.pages import numbered
from tests.review.serving import Server


def test_each_decision_is_sent_at_once_and_the_row_becomes_the_new_one(tab: Tab, server: Server) -> None:
    first = numbered(1)[0]
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")
    expect(row(tab, 1).locator(".state")).to_have_text("reviewed")
    ((name, body),) = server.asked
    (sent,) = body["entries"]
    assert name == "save"
    assert (body["format"], body["version"], body["page"], body["reviewer"]) == (
        "l10n-review-patch",
        1,
        "page-1",
        "Anna Muster",
    )
    assert (sent["key"], sent["old"], sent["verdict"], sent["texts"]) == (first.key, first.old, "approve", None)


def test_an_edit_is_sent_when_its_row_is_left(tab: Tab, server: Server) -> None:
    press(tab, "j", "e", *"abc", "Escape")
    assert server.asked == []
    press(tab, "j")
    expect_verdict(tab, 1, "edited, saved")
    expect(row(tab, 1).locator("textarea")).to_have_value("Предложение 1 здесь.abc")
    expect(row(tab, 1).locator(".was")).to_be_hidden()
    press(tab, "k", "a")
    expect_verdict(tab, 1, "approved, saved")
    assert [body["entries"][0]["texts"] for _, body in server.asked] == [["Предложение 1 здесь.abc"], None]


def test_an_edit_that_is_approved_is_sent_once(tab: Tab, server: Server) -> None:
    press(tab, "j", "e", *"abc", "Control+Enter")
    expect_verdict(tab, 1, "approved, saved")
    assert [body["entries"][0]["verdict"] for _, body in server.asked] == ["approve"]


def test_undo_goes_back_step_by_step(tab: Tab, server: Server) -> None:
    press(tab, "j", "e", *"abc", "Escape", "j", "k")
    expect_verdict(tab, 1, "edited, saved")
    press(tab, "a")
    expect_verdict(tab, 1, "approved, saved")
    press(tab, "z")
    expect_verdict(tab, 1, "edited, saved")
    expect(row(tab, 1).locator(".state")).to_have_text("edited draft")
    press(tab, "z")
    expect_verdict(tab, 1, "")
    expect(row(tab, 1).locator("textarea")).to_have_value("Предложение 1 здесь.")
    assert [name for name, _ in server.asked] == ["save", "save", "undo", "undo"]
    assert server.rows[numbered(1)[0].key] == numbered(1)[0]


def test_undo_right_after_a_decision_waits_for_its_answer(tab: Tab, server: Server) -> None:
    press(tab, "j", "a", "z")
    expect(tab.locator("#said")).to_have_text("Undone at entry 1, 0 of 3 decided.")
    expect_verdict(tab, 1, "")
    assert [name for name, _ in server.asked] == ["save", "undo"]


def test_a_refused_decision_stands_beside_what_the_catalogue_has(tab: Tab, server: Server) -> None:
    key = numbered(1)[0].key
    server.rows[key] = replace(server.rows[key], texts=("Чужое",), old="other", state="translated")
    press(tab, "j", "e", *"abc", "Control+Enter")
    expect_verdict(tab, 1, "approved, not saved")
    conflict = row(tab, 1).locator(".conflict")
    expect(conflict).to_contain_text("Not saved: changed since by somebody else")
    expect(conflict).to_contain_text("In the catalogue now (translated):")
    expect(conflict).to_contain_text("Чужое")
    expect(row(tab, 1).locator("textarea")).to_have_value("Предложение 1 здесь.abc")
    assert len(server.asked) == 1
    conflict.get_by_role("button", name="Save mine").click()
    expect_verdict(tab, 1, "approved, saved")
    expect(conflict).to_be_hidden()
    assert server.rows[key].texts == ("Предложение 1 здесь.abc",)


def test_an_approval_of_a_text_that_changed_meanwhile_saves_the_text_that_was_read(tab: Tab, server: Server) -> None:
    key = numbered(1)[0].key
    server.rows[key] = replace(server.rows[key], texts=("Чужое",), old="other")
    press(tab, "j", "a")
    row(tab, 1).get_by_role("button", name="Save mine").click()
    expect_verdict(tab, 1, "approved, saved")
    assert server.rows[key].texts == numbered(1)[0].texts


def test_the_other_text_can_be_taken(tab: Tab, server: Server) -> None:
    key = numbered(1)[0].key
    server.rows[key] = replace(server.rows[key], texts=("Чужое",), old="other")
    press(tab, "j", "a")
    row(tab, 1).get_by_role("button", name="Take theirs").click()
    expect_verdict(tab, 1, "")
    expect(row(tab, 1).locator("textarea")).to_have_value("Чужое")
    press(tab, "a")
    expect_verdict(tab, 1, "approved, saved")


def test_nothing_is_lost_while_the_server_is_down(tab: Tab, server: Server) -> None:
    server.down = True
    press(tab, "j", "a", "e", *"abc", "Escape", "j")
    expect_verdict(tab, 2, "edited, not saved")
    notice = tab.locator("#notice-unsaved")
    expect(notice).to_contain_text("Decisions that are not in the catalogues: 2.")
    expect(row(tab, 1)).to_contain_text("the server cannot be reached")
    tab.reload()
    expect_verdict(tab, 1, "approved, not saved")
    expect(row(tab, 2).locator("textarea")).to_have_value("Предложение 2 здесь.abc")
    assert [one["verdict"] for one in export(tab)["entries"]] == ["approve", "edit"]
    server.down = False
    notice.get_by_role("button", name="Try again").click()
    expect_verdict(tab, 1, "approved, saved")
    expect_verdict(tab, 2, "edited, saved")
    expect(notice).to_have_count(0)
    tab.reload()
    expect_verdicts(tab, ["approved, saved", "edited, saved", ""])
    assert len(server.asked) == 4


def test_an_answer_that_is_an_error_keeps_the_decision(tab: Tab, server: Server) -> None:
    server.status = 500
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, not saved")
    expect(row(tab, 1)).to_contain_text("Not saved: the server answered 500.")
    server.status = 200
    server.rows[numbered(1)[0].key] = numbered(1)[0]
    row(tab, 1).get_by_role("button", name="Try again").click()
    expect_verdict(tab, 1, "approved, saved")


def test_an_undo_that_fails_can_be_tried_again(tab: Tab, server: Server) -> None:
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")
    server.down = True
    press(tab, "z")
    expect(tab.locator("#said")).to_contain_text("Not undone: the server cannot be reached")
    expect_verdict(tab, 1, "approved, saved")
    server.down = False
    press(tab, "z")
    expect_verdict(tab, 1, "")


def test_what_is_typed_while_an_answer_is_on_its_way_stays(tab: Tab, server: Server) -> None:
    server.holding = True
    press(tab, "j", "e", *"abc", "Escape", "j", "k", "e", *"dexghi", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Backspace")
    expect_verdict(tab, 1, "edited, saving …")
    server.answer()
    expect_verdict(tab, 1, "edited, not saved")
    press(tab, "f")  # the caret is where it was
    field = row(tab, 1).locator("textarea")
    expect(field).to_have_value("Предложение 1 здесь.abcdefghi")
    expect(field).to_be_focused()
    press(tab, "Control+Enter")
    expect_verdict(tab, 1, "approved, saved")
    assert server.rows[numbered(1)[0].key].texts == ("Предложение 1 здесь.abcdefghi",)


def test_a_note_is_not_lost_when_an_answer_comes(tab: Tab, server: Server) -> None:
    server.holding = True
    press(tab, "j", "a", "k", "f", *"becase", "ArrowLeft", "ArrowLeft")
    server.answer()
    expect_verdict(tab, 1, "approved, saved")
    press(tab, "u", "Enter")
    expect_verdict(tab, 1, "flagged, saved")
    assert server.asked[-1][1]["entries"][0]["note"] == "because"


def test_what_was_saved_and_has_changed_since_is_no_left_over(tab: Tab, server: Server) -> None:
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")
    key = numbered(1)[0].key
    server.rows[key] = replace(server.rows[key], old="later", texts=("Позже",))
    tab.reload()
    expect_verdicts(tab, ["", "", ""])
    expect(tab.locator("#notice-left-out")).to_have_count(0)
    press(tab, "s")
    expect(tab.locator("#said")).to_have_text("Everything is saved already.")


def test_a_text_typed_back_in_a_conflict_is_still_mine(tab: Tab, server: Server) -> None:
    key = numbered(1)[0].key
    server.rows[key] = replace(server.rows[key], texts=("Чужое",), old="other")
    press(tab, "j", "e", "x", "Escape", "j")
    mine = row(tab, 1).get_by_role("button", name="Save mine")
    expect(mine).to_be_visible()
    press(tab, "k", "e", "Backspace")
    mine.click()
    expect_verdict(tab, 1, "edited, saved")
    tab.reload()
    expect_verdicts(tab, ["edited, saved", "", ""])
    assert server.rows[key].texts == numbered(1)[0].texts


def test_the_server_s_own_words_are_shown(tab: Tab, server: Server) -> None:
    server.status, server.body = 415, '{"error": "send JSON."}'
    press(tab, "j", "a")
    expect(row(tab, 1).locator(".conflict")).to_contain_text("Not saved: send JSON.Try again")
    server.status, server.body = 502, "<h1>Bad gateway</h1>"
    row(tab, 1).get_by_role("button", name="Try again").click()
    expect(row(tab, 1).locator(".conflict")).to_contain_text("Not saved: the server answered 502.")
    server.status, server.body = 200, "[]"
    row(tab, 1).get_by_role("button", name="Try again").click()
    expect(row(tab, 1).locator(".conflict")).to_contain_text("Not saved: the server said nothing about this entry.")
    server.body = None
    row(tab, 1).get_by_role("button", name="Try again").click()
    expect_verdict(tab, 1, "approved, saved")


def test_a_desk_that_was_started_anew_has_another_address(tab: Tab, server: Server) -> None:
    server.status, server.body = 404, '{"error": "nothing here"}'
    press(tab, "j", "a")
    expect(row(tab, 1).locator(".conflict")).to_contain_text(
        "Not saved: the desk was started anew; open the address that l10n review serve printed now."
    )


def test_a_refusal_without_a_row_can_be_tried_again(tab: Tab, server: Server) -> None:
    server.answers["save"] = {"outcome": "refused", "reason": "another l10n is at work here", "row": None}
    press(tab, "j", "a", "a")
    expect(row(tab, 1).locator(".conflict")).to_contain_text("Not saved: another l10n is at work here")
    notice = tab.locator("#notice-unsaved")
    expect(notice).to_contain_text("Decisions that are not in the catalogues: 2.")
    server.answers.clear()
    row(tab, 1).get_by_role("button", name="Try again").click()
    expect_verdict(tab, 1, "approved, saved")
    expect(notice).to_contain_text(": 1.")
    notice.get_by_role("button", name="Try again").click()
    expect_verdict(tab, 2, "approved, saved")
    expect(notice).to_have_count(0)
