"""Marks and tags on the page: chips in the source, put into the translation by mouse and key."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from l10n.model import Entry
from l10n.review import PageMark, PageRow
from l10n.review.marks import page_marks
from tests.review.conftest import Open
from tests.review.hands import press, row
from tests.review.pages import page, span
from tests.review.pages import row as entry

SOURCE = "Das <b>Haus</b> ist <a1>hier</a1>.<br>Code: <code>f()</code>"


def _mark(text: str, close: str = "", note: str = "") -> PageMark:
    ends = (close, span(SOURCE, close)) if close else ("", (0, 0))
    return PageMark(text, span(SOURCE, text), *ends, note)


MARKS = (
    _mark("<b>", "</b>"),
    _mark("<a1>", "</a1>", "link to https://example.org"),
    _mark("<br>"),
    _mark("<code>f()</code>"),
)


def _row(text: str) -> PageRow:
    return replace(entry(1, SOURCE, text), marks=MARKS)


def test_the_source_has_chips_that_say_what_they_are(show: Open) -> None:
    tab = show(page(_row("Дом.")))
    chips = row(tab, 1).locator(".source .chip")
    expect(chips).to_have_text(["<b>", "</b>", "<a1>", "</a1>", "<br>", "<code>f()</code>"])
    expect(chips.nth(2)).to_have_attribute("title", "link to https://example.org")


def test_the_field_marks_what_is_there_and_buttons_offer_what_is_missing(show: Open) -> None:
    tab = show(page(_row("<b>Дом</b> здесь. <code>f()</code>")))
    expect(row(tab, 1).locator(".mirror .chip")).to_have_text(["<b>", "</b>", "<code>f()</code>"])
    missing = row(tab, 1).locator(".marks button")
    expect(missing).to_have_text(["<a1>…</a1> Alt+2", "<br> Alt+3"])
    missing.nth(1).click()
    expect(row(tab, 1).locator("textarea")).to_have_value("<b>Дом</b> здесь. <code>f()</code><br>")
    expect(missing).to_have_text(["<a1>…</a1> Alt+2"])


def test_a_key_puts_a_pair_around_what_is_selected(show: Open) -> None:
    tab = show(page(_row("Дом здесь.")))
    press(tab, "j", "e", "ControlOrMeta+Home", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Alt+1")
    area = row(tab, 1).locator("textarea")
    expect(area).to_have_value("<b>Дом</b> здесь.")
    tab.keyboard.type("!")
    expect(area).to_have_value("<b>Дом</b>! здесь.")
    press(tab, "Alt+2")
    tab.keyboard.type("тут")
    expect(area).to_have_value("<b>Дом</b>!<a1>тут</a1> здесь.")
    press(tab, "Alt+9")
    expect(tab.locator("#said")).to_have_text("The source has no mark 9.")
    expect(row(tab, 1).locator(".verdict")).to_have_text("edited")


def test_a_link_may_lead_elsewhere(show: Open) -> None:
    source = "Siehe [**hier**](a.md)."
    marks = (
        PageMark("[", span(source, "["), "](a.md)", span(source, "](a.md)")),
        PageMark("**", (7, 9), "**", (13, 15)),
    )
    tab = show(
        page(
            replace(entry(1, source, "См. [**здесь**](ru/a.md)."), marks=marks),
            replace(entry(2, source, "См. **здесь."), marks=marks),
        )
    )
    expect(row(tab, 1).locator(".marks")).to_be_hidden()
    expect(row(tab, 2).locator(".marks button")).to_have_text(["[…](a.md) Alt+1", "**…** Alt+2"])


def test_search_reads_on_behind_marks(show: Open) -> None:
    tab = show(page(_row("<b>До</b>м здесь"), entry(2, "Ein Satz.", "Фраза.")))
    tab.locator("#search").fill("дом здесь")
    expect(tab.locator(".row")).to_have_count(1)


def test_marks_are_counted_in_utf_16_and_explained_by_comments() -> None:
    text = "😀 <a1>eins</a1><br>"
    notes = ("paragraph 1", "<a1> = link to <x> = y", "<u> = no")
    assert page_marks(Entry(text, references=("a.html",), extracted=notes)) == (
        PageMark("<a1>", (3, 7), "</a1>", (11, 16), "link to <x> = y"),
        PageMark("<br>", (16, 20)),
    )
