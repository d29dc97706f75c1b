"""What a reviewer does with a page."""

from __future__ import annotations

import json
import time
from typing import Any

from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

Patch = dict[str, Any]

PATIENCE = 60_000
"""Milliseconds that a page may take on a machine with other things to do."""


def press(tab: Tab, *keys: str) -> None:
    """One key after the other, wherever the focus is."""
    for key in keys:
        tab.keyboard.press(key)


def export(tab: Tab) -> Patch:
    """The patch that the browser downloads."""
    with tab.expect_download() as download:
        press(tab, "s")
    patch: Patch = json.loads(download.value.path().read_text("utf-8"))
    press(tab, "Escape")
    return patch


def settle(*tabs: Tab) -> None:
    """Wait until the windows have written what they keep, and each has been told what the others have written.

    A page writes 300 ms after a change, by its own clock; Chromium tells its other processes when it has time.
    """
    for tab in tabs:
        tab.evaluate("() => new Promise((written) => setTimeout(written, 350))")
    end = time.monotonic() + PATIENCE / 1000
    while len({tab.evaluate("JSON.stringify(Object.entries(localStorage).sort())") for tab in tabs}) > 1:
        assert time.monotonic() < end, "the windows know different things"
        tabs[0].wait_for_timeout(20)


def row(tab: Tab, number: int) -> Locator:
    """The row of an entry, by its place on the page as it was made, from 1."""
    return tab.locator(f"#row-{number - 1}")


def opened(tab: Tab, number: int) -> Locator:
    """The row of an entry with its details: it has the keys."""
    found = row(tab, number)
    found.locator("h3").click()
    expect(found).to_have_attribute("aria-current", "true")
    return found


def verdicts(tab: Tab) -> list[str]:
    """Of all shown rows, from the top; an empty string where nothing is decided."""
    found: list[str] = tab.eval_on_selector_all(".row .verdict", "all => all.map(one => one.textContent)")
    return found


def expect_verdicts(tab: Tab, texts: list[str]) -> None:
    """Wait until the shown rows have these, from the top."""
    expect(tab.locator(".row .verdict")).to_have_text(texts)


def expect_verdict(tab: Tab, number: int, text: str) -> None:
    """Wait until the entry has it."""
    expect(row(tab, number).locator(".verdict")).to_have_text(text)


def numbers(tab: Tab) -> list[int]:
    """The entries shown, from the top."""
    found: list[int] = tab.eval_on_selector_all(".row h3", "all => all.map(one => parseInt(one.textContent))")
    return found


def current(tab: Tab) -> str:
    """The id of what has the focus."""
    found: str = tab.evaluate("document.activeElement.id")
    return found
