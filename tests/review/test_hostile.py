"""Every string of a page is somebody else's: none may do more than be read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from l10n.review import MemoryHint, Page, PageFinding, PivotText, TermHint
from tests.review.conftest import Open
from tests.review.hands import press, row
from tests.review.hostile import STRINGS, hostile
from tests.review.pages import ENGLISH, RUSSIAN, page
from tests.review.pages import row as entry


def _full() -> Page:
    """With something in every field there is."""
    full = replace(
        entry(1, "Quelle", "Text"),
        context="context",
        plural="Quellen",
        forms=("1",),
        pivot=PivotText("source", "machine"),
        origin="argos",
        risk=0.5,
        problems=(PageFinding("check", "error", "message", 0, (0, 2), (0, 2), "fix"),),
        memory=(MemoryHint(80, "source", "text", "origin"),),
        terms=(TermHint("term", (1, 3), ("word",), ("forbidden",), "note", found=False),),
        comments=("comment",),
        rejections=("rejection",),
        previous="previous",
        signed=("signed",),
    )
    return page(full, replace(entry(2, "Quelle", "Text"), sheet=1), sheets=(RUSSIAN, ENGLISH))


@pytest.mark.parametrize("string", STRINGS)
def test_a_hostile_string_is_text_in_every_field(show: Open, string: str) -> None:
    tab = show(hostile(_full(), string))
    seen = string.replace("\r\n", "\n")
    first = row(tab, 1)
    for part in (".source > .text", ".pivot > .text", ".hint > .text", ".finding .message", ".term-hint .word"):
        assert first.locator(part).first.evaluate("one => one.textContent") == seen
    for part in (".comments", ".rejections", ".about", ".finding .check", ".terms", ".previous", ".hint .quiet"):
        assert seen in first.locator(part).first.evaluate("one => one.textContent")
    assert first.locator("textarea").evaluate("one => one.value") == seen
    assert tab.locator("script").count() == 3
    assert tab.locator("img, svg, iframe, b, body body, [onerror], [onload], [onfocus]").count() == 0
    assert tab.evaluate("window.hacked") is None


@pytest.mark.parametrize("string", ["<b onclick=x>/<img src=x onerror=window.hacked=1>", "__proto__/a"])
def test_a_hostile_string_is_text_in_dialogs(show: Open, string: str) -> None:
    sheets = tuple(replace(sheet, document=f"{string}{n}") for n, sheet in enumerate((RUSSIAN, ENGLISH)))
    tab = show(replace(hostile(_full(), string), sheets=sheets))
    press(tab, "j", "d")
    tab.locator("#tree summary").first.click()
    expect(tab.locator("#tree")).to_contain_text(string.rpartition("/")[2])
    press(tab, "Escape", "c")
    tab.locator("#look-up-text").fill(string)
    expect(tab.locator("#look-up-found")).to_contain_text(string)
    press(tab, "Escape", "h")
    expect(tab.locator("#history-events")).to_contain_text(string)
    assert tab.locator("b, img").count() == 0
    assert tab.evaluate("window.hacked") is None


@pytest.mark.parametrize("string", STRINGS)
def test_a_hostile_string_can_be_worked_with_and_exported(show: Open, string: str) -> None:
    tab = show(hostile(_full(), string))
    tab.locator("#reviewer").fill(string)
    press(tab, "Escape", "j", "1")
    row(tab, 1).locator(".fix").click()
    row(tab, 1).locator(".word").click()
    press(tab, "Escape", "f")
    tab.keyboard.insert_text(string)
    press(tab, "Enter")
    tab.reload()
    expect(row(tab, 1).locator(".verdict")).to_have_text("flagged")
    with tab.expect_download() as download:
        press(tab, "s")
    patch = json.loads(download.value.path().read_text("utf-8"))
    (decided,) = patch["entries"]
    assert patch["page"] == decided["catalogue"] == decided["old"] == string
    assert decided["source"] == string[:80]
    assert string in decided["texts"][0]
    assert download.value.suggested_filename.endswith(".patch.json")
    assert tab.evaluate("window.hacked") is None


def test_a_hostile_copy_in_the_browser_is_text(show: Open) -> None:
    tab = show(page(entry(1, "Quelle", "Text")))
    decision = {"verdict": "approve", "texts": ["<img src=x onerror=1>"], "note": "<b>", "old": "x", "exported": False}
    kept = {
        "catalogue": RUSSIAN.path,
        "document": "<i>",
        "language": "<i>",
        "key": "<i>",
        "source": "<i>",
        "decision": decision,
    }
    tab.evaluate("text => localStorage.setItem('l10n:page-1', text)", json.dumps({"decisions": [kept]}))
    tab.reload()
    expect(tab.locator("#notice-left-out")).to_contain_text("1.")
    assert tab.locator("img, b, i").count() == 0
