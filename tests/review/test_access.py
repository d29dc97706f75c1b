"""What axe-core finds on the page: nothing, in any colours and sizes, and for languages from right to left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab
from playwright.sync_api import ViewportSize

from l10n.review import Page, PageCatalogue, TermHint
from tests.review.conftest import Open
from tests.review.hands import press, row
from tests.review.pages import article, page, span
from tests.review.pages import row as entry

ARABIC = PageCatalogue("locales/ar/LC_MESSAGES/article.po", "guide/article", "ar", "Arabic", "rtl")
SIZES: dict[str, ViewportSize] = {
    "screen": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
    "small": {"width": 320, "height": 640},
}
_RULES = {"resultTypes": ["violations"]}


def _violations(tab: Tab) -> list[str]:
    found = Axe().run(tab, options=_RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def _arabic() -> Page:
    texts = {"Der Kreml schweigt.": "الكرملين صامت.", "38 Menschen starben.": "مات 38 شخصا.", "Ruhe <b>bitte</b>!": ""}
    rows = [entry(number, source, text) for number, (source, text) in enumerate(texts.items(), 1)]
    rows[0] = replace(rows[0], terms=(TermHint("Kreml", span(rows[0].source, "Kreml"), ("الكرملين",)),), risk=0.7)
    other = replace(ARABIC, document="guide/other", path="locales/ar/LC_MESSAGES/other.po")
    return page(*rows, replace(rows[0], sheet=1), sheets=(ARABIC, other))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_at_work(show: Open, scheme: str, size: str) -> None:
    shown = article()
    tab = show(replace(shown, rows=shown.rows[:8]))
    tab.set_viewport_size(SIZES[size])
    tab.get_by_role("combobox", name="Colours").select_option(scheme)
    press(tab, "j", "j", "1", "j", "a", "f", *"why", "Enter", "a", "m")
    assert _violations(tab) == []


@pytest.mark.parametrize("opened", ["?", "c", "h", "d", "s"])
def test_axe_finds_nothing_in_dialogs(show: Open, opened: str) -> None:
    tab = show(_arabic())
    press(tab, "j", "a", opened)
    if opened == "c":
        tab.locator("#look-up-text").fill("Kreml")
    assert tab.locator("dialog[open]").count() == 1
    assert _violations(tab) == []


def test_axe_finds_nothing_on_a_page_without_entries(show: Open) -> None:
    assert _violations(show(page())) == []


@pytest.mark.parametrize("size", SIZES)
def test_arabic_stands_on_its_own_side_and_everything_else_stays(show: Open, size: str) -> None:
    tab = show(_arabic())
    tab.set_viewport_size(SIZES[size])
    press(tab, "j")
    assert _violations(tab) == []
    first = row(tab, 1)
    align = "one => [getComputedStyle(one).direction, getComputedStyle(one).textAlign]"
    assert first.locator("textarea").evaluate(align) == ["rtl", "start"]
    assert first.locator(".term-hint .word").evaluate(align)[0] == "rtl"
    mirror, area = first.locator(".mirror").bounding_box(), first.locator("textarea").bounding_box()
    assert mirror == area
    wide = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    assert tab.evaluate(wide) == 0
    press(tab, "e", *"!", "Escape")
    assert first.locator(".was").evaluate(align)[0] == "rtl"
