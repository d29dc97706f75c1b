"""What is kept in the browser, and what is said when it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import BrowserContext, Dialog, expect
from playwright.sync_api import Page as Tab

from tests.review.conftest import Open
from tests.review.hands import expect_verdict, expect_verdicts, export, press, row
from tests.review.pages import ENGLISH, RUSSIAN, numbered, page

ROWS = numbered(3)


def _visit(show: Open, *more: Callable[[Tab], object]) -> None:
    """An earlier one, by which all of the three are decided, and more is done."""
    tab = show(page(*ROWS))
    _decide(tab)
    for one in more:
        one(tab)
    tab.reload()
    tab.close()


def _decide(tab: Tab) -> None:
    press(tab, "j", "a", "e", *"!!", "Escape", "j", "f", *"why", "Enter")


def test_work_outlives_a_reload(show: Open) -> None:
    tab = show(page(*ROWS))
    _decide(tab)
    tab.reload()
    expect_verdicts(tab, ["approved", "edited", "flagged"])
    expect(row(tab, 2).locator("textarea")).to_have_value("Предложение 2 здесь.!!")
    expect(row(tab, 3)).to_contain_text("“why”")
    press(tab, "j", "j", "r")
    expect_verdicts(tab, ["approved", "", "flagged"])
    expect(row(tab, 2).locator("textarea")).to_have_value("Предложение 2 здесь.")


def test_work_outlives_a_new_page_of_the_same_catalogues(show: Open) -> None:
    _visit(show)
    tab = show(page(*numbered(5), made="2026-02-02T00:00:00Z"))
    expect_verdicts(tab, ["approved", "edited", "flagged", "", ""])


def test_another_page_has_nothing_to_do_with_it(show: Open) -> None:
    _visit(show)
    expect_verdicts(show(page(*ROWS, id="page-2")), ["", "", ""])


def test_a_decision_about_another_text_is_left_out_and_can_be_exported(show: Open) -> None:
    _visit(show)
    changed = (ROWS[0], replace(ROWS[1], source="Anders.", old="other"))  # and the third is gone
    tab = show(page(*changed))
    expect_verdicts(tab, ["approved", ""])
    notice = tab.locator("#notice-left-out")
    expect(notice).to_contain_text("Decisions of yours about texts that have changed since: 2.")
    notice.get_by_text("Which ones?").click()
    expect(notice).to_contain_text("edited: Satz 2 steht hier.")
    expect(notice).to_contain_text("Предложение 2 здесь.!!")
    assert [one["verdict"] for one in export(tab)["entries"]] == ["approve"]
    tab.get_by_label("Export them too").check()
    old = export(tab)["entries"][1:]
    assert [(one["key"], one["old"], one["verdict"], one["note"]) for one in old] == [
        (ROWS[1].key, ROWS[1].old, "edit", ""),
        (ROWS[2].key, ROWS[2].old, "reject", "why"),
    ]
    assert [one["source"] for one in old] == ["Satz 2 steht hier.", "Satz 3 steht hier."]


def test_what_is_left_out_stays_until_it_is_discarded(show: Open) -> None:
    _visit(show)
    changed = page(replace(ROWS[0], old="other"))
    tab = show(changed)
    press(tab, "j", "a")
    tab.reload()
    expect(tab.locator("#notice-left-out")).to_contain_text(": 3.")
    tab.once("dialog", lambda dialog: dialog.accept())
    tab.get_by_role("button", name="Discard them").click()
    expect(tab.locator("#notice-left-out")).to_have_count(0)
    tab.reload()
    expect_verdicts(tab, ["approved"])
    expect(tab.locator("#notice-left-out")).to_have_count(0)


def test_what_has_been_applied_is_over(show: Open) -> None:
    """The same reviewer sees the next page without what she has sent in."""
    _visit(show, export)
    first, second, third = ROWS
    applied = (
        replace(first, old="1", state="reviewed"),
        replace(second, old="2", texts=("Предложение 2 здесь.!!",), state="edited draft"),
        replace(third, old="3", rejections=("Anna Muster 2026-01-31: why",)),
    )

    tab = show(page(*applied))

    expect(tab.locator("#notice-left-out")).to_have_count(0)
    expect_verdicts(tab, ["", "", ""])
    assert tab.locator("#export-count").text_content() == "0"


def test_what_was_refused_is_not_over(show: Open) -> None:
    _visit(show, export)
    first, second, third = ROWS
    otherwise = (
        replace(first, old="1"),
        replace(second, old="2", texts=("Иначе.",), state="reviewed"),
        replace(third, old="3", rejections=("Olga 2026-01-31: something else",)),
    )

    tab = show(page(*otherwise))

    expect(tab.locator("#notice-left-out")).to_contain_text(": 3.")


def test_two_windows_do_not_lose_each_other_s_work(show: Open) -> None:
    one, two = show(page(*ROWS)), show(page(*ROWS))
    one.bring_to_front()
    press(one, "j", "a")
    expect(row(two, 1).locator(".verdict")).to_have_text("approved")
    two.bring_to_front()
    press(two, "j", "j", "a")
    expect(row(one, 2).locator(".verdict")).to_have_text("approved")
    one.reload()
    expect_verdicts(one, ["approved", "approved", ""])


def test_a_browser_that_keeps_nothing_is_named_and_the_page_works(show: Open, context: BrowserContext) -> None:
    throws = "() => { throw new DOMException('no', 'SecurityError'); }"
    context.add_init_script(f"for (const name of ['getItem', 'setItem']) Storage.prototype[name] = {throws};")
    tab = show(page(*ROWS))
    _decide(tab)
    expect(tab.get_by_role("alert")).to_contain_text("Your browser does not keep what you decide")
    assert [one["verdict"] for one in export(tab)["entries"]] == ["approve", "edit", "reject"]


def test_a_browser_without_any_storage_is_no_obstacle(show: Open, context: BrowserContext) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });"
    )
    tab = show(page(*ROWS))
    press(tab, "j", "a")
    expect(tab.get_by_role("alert")).to_contain_text("Your browser does not keep what you decide")
    expect_verdicts(tab, ["approved", "", ""])


def _warned(tab: Tab) -> bool:
    """Whether the page objects to being closed."""
    dialogs: list[Dialog] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog)
        dialog.dismiss()

    tab.on("dialog", dismiss)
    tab.close(run_before_unload=True)
    while not (dialogs or tab.is_closed()):
        tab.context.pages[0].wait_for_timeout(20)
    return bool(dialogs)


def test_closing_is_warned_of_only_while_something_is_not_exported(show: Open) -> None:
    show(page(*ROWS, id="other"))  # keeps the browser open
    assert not _warned(show(page(*ROWS)))
    tab = show(page(*ROWS))
    press(tab, "j", "a")
    assert _warned(tab)
    export(tab)
    assert not _warned(tab)


_FILL = """() => {
    for (let size = 1 << 22, number = 0; size; ) {
        try { localStorage.setItem(`fill-${number++}`, "x".repeat(size)); } catch { size >>= 1; }
    }
}"""
_EMPTY = """() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith("fill")) localStorage.removeItem(name);
}"""


def test_a_full_storage_takes_no_decision_from_the_open_page(show: Open) -> None:
    tab = show(page(*numbered(4)))
    press(tab, "j", "a")
    tab.evaluate(_FILL)
    press(tab, "a", "e", *"!!", "Control+Enter", "f", *"why", "Enter", "z")
    expect(tab.get_by_role("alert")).to_contain_text("Your browser does not keep what you decide")
    tab.wait_for_timeout(400)  # what is typed is kept a moment later
    expect_verdicts(tab, ["approved", "approved", "approved", ""])
    assert [one["verdict"] for one in export(tab)["entries"]] == ["approve", "approve", "approve"]
    tab.evaluate(_EMPTY)
    press(tab, "u", "a")
    expect(tab.get_by_role("alert")).to_have_count(0)
    tab.reload()
    expect_verdicts(tab, ["approved"] * 4)
    expect(row(tab, 3).locator("textarea")).to_have_value("Предложение 3 здесь.!!")


def test_undo_takes_nothing_that_another_window_has_written_since(show: Open) -> None:
    one, two = show(page(*ROWS)), show(page(*ROWS))
    one.bring_to_front()
    press(one, "j", "a")
    expect_verdict(two, 1, "approved")
    two.bring_to_front()
    press(two, "j", "e", *"!!", "Escape")
    expect_verdict(one, 1, "edited")
    one.bring_to_front()
    press(one, "z")
    expect(one.locator("#said")).to_have_text("There is nothing to undo.")
    for tab in (one, two):
        tab.wait_for_timeout(400)
        expect(row(tab, 1).locator("textarea")).to_have_value("Предложение 1 здесь.!!")


def test_decisions_about_other_catalogues_of_the_project_stay_as_they_are(show: Open) -> None:
    both = page(*numbered(2), *numbered(2, sheet=1), sheets=(RUSSIAN, ENGLISH))
    tab = show(both)
    press(tab, "j", "a", "a")
    tab.get_by_role("combobox", name="Language").select_option("English (2)")
    press(tab, "j", "a", "f", *"why", "Enter")
    tab.reload()
    tab.close()

    tab = show(page(*numbered(2), sheets=(RUSSIAN,)))
    expect_verdicts(tab, ["approved", "approved"])
    assert tab.locator("#notice-left-out").count() == 0
    assert tab.locator("#export-count").text_content() == "2"
    press(tab, "j", "r")
    assert [one["catalogue"] for one in export(tab)["entries"]] == [RUSSIAN.path]
    tab.reload()
    tab.close()

    tab = show(page(replace(numbered(1)[0], old="other"), sheets=(RUSSIAN,)))
    expect(tab.locator("#notice-left-out")).to_contain_text(": 1.")
    tab.once("dialog", lambda dialog: dialog.accept())
    tab.get_by_role("button", name="Discard them").click()
    tab.reload()
    tab.close()

    tab = show(both)
    tab.get_by_role("combobox", name="Language").select_option("all languages (4)")
    expect_verdicts(tab, ["", "", "approved", "flagged"])
