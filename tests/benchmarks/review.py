"""`make bench-review`: how quick the review page is with ten thousand entries, in Chromium.

Time that the page's thread has worked, from a press to the next picture, whatever else the machine does: on script,
style and layout, and on everything, painting without a graphics card and the measuring included.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from l10n.review import PageCatalogue, PageFinding, PageRow, PivotText
from l10n.review.rendering import render
from tests.benchmarks.tables import show
from tests.conftest import program
from tests.review.pages import numbered, page
from tests.review.serving import ADDRESS, Server

ENTRIES = 10_000
DECIDED = 3_000
PRESSES = 60
_DOCUMENTS = 40
Acts = Iterator[tuple[str, Iterator[Callable[[], object]]]]

_SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))"


_OWN = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
_ALL = ("TaskDuration",)


class _Meter:
    """What Chromium says that the page's thread has worked."""

    def __init__(self, tab: Tab) -> None:
        self._session = tab.context.new_cdp_session(tab)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self._tab = tab

    def __call__(self, act: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds that the act takes: script, style and layout, and everything."""
        self._tab.evaluate(_SETTLED)
        before = self._worked()
        act()
        self._tab.evaluate(_SETTLED)
        own, everything = (1000 * (now - then) for now, then in zip(self._worked(), before, strict=True))
        return own, everything

    def _worked(self) -> tuple[float, float]:
        metrics = {each["name"]: each["value"] for each in self._session.send("Performance.getMetrics")["metrics"]}
        own, everything = (sum(metrics[name] for name in names) for names in (_OWN, _ALL))
        return own, everything


def main(build: Path) -> None:
    """Print the table."""
    build.mkdir(parents=True, exist_ok=True)
    path = build / "review.html"
    path.write_text(render(page(*_rows(), sheets=_sheets())), "utf-8", newline="")
    with sync_playwright() as playwright:
        names = ("chromium", "chromium-browser", "google-chrome")
        browser = playwright.chromium.launch(executable_path=program(*names), args=["--no-sandbox"])
        times = [*_measured(browser, path.as_uri(), _acts), *_measured(browser, path.as_uri(), _late_acts, _decided())]
        times += _measured(browser, ADDRESS, _served_acts, server=Server(page(*numbered(ENTRIES), served=True)))
        browser.close()
    columns = "press|script, style, layout: median, ms|95th percentile, ms|everything: median, ms"
    show(f"The review page with {ENTRIES:,} entries", columns, [(name, *_figures(each)) for name, each in times])


def _measured(
    browser: Browser, address: str, acts: Callable[[Tab], Acts], kept: str = "", server: Server | None = None
) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """What each act took, on a page of its own; `kept` is what the browser has kept of an earlier visit."""
    tab = browser.new_page(viewport={"width": 1920, "height": 1080})
    if server:
        tab.route(f"{ADDRESS}**", server)
    tab.goto(address)
    if kept:
        tab.evaluate("kept => localStorage.setItem('l10n:page-1', kept)", kept)
        tab.reload()
    tab.wait_for_timeout(2000)
    meter = _Meter(tab)
    for name, presses in acts(tab):
        yield name, list(map(meter, presses))
    tab.close()


def _figures(times: Sequence[tuple[float, float]]) -> Iterator[str]:
    own, everything = zip(*times, strict=True)
    yield from map(_ms, (statistics.median(own), _high(own), statistics.median(everything)))


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


def _decided() -> str:
    """What the browser keeps after many decisions, about entries in the middle of the page."""
    about: dict[str, object] = {
        "verdict": "approve",
        "texts": None,
        "note": "",
        "despite": [],
        "comment": "",
        "exported": False,
    }
    sheets, rows = _sheets(), _rows()[ENTRIES // 3 :][:DECIDED]
    decisions = [
        {
            "catalogue": sheets[row.sheet].path,
            "document": sheets[row.sheet].document,
            "language": "ru",
            "key": row.key,
            "source": row.source[:80],
            "decision": {**about, "old": row.old, "saved": False},
        }
        for row in rows
    ]
    return json.dumps({"version": 1, "decisions": decisions})


def _acts(tab: Tab) -> Acts:
    """Each is made when the one before has been measured."""
    yield "next entry", _keys(tab, "j")
    yield "approve, go on", _keys(tab, "a")
    yield "undo", _keys(tab, "z")
    tab.keyboard.press("e")
    yield "a letter in a text", _keys(tab, "x")
    tab.locator("#search").focus()
    yield "a letter in the search", (partial(tab.keyboard.insert_text, letter) for letter in "satz 12 schärf")


def _late_acts(tab: Tab) -> Acts:
    tab.keyboard.press("j")
    yield f"approve, {DECIDED:,} decided", _keys(tab, "a")
    yield f"undo, {DECIDED:,} decided", _keys(tab, "z")


def _served_acts(tab: Tab) -> Acts:
    tab.keyboard.press("j")
    yield "approve and save, served", _keys(tab, "a")
    yield "undo, served", _keys(tab, "z")


def _keys(tab: Tab, key: str) -> Iterator[Callable[[], object]]:
    return (partial(tab.keyboard.press, key) for _ in range(PRESSES))


def _high(times: Sequence[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


def _ms(time: float) -> str:
    return f"{time:.1f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
