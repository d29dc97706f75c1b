"""For every eye and none: light, dark, small, from right to left, and with a screen reader."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ViewportSize, expect
from playwright.sync_api import Page as Tab

from tests.review.conftest import Open
from tests.review.hands import current, numbers, press, row
from tests.review.pages import HEBREW, article, numbered, page
from tests.review.pages import row as entry

PHONE: ViewportSize = {"width": 390, "height": 844}

_CONTRASTS = """() => {
  const light = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * light(r / 255) + 0.7152 * light(g / 255) + 0.0722 * light(b / 255);
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = parts(getComputedStyle(one).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
      if (color[3] !== 0) throw new Error("half transparent: " + one.className);
    }
    return [255, 255, 255];
  };
  const written = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    || element.matches("input, textarea, select");
  const seen = (element) => element.checkVisibility() && !element.closest(".mirror, .unseen, option")
    && element.getBoundingClientRect().width > 1;
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (!written(element) || !seen(element)) continue;
    const pseudo = element.placeholder ? [null, "::placeholder"] : [null];
    for (const one of pseudo) {
      const [a, b] = [parts(getComputedStyle(element, one).color), ground(element)].map(luminance);
      found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), element.outerHTML.slice(0, 80)]);
    }
  }
  return found;
}"""


def _at_work(tab: Tab) -> None:
    """With every colour that decisions bring."""
    press(tab, "j", "j", "1", "j", "a", "f", *"why", "Enter", "a")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opened", ["", "#help", "#exported"])
def test_all_text_has_enough_contrast(show: Open, scheme: str, opened: str) -> None:
    tab = show(article())
    tab.get_by_role("combobox", name="Colours").select_option(scheme)
    _at_work(tab)
    if opened:
        tab.evaluate("selector => document.querySelector(selector).showModal()", opened)
    tab.evaluate("document.querySelectorAll('.row').forEach(one => one.setAttribute('aria-current', 'true'))")
    found: list[tuple[float, str]] = tab.evaluate(_CONTRASTS)
    assert len(found) > 200
    assert [(round(ratio, 2), what) for ratio, what in found if ratio < 4.5] == []


def test_dark_is_dark_and_the_choice_is_kept(show: Open, context: BrowserContext) -> None:
    def brightness(tab: Tab) -> int:
        found: int = tab.evaluate("parseInt(getComputedStyle(document.body).backgroundColor.slice(4))")
        return found

    tab = show(page(*numbered(1)))
    assert brightness(tab) > 200
    tab.emulate_media(color_scheme="dark")
    assert brightness(tab) < 50
    tab.get_by_role("combobox", name="Colours").select_option("Light")
    assert brightness(tab) > 200
    tab.reload()
    assert brightness(tab) > 200
    tab.get_by_role("combobox", name="Colours").select_option("Dark")
    tab.emulate_media(color_scheme="light")
    assert brightness(tab) < 50


def test_nothing_moves_for_those_who_do_not_want_it(show: Open) -> None:
    tab = show(page(*numbered(1)))
    tab.emulate_media(reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].some(one => getComputedStyle(one).transitionDuration !== '0s')"
    assert tab.evaluate(moving) is False


@pytest.mark.parametrize("width", [320, 390, 700, 1200])
def test_the_page_is_never_wider_than_the_window(show: Open, width: int) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän" * 5
    shown = page(entry(100, long, long), *article().rows[:7], title=long, sheets=article().sheets)
    tab = show(shown)
    tab.set_viewport_size({"width": width, "height": 800})
    _at_work(tab)
    for opened in ("", "#help", "#exported"):
        if opened:
            tab.evaluate("selector => document.querySelector(selector).showModal()", opened)
        wide = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
        assert tab.evaluate(wide) <= 0
    cut = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML.slice(0, 200))"
    assert tab.eval_on_selector_all(".row, .top, dialog", cut) == []


def test_on_a_phone_everything_is_in_one_column_and_big_enough_to_touch(show: Open) -> None:
    tab = show(article())
    tab.set_viewport_size(PHONE)
    tab.reload()
    expect(tab.locator("#state")).to_be_hidden()
    tab.get_by_text("Filters and search").click()
    expect(tab.locator("#state")).to_be_visible()
    row(tab, 2).scroll_into_view_if_needed()
    row(tab, 2).get_by_role("button", name="Flag entry").click()
    for control in tab.locator(
        "header.top button, header.top select, header.top input, #row-1 button, #row-1 input"
    ).all():
        box = control.bounding_box()
        assert box is None or box["height"] >= 44, control
    lefts = {part.bounding_box()["x"] for part in row(tab, 2).locator(":scope > *").all()}  # type: ignore[index] # they are seen
    assert len(lefts) == 1
    row(tab, 2).get_by_role("button", name="Cancel").click()
    row(tab, 2).get_by_role("button", name="Approve").click()
    expect(row(tab, 2).locator(".verdict")).to_have_text("approved")


def test_everything_that_can_be_used_has_a_name(show: Open, context: BrowserContext) -> None:
    tab = show(article())
    _at_work(tab)
    tab.evaluate("document.querySelectorAll('dialog').forEach(one => one.show())")
    tree = context.new_cdp_session(tab).send("Accessibility.getFullAXTree")
    roles = {
        "button",
        "textbox",
        "searchbox",
        "combobox",
        "checkbox",
        "link",
        "progressbar",
        "dialog",
        "article",
        "heading",
        "list",
        "DisclosureTriangle",
    }
    nodes: list[dict[str, Any]] = [
        node for node in tree["nodes"] if not node["ignored"] and node["role"]["value"] in roles
    ]
    assert {node["role"]["value"] for node in nodes} >= roles - {"DisclosureTriangle", "link"}
    assert [node for node in nodes if not node["name"]["value"].strip()] == []
    fields = [node["name"]["value"] for node in nodes if node["role"]["value"] == "textbox"]
    assert len(set(fields)) == len(fields)


def test_the_page_has_landmarks_and_headings_in_order(show: Open) -> None:
    tab = show(article())
    for landmark in ("banner", "main", "search"):
        assert tab.get_by_role(landmark).count() == 1
    levels = tab.eval_on_selector_all(
        "h1, h2, h3, h4", "all => all.filter(one => one.checkVisibility()).map(one => Number(one.tagName[1]))"
    )
    assert levels[:4] == [1, 2, 3, 4]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    expect(row(tab, 1)).to_have_accessible_name("Entry 1, heading 1, reviewed")


def test_the_focus_goes_from_top_to_bottom_and_can_skip_the_top(show: Open) -> None:
    tab = show(page(*numbered(2)))
    order = []
    for _ in range(12):
        press(tab, "Tab")
        order.append(current(tab) or tab.evaluate("document.activeElement.className"))
    assert order == [
        "skip",
        "reviewer",
        "export",
        "theme",
        "open-help",
        "state",
        "check",
        "decision",
        "order",
        "search",
        "text-0-0",
        "approve",
    ]
    tab.locator("#skip").focus()
    press(tab, "Enter", "Tab")
    assert current(tab) == "text-0-0"
    press(tab, "Shift+Tab", *["Tab"] * 6)  # out of the field again: it is no trap
    assert current(tab) == "text-1-0"


def test_what_has_the_focus_can_be_seen(show: Open) -> None:
    tab = show(page(*numbered(60)))
    seen = """() => { const style = getComputedStyle(document.activeElement.closest(".grow") ?? document.activeElement);
        return style.outlineStyle !== "none" || style.boxShadow !== "none"; }"""
    for _ in range(14):
        press(tab, "Tab")
        assert tab.evaluate(seen), current(tab)
    for key in "j" * 30 + "k" * 25:
        press(tab, key)
        assert tab.evaluate(seen)
        top = tab.evaluate(
            "document.activeElement.getBoundingClientRect().top - document.querySelector('.top').offsetHeight"
        )
        assert top >= 0
        expect(tab.locator(":focus")).to_be_in_viewport(ratio=1)


def test_what_happened_is_read_aloud(show: Open) -> None:
    tab = show(page(*numbered(71)))
    expect(tab.locator("#said")).to_have_attribute("aria-live", "polite")
    press(tab, "j", "a")
    expect(tab.locator("#said")).to_have_text("Entry 1 approved, 1 of 71.")
    press(tab, "f", *"why", "Enter")
    expect(tab.locator("#said")).to_have_text("Entry 2 flagged, 2 of 71.")
    press(tab, "z")
    expect(tab.locator("#said")).to_have_text("Undone at entry 2, 1 of 71 decided.")


def test_a_text_from_right_to_left_stands_so(show: Open) -> None:
    text = "שלום (עולם) 2!"
    tab = show(page(entry(1, "Hallo (Welt) 2!", text), sheets=(HEBREW,)))
    field = row(tab, 1).locator("textarea")
    expect(field).to_have_attribute("lang", "he")
    expect(field).to_have_attribute("spellcheck", "true")
    direction = "one => getComputedStyle(one).direction"
    assert field.evaluate(direction) == row(tab, 1).locator(".mirror").evaluate(direction) == "rtl"
    assert row(tab, 1).locator(".source .text").evaluate(direction) == "ltr"
    press(tab, "j", "e", "x", "Escape")
    assert row(tab, 1).locator(".was").evaluate(direction) == "rtl"


def test_what_could_not_be_shown_stands_at_the_top(show: Open) -> None:
    problems = ("b.po:3: msgid without msgstr: not shown", "<b>c.po</b>: not shown")
    tab = show(page(*numbered(1), problems=problems))
    assert tab.locator("#notices [role=alert]").all_text_contents() == list(problems)
    assert numbers(tab) == [1]
    assert show(page(*numbered(1))).locator("#notices").text_content() == ""
