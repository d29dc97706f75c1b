"""Deciding: with keys alone, and with everything a row offers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.review.conftest import Open
from tests.review.hands import current, expect_verdicts, export, numbers, press, row
from tests.review.pages import ENGLISH, RUSSIAN, numbered, page
from tests.review.pages import row as entry


def test_ten_entries_are_reviewed_by_keyboard_alone(show: Open, context: BrowserContext) -> None:
    context.clock.set_fixed_time(datetime(2026, 2, 1, 12, 30, tzinfo=UTC))
    rows = numbered(10)
    tab = show(page(*rows))
    press(tab, "j", "a", "a", "a")
    press(tab, "e", "End", "Backspace", "!", "Control+Enter")  # the fourth, with another text
    press(tab, "f", *"a word is missing", "Enter")  # the fifth
    press(tab, "a", "a", "z", "z")  # the sixth and seventh, and back
    press(tab, "e", "End", " ", "+", "Escape")  # the sixth is only edited
    press(tab, "j", "j", "a", "a", "a")
    said = "9 of 10 decided: 7 approved, 1 edited, 1 flagged"
    expect(tab.locator("#progress-words")).to_have_text(said)
    expect(tab.locator("#progress")).to_have_attribute("aria-valuetext", said)
    assert current(tab) == "row-6"  # the only one that is undecided
    tab.keyboard.press("a")
    expect(tab.locator("#said")).to_have_text("Entry 7 approved, 10 of 10. All entries shown are decided.")

    def decided(number: int, verdict: str, texts: list[str] | None = None, note: str = "") -> dict[str, object]:
        return {
            "catalogue": RUSSIAN.path,
            "document": "article",
            "language": "ru",
            "key": rows[number - 1].key,
            "old": rows[number - 1].old,
            "verdict": verdict,
            "texts": texts,
            "note": note,
            "source": f"Satz {number} steht hier.",
        }

    assert export(tab) == {
        "format": "l10n-review-patch",
        "version": 1,
        "page": "page-1",
        "reviewer": "Anna Muster",
        "made": "2026-02-01T12:30:00.000Z",
        "entries": [
            *(decided(number, "approve") for number in (1, 2, 3)),
            decided(4, "approve", ["Предложение 4 здесь!"]),
            decided(5, "reject", note="a word is missing"),
            decided(6, "edit", ["Предложение 6 здесь. +"]),
            *(decided(number, "approve") for number in (7, 8, 9, 10)),
        ],
    }


def test_keys_work_on_a_cyrillic_keyboard(show: Open) -> None:
    tab = show(page(*numbered(2)))
    tab.evaluate(
        """() => [["о", "KeyJ"], ["ф", "KeyA"]].forEach(([key, code]) =>
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true })))"""
    )
    expect_verdicts(tab, ["approved", ""])


def test_letters_typed_into_fields_are_letters(show: Open) -> None:
    tab = show(page(*numbered(1)))
    press(tab, "j", "f", *"jafz")
    expect(row(tab, 1).locator(".note input")).to_have_value("jafz")
    press(tab, "Escape", "/", *"jaz")
    expect(tab.locator("#search")).to_have_value("jaz")
    expect_verdicts(tab, [])


def test_a_flag_that_is_cancelled_decides_nothing(show: Open) -> None:
    tab = show(page(*numbered(1)))
    press(tab, "j", "f", *"why", "Escape")
    assert current(tab) == "row-0"
    expect_verdicts(tab, [""])


def test_single_keys_can_be_switched_off(show: Open) -> None:
    tab = show(page(*numbered(2)))
    press(tab, "?")
    tab.get_by_label("Keys without Ctrl work").uncheck()
    press(tab, "Escape", "j", "a")
    expect_verdicts(tab, ["", ""])
    tab.reload()
    press(tab, "j", "a")
    expect_verdicts(tab, ["", ""])
    row(tab, 1).locator("textarea").focus()
    press(tab, "Control+Enter")
    expect_verdicts(tab, ["approved", ""])


def test_the_help_names_every_key_and_closes(show: Open) -> None:
    tab = show(page(*numbered(1)))
    press(tab, "j", "?")
    expect(tab.get_by_role("dialog", name="Keys")).to_be_visible()
    shown = {kbd.text_content() for kbd in tab.locator("#help kbd").all()}
    assert {"j", "k", "u", "a", "e", "f", "1", "2", "3", "z", "r", "/", "s", "?", "Ctrl+Enter", "Esc"} <= shown
    press(tab, "a", "Escape")
    expect(tab.locator("#help")).to_be_hidden()
    expect_verdicts(tab, [""])
    assert current(tab) == "row-0"


def test_nobody_decides_without_a_name(show: Open) -> None:
    tab = show(page(*numbered(2), reviewer=""))
    for key in ("a", "f"):
        press(tab, "j", key)
        assert current(tab) == "reviewer"
        expect(tab.locator("#reviewer-problem")).to_be_visible()
        press(tab, "Escape", "k")
    expect_verdicts(tab, ["", ""])
    tab.locator("#reviewer").focus()
    press(tab, *"Boris", "Enter")
    expect(tab.locator("#reviewer-problem")).to_be_hidden()
    press(tab, "a")
    expect_verdicts(tab, ["approved", ""])
    assert export(tab)["reviewer"] == "Boris"
    tab.reload()
    expect(tab.locator("#reviewer")).to_have_value("Boris")


@pytest.mark.parametrize("key", ["a", "f"])
def test_an_empty_entry_can_be_neither_approved_nor_flagged(show: Open, key: str) -> None:
    tab = show(page(entry(1, "Leer.", "", state="untranslated")))
    press(tab, "j", key)
    expect_verdicts(tab, [""])
    expect(tab.locator("#said")).to_have_text("There is no translation yet: write one first.")


def test_an_approved_text_that_is_changed_has_to_be_approved_again(show: Open) -> None:
    tab = show(page(*numbered(2)))
    press(tab, "j", "a", "k", "e", "x")
    expect_verdicts(tab, ["edited", ""])
    press(tab, "Backspace")
    expect_verdicts(tab, ["", ""])


def test_a_flagged_entry_keeps_its_note_when_it_is_edited(show: Open) -> None:
    tab = show(page(*numbered(1)))
    press(tab, "j", "f", *"why", "Enter", "e", "x", "Escape")
    (decided,) = export(tab)["entries"]
    assert (decided["verdict"], decided["note"], decided["texts"]) == ("reject", "why", ["Предложение 1 здесь.x"])


def test_steps_are_undone_one_by_one_and_typing_is_one_step(show: Open) -> None:
    tab = show(page(*numbered(3)))
    press(tab, "j", "e", *"abc", "Escape", "e", *"def", "Control+Enter", "a")
    field = row(tab, 1).locator("textarea")
    undo = tab.locator("#undo")
    expect_verdicts(tab, ["approved", "approved", ""])
    undo.click()
    expect_verdicts(tab, ["approved", "", ""])
    undo.click()
    expect_verdicts(tab, ["edited", "", ""])
    expect(field).to_have_value("Предложение 1 здесь.abcdef")
    undo.click()
    expect(field).to_have_value("Предложение 1 здесь.abc")
    undo.click()
    expect(field).to_have_value("Предложение 1 здесь.")
    expect_verdicts(tab, ["", "", ""])
    expect(undo).to_be_disabled()


def test_a_step_of_one_entry_is_undone_before_later_ones_of_others(show: Open) -> None:
    tab = show(page(*numbered(2)))
    press(tab, "j", "a", "a", "k", "r")
    expect_verdicts(tab, ["", "approved"])
    press(tab, "r")
    expect(tab.locator("#said")).to_have_text("There is nothing to undo.")


def test_one_language_is_shown_at_a_time(show: Open) -> None:
    rows = (*numbered(2), *numbered(3, sheet=1))
    tab = show(page(*rows, sheets=(RUSSIAN, ENGLISH)))
    assert numbers(tab) == [1, 2]
    press(tab, "j", "a")
    tab.get_by_role("combobox", name="Language").select_option("English (3)")
    assert numbers(tab) == [1, 2, 3]
    press(tab, "j", "a")
    expect(tab.locator("#progress-words")).to_have_text("1 of 3 decided: 1 approved, 0 edited, 0 flagged")
    tab.get_by_role("combobox", name="Language").select_option("all languages (5)")
    expect_verdicts(tab, ["approved", "", "approved", "", ""])
    with tab.expect_download() as download:
        tab.locator("#export").click()
    assert download.value.suggested_filename == "review.patch.json"


def test_the_patch_is_named_after_its_catalogue_and_can_be_copied(show: Open, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = show(page(*numbered(2), sheets=(RUSSIAN, ENGLISH)))
    press(tab, "s")
    expect(tab.locator("#said")).to_have_text("Nothing is decided yet.")
    press(tab, "j", "a")
    with tab.expect_download() as download:
        tab.locator("#export").click()
    assert download.value.suggested_filename == "article.ru.patch.json"
    expect(tab.locator("#exported")).to_contain_text("l10n review apply article.ru.patch.json")
    tab.get_by_text("No file? Copy the text instead").click()
    tab.get_by_role("button", name="Copy").click()
    expect(tab.locator("#copied")).to_have_text("Copied.")
    assert tab.evaluate("navigator.clipboard.readText()") == download.value.path().read_text("utf-8")
    press(tab, "Escape")
    expect(tab.locator("#exported")).to_be_hidden()


def test_a_note_that_has_been_begun_is_gone_on_with(show: Open) -> None:
    tab = show(page(*numbered(1)))
    press(tab, "j", "f", *"half")
    row(tab, 1).locator("h3").click()
    press(tab, "f", *"way", "Enter")
    expect(row(tab, 1)).to_contain_text("“halfway”")
    press(tab, "f", *"!", "Escape", "f")
    expect(row(tab, 1).locator(".note input")).to_have_value("halfway")


def test_a_held_approval_approves_one_entry(show: Open) -> None:
    tab = show(page(*numbered(4)))
    press(tab, "j")
    for _ in range(3):
        tab.keyboard.down("a")
    tab.keyboard.up("a")
    expect_verdicts(tab, ["approved", "", "", ""])
    for _ in range(2):
        tab.keyboard.down("j")
    tab.keyboard.up("j")
    assert current(tab) == "row-3"
    for _ in range(2):
        tab.keyboard.down("z")
    tab.keyboard.up("z")
    expect_verdicts(tab, ["", "", "", ""])


def test_a_held_enter_does_nothing_to_the_next_entry(show: Open) -> None:
    tab = show(page(*numbered(3)))

    def held() -> None:
        for _ in range(5):
            tab.keyboard.down("Enter")
        tab.keyboard.up("Enter")

    press(tab, "j", "f", *"why")
    held()
    expect_verdicts(tab, ["flagged", "", ""])
    assert current(tab) == "row-1"
    held()  # into the text, and nothing of it is a new line
    assert current(tab) == "text-1-0"
    expect_verdicts(tab, ["flagged", "", ""])
    press(tab, "Enter")  # this one is
    expect(row(tab, 2).locator("textarea")).to_have_value("Предложение 2 здесь.\n")
    held()
    expect(row(tab, 2).locator("textarea")).to_have_value("Предложение 2 здесь." + 6 * "\n")
    row(tab, 3).get_by_role("button", name="Approve").focus()
    held()
    expect_verdicts(tab, ["flagged", "edited", "approved"])


def test_held_keys_type_in_fields(show: Open) -> None:
    tab = show(page(*numbered(1)))
    press(tab, "j", "e")
    for _ in range(3):
        tab.keyboard.down("a")
    tab.keyboard.up("a")
    expect(row(tab, 1).locator("textarea")).to_have_value("Предложение 1 здесь.aaa")


def test_the_progress_is_what_a_fresh_count_says(show: Open) -> None:
    """Each decision changes the figures by its difference; a page that is opened anew counts."""
    tab = show(page(*numbered(4), *numbered(3, sheet=1), sheets=(RUSSIAN, ENGLISH)))
    press(tab, "j", "a", "a", "e", *"!!", "Escape", "f", *"why", "Enter", "m", *"so", "Enter", "a", "z", "z", "y", "r")
    press(tab, "k", "a", "e", "x", "Escape", "a", "z")
    for language in ("English (3)", "Russian (4)", "all languages (7)"):
        tab.get_by_role("combobox", name="Language").select_option(language)
        press(tab, "Escape", "j", "a")
    words = tab.locator("#progress-words").text_content() or ""
    assert not words.startswith("0 of"), words
    tab.reload()
    tab.get_by_role("combobox", name="Language").select_option("all languages (7)")
    expect(tab.locator("#progress-words")).to_have_text(words)
