"""A notice is words and no markup, readers see it first, and the rest of the file stays as it is."""

from __future__ import annotations

import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from l10n.documents import html, markdown, plain, webvtt
from l10n.documents.encoding import encoding_of
from l10n.documents.html.charset import charset
from l10n.documents.markdown.notice import KEY
from l10n.model import BlockKind
from tests.conftest import examples
from tests.documents.samples import SAMPLES

SIGNS = st.sampled_from(["a", "Ж", " ", *"#-+*_`~<>[](){}!&|\\:\"'%=1.", "&amp;", "{{x}}", "<b>", "http://a.b"])
WORDS = st.lists(SIGNS, min_size=1, max_size=8).map("".join).filter(lambda text: text == text.strip() != "")


@given(SAMPLES["plain"], WORDS)
def test_a_plain_text_has_it_as_first_line(data: bytes, words: str) -> None:
    encoding = encoding_of(data)
    mark, text = len(encoding.mark), data[len(encoding.mark) :]
    noticed = plain.with_notice(data, words, "ru")
    assert noticed[:mark] == data[:mark]
    assert noticed[mark:].endswith(text)
    added = noticed[mark : len(noticed) - len(text)].decode(encoding.name)
    assert re.fullmatch(re.escape(words) + r"(\r\n|\r|\n)\1", added)


class _Page(HTMLParser):
    """What a browser has of the notice."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: list[str | None] = []
        self.words, self._inside = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("name") == "machine-translation-notice":
            self.meta.append(values["content"])
        self._inside = self._inside or (tag == "p" and values.get("class") == "machine-translation-notice")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "p"

    def handle_data(self, data: str) -> None:
        self.words += data if self._inside else ""


@examples(30, thorough=300)
@given(SAMPLES["html"], WORDS)
def test_a_page_says_it_in_its_body(data: bytes, words: str) -> None:
    noticed, encoding = html.with_notice(data, words, "ru"), charset(data)
    text = noticed[len(encoding.mark) :].decode(encoding.name, "replace")
    paragraph = re.search(r"(\r\n|\r|\n)?<p class=\"machine-translation-notice\".*?</p>(\r\n|\r|\n)?", text)
    assert paragraph
    page = _Page()
    page.feed(paragraph[0])
    assert page.words == words
    added = re.compile(
        r"<(?:meta name=\"machine-translation-notice\" [^>]*/>|p class=\"machine-translation-notice.*?</p>)"
    )
    rest = data[len(encoding.mark) :].decode(encoding.name, "replace")
    assert re.sub(r"[\r\n]", "", added.sub("", text)) == re.sub(r"[\r\n]", "", rest)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "iso-8859-1"])
def test_a_page_says_it_in_its_head_in_its_charset(encoding: str) -> None:
    meta = f'<meta charset="{encoding.removesuffix("-sig")}">'
    page = f"<!DOCTYPE html>\n<html><head>{meta}</head><body><p>a</p></body></html>"
    found = _Page()
    found.feed(html.with_notice(page.encode(encoding), "«Ж» & <b>", "ru").decode(encoding))
    assert (found.meta, found.words) == (["«Ж» & <b>"], "«Ж» & <b>")


@pytest.mark.parametrize(
    "page", ["<title>Nie", "<script>f()</script><style>p {", "<head><title>Nie</head><body><p>beendet"]
)
def test_a_page_says_it_before_what_takes_all_for_its_own(page: str) -> None:
    read = html.read(html.with_notice(page.encode(), "Ja", "ru"), Path("a.html"), lambda text: [(0, len(text))])
    assert [block.text for block in read.blocks if block.kind is BlockKind.PARAGRAPH][:1] == ["Ja"]


def test_a_part_of_a_page_has_no_head_to_say_it_in() -> None:
    found = _Page()
    found.feed(html.with_notice(b"<p>a</p>\n", "b", "ru").decode())
    assert (found.meta, found.words) == ([], "b")


@given(st.sampled_from(["A\n", "- a\n", "    a\n", "a\n===\n", "\ufeff# A\r\n\r\nB\r\n", "---\n", "[a]: b\n"]), WORDS)
def test_markdown_has_it_as_first_paragraph(text: str, words: str) -> None:
    data = text.encode()
    noticed = markdown.with_notice(data, words, "ru").decode().removeprefix("\ufeff")
    first, inner, *rest = MarkdownIt().parse(noticed)
    assert first.type == "paragraph_open"
    assert "".join(child.content for child in inner.children or ()) == words
    assert [token.type for token in inner.children or () if token.type != "text"][:1] == ["strong_open"]
    before = MarkdownIt().parse(text.removeprefix("\ufeff"))
    assert [(token.type, token.content) for token in rest[1:]] == [(token.type, token.content) for token in before]


YAML_HEADS = ["title: a\n", "# c\n\ntags:\n  - a\n", "a:\n", '"a": 1\nb: 2\n']
TOML_HEADS = ["title = 'a'\n", "a='b'\n[c]\nd = 1\n", "# x\na.b = 1\n"]


@given(st.sampled_from(["\n", "\r\n"]), st.sampled_from(YAML_HEADS[:3]), WORDS)
def test_front_matter_in_yaml_has_it_as_a_key(end: str, head: str, words: str) -> None:
    text = f"---\n{head}---\n\n# A\n".replace("\n", end)
    noticed = markdown.with_notice(text.encode(), words, "ru").decode()
    _, matter, body = noticed.split(f"---{end}", 2)
    loaded = YAML(typ="safe").load(matter)
    assert loaded.pop(KEY) == words
    assert loaded == YAML(typ="safe").load(head)
    assert body == f"{end}# A{end}"


@given(st.sampled_from(TOML_HEADS[:2]), WORDS)
def test_front_matter_in_toml_has_it_as_a_key_of_the_whole(head: str, words: str) -> None:
    noticed = markdown.with_notice(f"+++\n{head}+++\nA\n".encode(), words, "ru").decode()
    loaded = tomllib.loads(noticed.split("+++\n")[1])
    assert loaded.pop(KEY) == words
    assert loaded == tomllib.loads(head)


LEFT_ALONE = ["{a: b}\n", "- a\n", f"{KEY}: x\n", f"a: b\n{KEY}: x\n", YAML_HEADS[3], TOML_HEADS[2]]


@pytest.mark.parametrize("head", LEFT_ALONE)
def test_front_matter_in_which_no_key_may_stand_is_left_alone(head: str) -> None:
    fence = "+++" if head in TOML_HEADS else "---"
    noticed = markdown.with_notice(f"{fence}\n{head}{fence}\nA\n".encode(), "Ж", "ru").decode()
    assert noticed == f"{fence}\n{head}{fence}\n\n**Ж**\n\nA\n"


@examples(30, thorough=300)
@given(SAMPLES["webvtt"], WORDS | st.sampled_from(["-->", "a --> b", "00:01.000 -> 00:02.000", "--->"]))
def test_subtitles_have_it_as_a_comment_that_changes_no_cue(data: bytes, words: str) -> None:
    noticed = webvtt.with_notice(data, words, "ru")
    assert f"NOTE {words.replace('-->', chr(0x2192))}".encode() in noticed
    before, after = (webvtt.read(file, Path("a.vtt"), lambda text: [(0, len(text))]) for file in (data, noticed))
    assert [block.text for block in after.blocks] == [block.text for block in before.blocks]
    assert re.sub(rb"\s+", b"", noticed).startswith(re.sub(rb"\s+", b"", data[: webvtt.edges(data)[0]]))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_subtitles_have_it_behind_their_header(end: str) -> None:
    film = "WEBVTT\nKind: captions\n\n00:01.000 --> 00:02.000\nJa.\n".replace("\n", end)
    noticed = webvtt.with_notice(film.encode(), "Ж", "ru").decode()
    assert noticed == film.replace(f"captions{end}", f"captions{end}{end}NOTE Ж{end}")
