"""The bilingual editions: everything of the article is on the page, and nothing of it is taken for markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from l10n import plugins
from l10n.building.editions import LEGEND, Edition, html, markdown, words
from l10n.errors import L10nError
from l10n.model import BlockKind, Segment
from l10n.model.rendering import CLOSE, OPEN, Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.building.strategies import articles

NASTY = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"'><svg/onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %} &amp; &#60; &copy;",
    "a|b \\| \\\\| `|` **x** _y_ ~~z~~ [l](http://x) ![i](y) <http://z> $m$ ==h== ^s^ :smile: @me #1 www.x.de",
    "1. Liste - noch * eine + hier # nicht ## \\",
)
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.text("|\\`*_[](){}<>#!~$^&;:@.-+=\"' ax0", min_size=1),
    st.lists(st.sampled_from(NASTY), min_size=1).map(" ".join),
).map(lambda text: " ".join(text.split()))


TAGS = frozenset(["html", "head", "meta", "title", "style", "body", "div", "main", "h1", "h2", "p", "span", "mark"])


@dataclass
class Page(HTMLParser):
    """What a reader gets to see of a page, and what a browser would run of it."""

    cells: list[list[tuple[str, str, str]]] = field(default_factory=list)
    """Of each row: tag, language and text."""
    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    style: str = ""
    policy: str = ""
    title: str = ""
    languages: list[str] = field(default_factory=list)
    """Of the spans that have one of their own."""
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= given.keys()
        if tag == "meta" and "http-equiv" in given:
            self.policy = given["content"]
        elif tag == "div":
            self.cells.append([])
        elif tag in ("h1", "h2", "p") and "class" not in given:
            self.cells[-1].append((tag, given["lang"], ""))
        elif tag == "span" and "lang" in given:
            self.languages.append(given["lang"])
        if tag in ("style", "title", "h1", "h2", "p"):
            self.inside = "" if "class" in given else tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside == "style":
            self.style += data
        elif self.inside == "title":
            self.title += data
        elif self.inside and self.cells and self.cells[-1]:
            tag, lang, text = self.cells[-1].pop()
            self.cells[-1].append((tag, lang, text + data))


def _edition(folder: Path, text: str, translations: list[str]) -> Edition:
    path = folder / "a.txt"
    path.write_bytes(text.encode())
    try:
        document = extract(path, "de", folder)
    except L10nError:
        assume(False)
        raise
    renderings = [
        _rendering(segment, translations[place % len(translations)]) for place, segment in enumerate(document.segments)
    ]
    return Edition(document, renderings, "de", "ru")


def _rendering(segment: Segment, text: str) -> Rendering:
    return Rendering(segment, text, RenderingOrigin.TRANSLATION if text else RenderingOrigin.NOTHING)


def _page(edition: Edition) -> Page:
    page = Page()
    page.feed(html.page(edition))
    page.close()
    return page


@given(articles, st.lists(texts, min_size=1, max_size=4))
def test_the_html_page_shows_all_texts_and_runs_none(tmp_path: Path, text: str, translations: list[str]) -> None:
    edition = _edition(tmp_path, text, translations)
    page = _page(edition)
    blocks = edition.blocks
    assert [[cell[2] for cell in row] for row in page.cells[1:]] == [
        [words(block.source), words(block.target)] for block in blocks
    ]
    assert page.tags <= TAGS
    assert page.attributes <= {"lang", "dir", "charset", "http-equiv", "content", "name", "class"}
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert page.policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@given(articles, st.lists(texts, min_size=1, max_size=4))
def test_the_markdown_page_shows_all_texts_as_they_are(tmp_path: Path, text: str, translations: list[str]) -> None:
    edition = _edition(tmp_path, text, translations)
    shown = []
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown.page(edition))
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type in ("td_open", "heading_open"):
            assert {child.type for child in token.children or []} <= {"text", "text_special"}
            shown.append((before.tag, "".join(child.content for child in token.children or [])))
    expected = [] if any(block.level == 1 for block in edition.blocks) else [("h1", "a")]
    for block in edition.blocks:
        both = [words(block.source), words(block.target)]
        heading = [(f"h{block.level}", " · ".join(dict.fromkeys(filter(None, both))))]
        bullet = "• " if block.kind is BlockKind.LIST_ITEM else ""
        expected += heading if block.level else [("td", f"{bullet}{text}" if text else "") for text in both]
    assert shown == expected


ARTICLE = "Von Anna Muster\n\nTitel <i>\n\nEins ist da. Zwei ist da.\nZwischentitel\nDrei ist da.\n"


def _renderings(edition: Edition, *renderings: tuple[str, RenderingOrigin, bool]) -> Edition:
    both = zip(edition.document.segments, renderings, strict=True)
    made = [Rendering(segment, text, origin, marked) for segment, (text, origin, marked) in both]
    return Edition(edition.document, made, "de", "ru")


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return _renderings(
        _edition(tmp_path, ARTICLE, [""]),
        ("Анна Мустер", RenderingOrigin.TRANSLATION, False),
        ("Заголовок <i>", RenderingOrigin.TRANSLATION, False),
        ("Один тут.", RenderingOrigin.DRAFT, True),
        ("Zwei ist da.", RenderingOrigin.SOURCE, False),
        ("", RenderingOrigin.NOTHING, False),
        ("Три тут.", RenderingOrigin.TRANSLATION, False),
    )


def test_headings_are_headings_and_the_first_is_the_title(edition: Edition) -> None:
    page = _page(edition)
    assert page.title == "Заголовок <i>"
    assert page.cells == [
        [("p", "de", "Deutsch"), ("p", "ru", "Русский")],
        [("p", "de", "Von Anna Muster"), ("p", "ru", "Анна Мустер")],
        [("h1", "de", "Titel <i>"), ("h1", "ru", "Заголовок <i>")],
        [("p", "de", "Eins ist da. Zwei ist da."), ("p", "ru", f"{OPEN}Один тут.{CLOSE} Zwei ist da.")],
        [("h2", "de", "Zwischentitel"), ("p", "ru", "")],
        [("p", "de", "Drei ist da."), ("p", "ru", "Три тут.")],
    ]
    assert page.languages == ["de"], "a source text in the other column is spoken as such"


def test_marks_are_explained_where_there_are_some(edition: Edition) -> None:
    plain = [Rendering(rendering.segment, rendering.text, rendering.origin) for rendering in edition.renderings]
    other = Edition(edition.document, plain, "de", "ru")
    for one in (html, markdown):
        assert LEGEND in one.page(edition)
        assert LEGEND not in one.page(other)


def test_a_markdown_page_has_a_table_a_section(edition: Edition) -> None:
    assert markdown.page(edition) == (
        "| Deutsch | Русский |\n|---|---|\n| Von Anna Muster | Анна Мустер |\n\n"
        "# Titel \\<i\\> · Заголовок \\<i\\>\n\n"
        f"| Deutsch | Русский |\n|---|---|\n| Eins ist da. Zwei ist da. | {OPEN}Один тут.{CLOSE} Zwei ist da. |\n\n"
        "## Zwischentitel\n\n"
        "| Deutsch | Русский |\n|---|---|\n| Drei ist da. | Три тут. |\n\n"
        f"{LEGEND}\n"
    )


def test_an_article_without_heading_is_called_by_its_file(tmp_path: Path) -> None:
    edition = _edition(tmp_path, "Eins ist da.\n", ["Один тут."])
    assert _page(edition).title == "a"
    assert markdown.page(edition).startswith("# a\n\n| Deutsch")


def test_every_sentence_finds_its_counterpart(tmp_path: Path) -> None:
    """As many rules for the pointer as the longest paragraph has sentences."""
    edition = _edition(tmp_path, "Titel\n\nEins ist da. Zwei ist da. Drei ist da.\nVier ist da.\n", ["Тут."])
    style = _page(edition).style
    assert re.findall(r"\.row:has\(\.(s\d+):hover\) \.(s\d+)", style) == [(f"s{n}", f"s{n}") for n in (1, 2, 3)]


def test_every_edition_keeps_the_contract() -> None:
    for name in plugins.names("l10n.building.editions"):
        module = plugins.load("l10n.building.editions", name)
        assert module.SUFFIX.startswith(".")
        assert callable(module.page)
