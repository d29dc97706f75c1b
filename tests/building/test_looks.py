"""Marks and tags in the bilingual editions: seen as what they are, in both forms, and nothing of them does anything."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from l10n.building.editions import Edition, html, markdown, words
from l10n.errors import L10nError
from l10n.model import Segment
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.conftest import examples
from tests.documents.samples import SAMPLES

_NAMES = "a b bdi br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup u var"
ELEMENTS = frozenset(_NAMES.split())
TAGS = {"<br>": " "} | dict.fromkeys(("<sub>", "</sub>", "<sup>", "</sup>"), "")
"""What a Markdown page has of HTML, and what its readers see of that."""
NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)> <a href='javascript:alert(1)' onclick='x'>x</a>",
    "[x](javascript:alert(1)) [y](<java script:x>) [z](data:text/html,x) ![p](https://example.org/p.png)",
    "</span></p><b>x",
    "<a1>x</a1> <b>y</b> <b>z <code>f()</code>",
    "a|b `c|d` \\| **x**y** `",
    "[a](b|c.md) www.x.de #",
    "{{ 7 * 7 }} &amp; &#60;",
)
TARGETS = st.lists(st.sampled_from(NASTY), min_size=1, max_size=2).map(" ".join)


@dataclass
class Cells(HTMLParser):
    """The cells of a page below the names of the languages."""

    texts: list[str] = field(default_factory=list)
    elements: set[str] = field(default_factory=set)
    """Within cells."""
    attributes: set[str] = field(default_factory=set)
    addresses: list[str] = field(default_factory=list)
    cell: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.cell:
            self.elements.add(tag)
            self.attributes |= {name for name, _ in attrs}
            self.addresses += [value or "" for name, value in attrs if name == "href"]
            if tag == "br":
                self.texts[-1] += " "
        elif re.fullmatch("p|h[1-6]", tag):
            self.cell = tag
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.cell = "" if tag == self.cell else self.cell

    def handle_data(self, data: str) -> None:
        if self.cell:
            self.texts[-1] += data


def _edition(folder: Path, name: str, data: bytes, translations: list[str]) -> Edition:
    path = folder / {"markdown": "a.md", "html": "a.html"}[name]
    path.write_bytes(data)
    try:
        document = extract(path, "de", folder)
    except L10nError:
        assume(False)
        raise
    if not document.segments:
        assume(False)
    return Edition(document, [_rendering(*row) for row in _paired(document.segments, translations)], "de", "ru")


def _paired(segments: tuple[Segment, ...], translations: list[str]) -> list[tuple[Segment, str]]:
    """Every other one has the marks of the source."""
    return [
        (segment, segment.text if number % 2 else translations[number % len(translations)])
        for number, segment in enumerate(segments)
    ]


def _rendering(segment: Segment, text: str) -> Rendering:
    return Rendering(segment, text, RenderingOrigin.TRANSLATION)


@pytest.mark.parametrize("name", ["html", "markdown"])
@examples(25, thorough=1000)
@given(data=st.data(), translations=st.lists(TARGETS, min_size=1, max_size=3))
def test_the_html_page_has_all_words_and_runs_nothing(
    tmp_path: Path, name: str, data: st.DataObject, translations: list[str]
) -> None:
    edition = _edition(tmp_path, name, data.draw(SAMPLES[name]), translations)
    cells = Cells()
    cells.feed(html.page(edition))
    cells.close()
    assert [text.strip() for text in cells.texts[2:]] == [
        words(side) for block in edition.blocks for side in (block.source, block.target)
    ]
    assert cells.elements <= ELEMENTS
    assert cells.attributes <= {"href", "class", "lang"}
    for address in cells.addresses:
        scheme = re.match(r"[^:/?#]*:", re.sub(r"[\0-\x20]", "", address))
        assert scheme is None or scheme[0].lower() in {"http:", "https:", "mailto:"}, address


@examples(25, thorough=1000)
@given(data=st.data(), translations=st.lists(TARGETS, min_size=1, max_size=3))
def test_the_markdown_page_of_html_has_all_words(tmp_path: Path, data: st.DataObject, translations: list[str]) -> None:
    edition = _edition(tmp_path, "html", data.draw(SAMPLES["html"]), translations)
    assert _shown(markdown.page(edition)) == _expected(edition)


def _shown(page: str) -> list[str]:
    shown = []
    for before, token in pairwise(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)):
        if token.type == "inline" and before.type in ("td_open", "heading_open"):
            children = token.children or []
            assert {child.content for child in children if child.type == "html_inline"} <= TAGS.keys()
            texts = (TAGS[child.content] if child.type == "html_inline" else child.content for child in children)
            shown.append(" ".join("".join(texts).split()))
    return shown


def _expected(edition: Edition) -> list[str]:
    expected = [] if any(block.level == 1 for block in edition.blocks) else ["a"]
    for block in edition.blocks:
        both = [words(block.source), words(block.target)]
        bullet = "• " if block.kind == "list item" else ""
        expected += [" · ".join(dict.fromkeys(both))] if block.level else [f"{bullet}{side}" for side in both]
    return [" ".join(text.split()) for text in expected]


MARKDOWN = """\
# Die **Sprache** Lua

Das ist *gut*, siehe [Seite](a.md "Titel"), [Lua] und `x|y`.\\
Neu: ![Ein Bild](b.png), <https://x.de>[^1] und [nein](javascript:x).

- Ein Punkt, H<sub>2</sub>O

<p>Ein <a href="x?a=1&amp;b">Link</a> und <a href="y">zwei</a>.</p>

[^1]: Note.

[Lua]: https://lua.org
"""
HTML = """\
<h1>Die <b>Sprache</b> Lua</h1>
<p>Das ist <i>gut</i>, siehe <a href="a.html" title="Tipp">Seite</a> und <code>x|y</code>.<br>
Neu: <span>kein</span> <a href="JavaScript:x">Link</a>, H<sub>2</sub>O <img src="b.png" alt="Ein Bild"> da.</p>
"""


def _cells(page: str) -> list[str]:
    """The markup of what stands in the cells of the source."""
    rows = re.findall(r'<div class="row [a-z-]+">\n<(?:p|h1) [^>]*>(.*)</(?:p|h1)>', page)
    return [re.sub(r'</?span(?: class="s\d+")?>', "", row) for row in rows[1:]]


def test_marks_of_markdown_look_like_what_they_are(tmp_path: Path) -> None:
    edition = _edition(tmp_path, "markdown", MARKDOWN.encode(), ["x"])
    assert _cells(html.page(edition)) == [
        "Die <strong>Sprache</strong> Lua",
        (
            'Das ist <em>gut</em>, siehe <a href="a.md">Seite</a>, <a href="https://lua.org">Lua</a> und '
            '<code>x|y</code>.<br>Neu: <span class="picture">Ein Bild, <a href="https://x.de">https://x.de</a>'
            "<sup>1</sup> und nein."
        ),
        "Ein Punkt, H<sub>2</sub>O",
        'Ein <a href="x?a=1&amp;b">Link</a> und <a href="y">zwei</a>.',
        "Note.",
    ]


def test_tags_of_html_look_like_what_they_are(tmp_path: Path) -> None:
    edition = _edition(tmp_path, "html", HTML.encode(), ["x"])
    assert _cells(html.page(edition))[:2] == [
        "Die <b>Sprache</b> Lua",
        (
            'Das ist <i>gut</i>, siehe <a href="a.html">Seite</a> und <code>x|y</code>.'
            '<br>Neu: kein Link, H<sub>2</sub>O <span class="picture">▣ da.'
        ),
    ]


def test_a_markdown_page_keeps_the_marks_of_markdown(tmp_path: Path) -> None:
    page = markdown.page(_edition(tmp_path, "markdown", MARKDOWN.encode(), ["*x* | [Lua][Lua]"]))
    assert "# Die **Sprache** Lua · *x* &#124; [Lua](<https://lua.org>)\n" in page
    assert (
        '| Das ist *gut*, siehe [Seite](a.md "Titel"), [Lua](<https://lua.org>) und `x\\|y`.'
        "<br>Neu: ![Ein Bild](b.png), <https://x.de>[^1] und [nein](javascript:x). |"
    ) in page
    assert '| Ein <a href="x?a=1&amp;b">Link</a> und <a href="y">zwei</a>. |' in page


def test_a_markdown_page_makes_marks_of_tags(tmp_path: Path) -> None:
    page = markdown.page(_edition(tmp_path, "html", HTML.encode(), ["<b>x</b> <u9>"]))
    assert "# Die **Sprache** Lua · **x** \\<u9\\>\n" in page
    assert (
        "| Das ist *gut*, siehe [Seite](<a.html>) und `x\\|y`."
        "<br>Neu: kein [Link](<JavaScript:x>), H<sub>2</sub>O ▣ da. |"
    ) in page


def test_emphasis_that_would_not_be_read_as_such_is_left_out(tmp_path: Path) -> None:
    page = markdown.page(_edition(tmp_path, "html", b"<p>Das<b>\xe2\x80\x9eWort\xe2\x80\x9c</b>da.</p>", ["x"]))
    assert "| Das„Wort“da. |" in page
