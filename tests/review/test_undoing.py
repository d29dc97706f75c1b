"""The page of `l10n review serve`: what is taken back, and what is said when it cannot be."""

from __future__ import annotations

from dataclasses import asdict, replace

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.review.conftest import Visit
from tests.review.hands import expect_verdict, expect_verdicts, export, press, row, settle
from tests.review.pages import RUSSIAN, numbered
from tests.review.serving import Server

FIRST = numbered(1)[0]


def _asked(server: Server) -> list[str]:
    return [name for name, _ in server.asked]


def test_two_windows_undo_their_own_on_the_server(visit: Visit, server: Server) -> None:
    one, two = visit(), visit()
    one.bring_to_front()
    press(one, "j", "j", "a")
    expect_verdict(one, 2, "approved, saved")
    settle(one, two)
    two.bring_to_front()
    press(two, "j", "j", "j", "a")
    expect_verdict(two, 3, "approved, saved")
    settle(one, two)
    one.bring_to_front()
    expect_verdict(one, 2, "approved, saved")
    press(one, "z")
    expect_verdict(one, 2, "")
    assert _asked(server) == ["save", "save", "undo"]
    assert server.rows[numbered(2)[1].key] == numbered(2)[1]
    assert server.rows[numbered(3)[2].key].state == "reviewed"


def test_a_window_that_does_not_know_a_saved_decision_keeps_it(visit: Visit) -> None:
    one, two = visit(), visit()
    one.bring_to_front()
    press(one, "j", "a")
    expect_verdict(one, 1, "approved, saved")
    settle(one, two)
    two.bring_to_front()
    press(two, "j", "j", "a")
    expect_verdict(two, 2, "approved, saved")
    settle(one, two)
    expect(two.locator("#notice-left-out")).to_have_count(0)
    two.reload()
    expect_verdicts(two, ["approved, saved", "approved, saved", ""])


def test_a_saved_decision_of_one_window_does_not_take_the_work_of_the_other(visit: Visit, server: Server) -> None:
    one = visit()
    press(one, "j", "a")
    expect_verdict(one, 1, "approved, saved")
    settle(one)
    two = visit()
    server.down = True
    press(two, "j", "e", *"!!", "Escape", "j")
    expect_verdict(two, 1, "edited, not saved")
    settle(one, two)
    expect_verdict(one, 1, "approved, saved")
    one.bring_to_front()
    press(one, "a")
    expect_verdict(one, 2, "approved, not saved")
    settle(one, two)
    expect(row(two, 1).locator("textarea")).to_have_value("Предложение 1 здесь.!!")
    expect_verdict(two, 2, "approved, not saved")
    two.reload()
    expect(row(two, 1).locator("textarea")).to_have_value("Предложение 1 здесь.!!")


def test_a_refused_decision_can_be_undone(tab: Tab, server: Server) -> None:
    server.rows[FIRST.key] = replace(FIRST, texts=("Чужое",), old="other", state="translated")
    press(tab, "j", "a")
    conflict = row(tab, 1).locator(".conflict")
    expect(conflict).to_be_visible()
    press(tab, "k", "z")
    expect(conflict).to_be_hidden()
    expect_verdict(tab, 1, "")
    expect(row(tab, 1).locator("textarea")).to_have_value("Чужое")
    tab.reload()
    expect_verdicts(tab, ["", "", ""])
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")
    assert _asked(server) == ["save", "save"]


def test_an_edit_before_a_refused_approval_comes_back_and_is_refused_again(tab: Tab, server: Server) -> None:
    server.rows[FIRST.key] = replace(FIRST, texts=("Чужое",), old="other")
    press(tab, "j", "e", *"!!", "Control+Enter")
    conflict = row(tab, 1).locator(".conflict")
    expect(conflict).to_be_visible()
    press(tab, "k", "z")
    expect(conflict).to_be_hidden()
    expect(row(tab, 1).locator("textarea")).to_have_value("Предложение 1 здесь.!!")
    press(tab, "j")
    expect(conflict).to_be_visible()
    conflict.get_by_role("button", name="Save mine").click()
    expect_verdict(tab, 1, "edited, saved")
    assert server.rows[FIRST.key].texts == ("Предложение 1 здесь.!!",)


def test_a_decision_that_did_not_reach_the_server_is_undone_without_a_trace(tab: Tab, server: Server) -> None:
    server.down = True
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, not saved")
    press(tab, "z")
    expect_verdict(tab, 1, "")
    expect(row(tab, 1).locator(".conflict")).to_be_hidden()
    expect(tab.locator("#notice-unsaved")).to_have_count(0)


def test_several_undos_wait_for_each_other(tab: Tab, server: Server) -> None:
    server.holding = True
    press(tab, "j", "e", *"!!", "Escape", "j", "k", "a", "z", "z")
    server.answer()
    expect_verdict(tab, 1, "")
    expect(row(tab, 1).locator("textarea")).to_have_value(FIRST.texts[0])
    assert _asked(server) == ["save", "save", "undo", "undo"]
    assert server.rows[FIRST.key] == FIRST
    expect(tab.locator("#undo")).to_be_disabled()


def test_undos_that_fail_stay_in_their_order(tab: Tab, server: Server) -> None:
    press(tab, "j", "e", *"!!", "Escape", "j", "k", "a")
    expect_verdict(tab, 1, "approved, saved")
    server.down = True
    press(tab, "z", "z")
    conflict = row(tab, 1).locator(".conflict")
    expect(conflict).to_contain_text("Not undone: the server cannot be reached")
    expect(conflict.get_by_role("button")).to_have_count(0)
    server.down = False
    press(tab, "z")
    expect_verdict(tab, 1, "edited, saved")
    expect(conflict).to_be_hidden()
    press(tab, "z")
    expect_verdict(tab, 1, "")
    assert server.rows[FIRST.key] == FIRST


def test_what_is_typed_while_an_undo_is_on_its_way_stays(tab: Tab, server: Server) -> None:
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")
    server.holding = True
    press(tab, "z", "e", *"!!")
    server.answer()
    expect_verdict(tab, 1, "edited, not saved")
    press(tab, "?", "Control+Enter")
    expect_verdict(tab, 1, "approved, saved")
    assert server.rows[FIRST.key].texts == ("Предложение 1 здесь.!!?",)


def test_a_text_that_is_typed_back_while_it_is_saved_is_an_edit(tab: Tab, server: Server) -> None:
    server.holding = True
    press(tab, "j", "e", "x", "Escape", "j", "k", "e", "Backspace")
    server.answer()
    expect_verdict(tab, 1, "edited, not saved")
    press(tab, "Escape", "j")
    expect_verdict(tab, 1, "edited, saved")
    assert server.rows[FIRST.key].texts == FIRST.texts


def test_what_cannot_be_taken_back_is_no_refused_decision(tab: Tab, server: Server) -> None:
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")
    reason = "the desk was started anew since"
    told = {"outcome": "refused", "reason": reason, "row": asdict(server.rows[FIRST.key])}
    server.answers["undo"] = told
    press(tab, "z")
    conflict = row(tab, 1).locator(".conflict")
    expect(conflict).to_have_text(f"This cannot be taken back: {reason}; flag or edit the entry instead.")
    expect(tab.locator("#said")).to_contain_text("cannot be taken back")
    expect(conflict.get_by_role("button")).to_have_count(0)
    expect_verdict(tab, 1, "approved, saved")
    expect(tab.locator("#notice-unsaved")).to_have_count(0)
    expect(tab.locator("#undo")).to_be_disabled()
    press(tab, "f", *"why", "Enter")
    expect_verdict(tab, 1, "flagged, saved")
    expect(conflict).to_be_hidden()
    del server.answers["undo"]
    press(tab, "z")
    expect_verdict(tab, 1, "approved, saved")


def test_what_changed_nothing_is_dropped_by_undo(tab: Tab, server: Server) -> None:
    server.answers["save"] = {"outcome": "unchanged", "reason": "", "row": asdict(FIRST)}
    server.answers["undo"] = server.answers["save"]
    press(tab, "j", "a")
    expect_verdict(tab, 1, "approved, saved")
    press(tab, "z")
    expect_verdict(tab, 1, "")
    expect(row(tab, 1).locator(".conflict")).to_be_hidden()
    assert _asked(server) == ["save", "undo"]
    assert server.asked[-1][1] == {
        "catalogue": RUSSIAN.path,
        "key": FIRST.key,
        "old": FIRST.old,
        "reviewer": "Anna Muster",
    }


def test_an_export_while_a_decision_is_being_saved_is_in_nobody_s_way(tab: Tab, server: Server) -> None:
    server.holding = True
    press(tab, "j", "e", *"!!", "Control+Enter")
    assert [one["verdict"] for one in export(tab)["entries"]] == ["approve"]
    server.answer()
    expect_verdict(tab, 1, "approved, saved")
    press(tab, "z")
    expect_verdict(tab, 1, "edited, not saved")
    assert server.rows[FIRST.key] == FIRST
