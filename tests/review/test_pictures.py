"""What docs/review.md shows."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from l10n.review.rendering import render
from tests.conftest import ROOT
from tests.review.hands import press
from tests.review.pages import article


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("light", 1200, 800), ("dark", 1200, 800), ("phone", 390, 844)],
)
def test_the_pictures_in_the_documentation(
    browser: Browser, tmp_path: Path, pytestconfig: pytest.Config, name: str, width: int, height: int
) -> None:
    """`pytest tests/review --update-screenshots` makes them anew."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if name == "dark" else "light"
    )
    tab = context.new_page()
    tab.goto(_written(tmp_path))
    _pose(tab, phone=name == "phone")
    update = pytestconfig.getoption("--update-screenshots")
    path = (ROOT / "docs" / "images" if update else tmp_path) / f"review-{name}.png"
    path.write_bytes(_smaller(tab.screenshot(), context.new_page()) if update else tab.screenshot())
    context.close()
    for picture in (path, ROOT / "docs" / "images" / path.name):
        data = picture.read_bytes()
        assert struct.unpack(">8s8x2I", data[:24]) == (b"\x89PNG\r\n\x1a\n", width, height)
        assert len(data) > 20_000
    assert len(data) < 160_000


def _written(folder: Path) -> str:
    path = folder / "review.html"
    path.write_text(render(article()), "utf-8", newline="")
    return path.as_uri()


def _pose(tab: Tab, *, phone: bool) -> None:
    """An article in the middle of its review."""
    press(tab, "j", "j", "j", "a", "k", "k")
    if phone:
        tab.evaluate("document.querySelector('#row-1').scrollIntoView()")
    expect(tab.locator("#said")).to_have_class("said")
    tab.wait_for_timeout(500)  # until the message has faded


def _smaller(picture: bytes, tab: Tab) -> bytes:
    """The same picture, packed better than the browser does."""
    read = """async (data) => {
        const image = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas.drawImage(image, 0, 0);
        const { data: pixels } = canvas.getImageData(0, 0, image.width, image.height);
        const bytes = pixels.filter((_, index) => index % 4 < 3);
        let text = "";
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return [image.width, image.height, btoa(text)];
    }"""
    width, height, text = tab.evaluate(read, b64encode(picture).decode())
    pixels = b64decode(text)
    lines = b"".join(b"\0" + pixels[start : start + 3 * width] for start in range(0, len(pixels), 3 * width))
    chunks = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
