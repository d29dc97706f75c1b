"""Articles with marks and tags in a browser: texts and links are where they belong, side by side and alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pyromark
import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from l10n.catalogue import po
from tests.conftest import ROOT, Run
from tests.review.conftest import watch

PICTURE = "bilingual-markdown.png"
MARKDOWN = """\
---
title: Der kleine Garten
---

# Der kleine Garten

Wer wenig Platz hat, beginnt mit **Kräutern**. Sie brauchen Licht, siehe [Standort](standort.md), und *wenig* Wasser.
Der Befehl `garten plan` zeigt, was [zusammenpasst][Tabelle].

- Basilikum mag es warm.
- Minze wächst <u>überall</u>.

| Kraut | Aussaat |
|---|---|
| Dill | ab April |

![Ein Beet im Mai](beet.png)

[Tabelle]: https://beispiel.example/tabelle "Mischkultur"
"""
HTML = """\
<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Der kleine Garten</title></head>
<body><h1>Der kleine Garten</h1>
<p>Wer wenig Platz hat, beginnt mit <b>Kräutern</b>. Sie brauchen Licht, siehe <a href="standort.html">Standort</a>,
und <i>wenig</i> Wasser. Der Befehl <code>garten plan</code> zeigt, was
<a href="https://beispiel.example/tabelle">zusammenpasst</a>.</p>
<ul><li>Basilikum mag es warm.</li></ul>
</body></html>
"""
WORDS = {
    "Der kleine Garten": "The little garden",
    "Wer wenig Platz hat, beginnt mit ": "If you have little room, begin with ",
    "Kräutern": "herbs",
    "Sie brauchen Licht, siehe ": "They need light, see ",
    "Standort": "Location",
    ", und ": ", and ",
    "wenig": "little",
    " Wasser.": " water.",
    "Der Befehl ": "The command ",
    " zeigt, was ": " shows what ",
    "zusammenpasst": "goes together",
    "Basilikum mag es warm.": "Basil likes it warm.",
    "Minze wächst ": "Mint grows ",
    "überall": "everywhere",
    "Kraut": "Herb",
    "Aussaat": "Sowing",
    "Dill": "Dill",
    "ab April": "from April",
    "Ein Beet im Mai": "A bed in May",
}


@dataclass(frozen=True)
class Pages:
    """What is built of an article, in English."""

    article: Path
    """As a page."""
    edition: Path
    link: str
    """Where its first link leads."""


@pytest.fixture(params=["garten.md", "garten.html"])
def pages(request: pytest.FixtureRequest, run: Run, project: Path) -> Pages:
    """Those of an article in Markdown or HTML, with a translation of all of it."""
    name = str(request.param)
    (project / name).write_text(MARKDOWN if name.endswith(".md") else HTML, "utf-8")
    run("update", name, "--to", "en")
    path = Path("locales", "en", "LC_MESSAGES", "garten.po")
    catalogue = po.read(path)
    entries = tuple(replace(entry, msgstr=_english(entry.msgid)) for entry in catalogue.entries)
    po.write(path, replace(catalogue, entries=entries))
    run("build", name, "--to", "en")
    run("build", name, "--to", "en", "--bilingual", "html")
    folder = project / "build" / "en"
    if name.endswith(".html"):
        return Pages(folder / name, folder / "garten.bilingual.html", "standort.html")
    return Pages(_rendered(folder / name, project / "page.html"), folder / "garten.html", "standort.md")


def _english(text: str) -> str:
    for german, english in WORDS.items():
        text = text.replace(german, english)
    return text


def _rendered(article: Path, page: Path) -> Path:
    """The page that a site would make of Markdown."""
    text = article.read_text("utf-8").partition("---\n\n")[2]
    page.write_text(f'<meta charset="utf-8">{pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)}', "utf-8")
    return page


def test_the_article_has_its_texts_and_links(pages: Pages, context: BrowserContext) -> None:
    tab = context.new_page()
    tab.goto(pages.article.as_uri())
    expect(tab.get_by_role("heading", level=1)).to_have_text("The little garden")
    expect(tab.get_by_role("listitem").first).to_have_text("Basil likes it warm.")
    _expect_marks(tab.locator("body"), "herbs", "little", ("Location", pages.link), "goes together")


def test_the_edition_has_them_on_both_sides_and_loads_nothing(
    pages: Pages, context: BrowserContext, complaints: list[str], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """`pytest tests/review --update-screenshots` takes the picture anew."""
    tab = context.new_page()
    watch(tab, complaints, allowed=pages.edition.as_uri())
    tab.goto(pages.edition.as_uri())
    german, english = (tab.locator(f"main .row > [lang={lang}]") for lang in ("de", "en"))
    expect(german.filter(has=tab.locator("code"))).to_have_count(1)
    _expect_marks(german, "Kräutern", "wenig", ("Standort", pages.link), "zusammenpasst")
    _expect_marks(english, "herbs", "little", ("Location", pages.link), "goes together")
    expect(tab.get_by_role("heading", level=1)).to_have_text(["Der kleine Garten", "The little garden"])
    expect(tab.locator(".list-item > [lang=en]").first).to_have_text("Basil likes it warm.")
    if pages.link.endswith(".md"):
        update = pytestconfig.getoption("--update-screenshots")
        tab.set_viewport_size({"width": 1200, "height": 520})
        tab.screenshot(path=(ROOT / "docs" / "images" if update else tmp_path) / PICTURE)
    assert complaints == []


def _expect_marks(side: Locator, strong: str, emphasised: str, link: tuple[str, str], other: str) -> None:
    expect(side.locator("b, strong")).to_have_text(strong)
    expect(side.locator("em, i")).to_have_text(emphasised)
    expect(side.locator("code")).to_have_text("garten plan")
    expect(side.get_by_role("link", name=link[0])).to_have_attribute("href", link[1])
    expect(side.get_by_role("link", name=other)).to_have_attribute("href", "https://beispiel.example/tabelle")
