"""`python -m tests.benchmarks.review BUILD`: how quick the review page is with ten thousand entries, in Chromium.

Measured on the page, from the event to the end of what it does in answer, style and layout included; medians and the
95th percentile of so many presses.
"""

from __future__ import annotations

import statistics
import sys
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from l10n.review import PageCatalogue, PageFinding, PageRow, PivotText
from l10n.review.rendering import render
from tests.benchmarks.tables import show
from tests.conftest import program
from tests.review.pages import numbered, page

ENTRIES = 10_000
PRESSES = 60
_DOCUMENTS = 40
_MEASURED = """([target, type, init]) => {
    const element = target ? document.querySelector(target) : document.activeElement;
    if (init.data) element.value += init.data;
    const kinds = { keydown: KeyboardEvent, input: InputEvent };
    const began = performance.now();
    element.dispatchEvent(new kinds[type](type, { bubbles: true, cancelable: true, ...init }));
    document.body.offsetHeight;
    return performance.now() - began;
}"""


def main(build: Path) -> None:
    """Print the table."""
    build.mkdir(parents=True, exist_ok=True)
    path = build / "review.html"
    path.write_text(render(page(*_rows(), sheets=_sheets())), "utf-8", newline="")
    with sync_playwright() as playwright:
        names = ("chromium", "chromium-browser", "google-chrome")
        browser = playwright.chromium.launch(executable_path=program(*names), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1920, "height": 1080})
        tab.goto(path.as_uri())
        tab.wait_for_timeout(2000)
        loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        rows = [("open the page", [loaded]), *_pressed(tab), ("a letter in the search", _searched(tab))]
        browser.close()
    table = [(name, _ms(statistics.median(times)), _ms(_high(times))) for name, times in rows]
    show(f"The review page with {ENTRIES:,} entries", "press|median, ms|95th percentile, ms", table)


def _sheets() -> list[PageCatalogue]:
    names = [f"news/{number // 10}/article-{number}" for number in range(_DOCUMENTS)]
    return [PageCatalogue(f"locales/ru/LC_MESSAGES/{name}.po", name, "ru", "Russian") for name in names]


def _rows() -> list[PageRow]:
    finding = (PageFinding("spaces", "warning", "two spaces", 0, (3, 5)),)
    rows = numbered(ENTRIES)
    return [
        replace(
            row,
            sheet=index * _DOCUMENTS // ENTRIES,
            source=f"{row.source} " + "Die Lage im Süden des Landes hat sich verschärft. " * (index % 4),
            texts=(f"{row.texts[0]} " + "Ситуация на юге страны обострилась. " * (index % 4),),
            risk=index % 100 / 100,
            pivot=PivotText(f"Sentence {index} stands here.", "machine"),
            problems=finding if index % 9 == 0 else (),
        )
        for index, row in enumerate(rows)
    ]


def _pressed(tab: Tab) -> list[tuple[str, list[float]]]:
    return [
        ("next entry", [_key(tab, "j", "KeyJ") for _ in range(PRESSES)]),
        ("approve, go on", [_key(tab, "a", "KeyA") for _ in range(PRESSES)]),
        ("undo", [_key(tab, "z", "KeyZ") for _ in range(PRESSES)]),
        ("a letter in a text", _typed(tab)),
    ]


def _key(tab: Tab, key: str, code: str) -> float:
    took: float = tab.evaluate(_MEASURED, [None, "keydown", {"key": key, "code": code}])
    tab.wait_for_timeout(20)
    return took


def _typed(tab: Tab) -> list[float]:
    tab.keyboard.press("e")
    return [tab.evaluate(_MEASURED, [None, "input", {"data": "x"}]) for _ in range(PRESSES)]


def _searched(tab: Tab) -> list[float]:
    times = []
    for text in ("2345", "süden", "юге", "satz 99", "xyz"):
        for letter in text:
            times.append(tab.evaluate(_MEASURED, ["#search", "input", {"data": letter}]))
            tab.wait_for_timeout(50)
        tab.evaluate("document.querySelector('#search').value = ''")
    return times


def _high(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def _ms(time: float) -> str:
    return f"{time:.1f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
