"""A real browser that lets nothing pass: an error, a breach of the policy or a request fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from playwright.sync_api import Page as Tab

from l10n.review import Page
from l10n.review.rendering import render
from tests.conftest import program
from tests.review.hands import PATIENCE
from tests.review.pages import numbered, page
from tests.review.serving import ADDRESS, Server

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=PATIENCE)

Open = Callable[..., Tab]
Visit = Callable[[], Tab]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    found = program(*_NAMES)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that nobody has used before."""
    context = browser.new_context(viewport={"width": 1200, "height": 800}, locale="en", accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser has to complain about; a test may expect something and take it out."""
    return []


@pytest.fixture
def show(context: BrowserContext, tmp_path: Path, complaints: list[str]) -> Iterator[Open]:
    """Write a page to a file and open it as a reviewer would: `show(page)`; once more, it is another window."""

    def opened(page: Page, name: str = "review.html") -> Tab:
        path = tmp_path / name
        path.write_text(render(page), "utf-8", newline="")
        tab = context.new_page()
        watch(tab, complaints, allowed=path.as_uri())
        tab.goto(path.as_uri())
        return tab

    yield opened
    assert complaints == []


@pytest.fixture
def server() -> Server:
    """A server with three entries."""
    return Server(page(*numbered(3), served=True))


@pytest.fixture
def visit(server: Server, context: BrowserContext, complaints: list[str]) -> Iterator[Visit]:
    """Open a window of that server; once more, it is another window."""
    context.route(f"{ADDRESS}**", server)

    def opened() -> Tab:
        tab = context.new_page()
        watch(tab, complaints, allowed=ADDRESS)
        tab.goto(ADDRESS)
        return tab

    yield opened
    failed = ("Failed to load resource", "net::ERR")  # the browser says itself that a server is down
    assert [one for one in complaints if not any(part in one for part in failed)] == []


@pytest.fixture
def tab(visit: Visit) -> Tab:
    """The first window of the server."""
    return visit()


def watch(tab: Tab, complaints: list[str], allowed: str) -> None:
    """Collect errors of the page, and requests that go anywhere but to an address that begins so."""
    tab.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    tab.on("pageerror", lambda error: complaints.append(f"page error: {error}"))
    tab.on(
        "request",
        lambda request: None if request.url.startswith((allowed, "blob:")) else complaints.append(request.url),
    )
