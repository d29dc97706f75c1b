"""What holds for each HTML file: it stays as it is, its words can be others, and nothing is taken for markup."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st
from turbohtml import TokenType, tokenize

from l10n.building import StructureError
from l10n.building.article import article
from l10n.documents import html, inline
from l10n.documents.html import blocks
from l10n.documents.html.tokens import TokenKind, attributes, tokens, value
from l10n.errors import L10nError
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.conftest import examples
from tests.documents.html.strategies import files

TAGS = inline.named("tags")
_words = st.sampled_from(["слово", "a < b", "<b>", "</p>", "&amp;", "&", "lt;", '"', "'", "-->", "\u00a0", "]]>", "😀"])
TEXTS = st.lists(_words, min_size=1, max_size=5).map(" ".join) | st.lists(_words, min_size=1, max_size=5).map("".join)
_marks = st.sampled_from(["<b>", "</b>", "<a>", "</a>", "<a1>", "</a1>", "<x/>", "<br>", "<code>f(x)</code>", "&lt;b>"])
MARKED = st.lists(_words | _marks, min_size=1, max_size=6).map(" ".join)


_tags = st.sampled_from(["<div", "<p", "</p", "<img", "<input", "<br", "<script", "<A", "<textarea", "<!-- x"])
_attributes = st.sampled_from(
    [*("", ' class="x"', ' title="x"', ' ALT="x"', " aria-label='x'", " x", ' data-title="x"', "/", " label=x", '"')]
)
_ends = st.sampled_from([">", ">\n", "/>", " >", "-->", "> x", "", ">&amp;"])


@given(st.lists(st.tuples(_tags, _attributes, _attributes, _ends).map("".join), max_size=4).map("".join))
def test_tags_without_words_are_not_looked_at_in_vain(text: str) -> None:
    assert blocks.blocks_of(text) == blocks.blocks_of(text, drafts=blocks._drafts)


def _document(data: bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.html")
        path.write_bytes(data)
        try:
            return extract(path, "de", path.parent)
        except L10nError:
            assume(False)
            raise


def _renderings(document: Document, text: Callable[[str], str]) -> list[Rendering]:
    return [Rendering(each, text(each.text), RenderingOrigin.TRANSLATION) for each in document.segments]


def _segments(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


@given(data=files(), encoding=st.sampled_from(["utf-8", "cp1252", "utf-16"]))
@examples(40, thorough=500)
def test_the_tokens_are_the_file(data: bytes, encoding: str) -> None:
    text = data.decode(encoding, "replace")
    end = 0
    for token in tokens(text):
        assert token.start == end < token.end
        end = token.end
    assert end == len(text)


@given(data=files())
@examples(40, thorough=500)
def test_attributes_are_what_the_standard_says(data: bytes) -> None:
    text = data.decode("utf-8", "replace").replace("\r", "\f")
    tags = [token for token in tokens(text) if token.kind is TokenKind.START]
    expected = [token for token in tokenize(text.replace("</>", "<?>")) if token.type is TokenType.START_TAG]
    for tag, other in zip(tags, expected, strict=True):
        first = {each.name: value(text, each) for each in reversed(list(attributes(text, tag)))}
        assert first == {name: said or "" for name, said in other.attrs or ()}


@given(data=files())
@examples(40, thorough=500)
def test_its_own_texts_give_the_same_file(data: bytes) -> None:
    document = _document(data)
    assert article(document, _renderings(document, lambda text: text)) == data


@given(data=files())
@examples(40, thorough=500)
def test_marks_around_each_sentence_are_all_that_changes(data: bytes) -> None:
    document = _document(data)
    marked = [
        Rendering(each, each.text, RenderingOrigin.DRAFT, marked=each.text[:1].isalpha()) for each in document.segments
    ]
    written = article(document, marked)
    assert _all_words(_document(written)).replace("⟦", "").replace("⟧", "") == _all_words(document)


@given(data=files(), draw=st.data())
@examples(40, thorough=500)
def test_other_words_between_the_same_tags_are_read_as_they_were_written(data: bytes, draw: st.DataObject) -> None:
    document = _document(data)
    assume(_read_words(document) == _all_words(document))  # what is in no segment may come to one
    texts = {}
    for text in dict.fromkeys(_segments(document)):
        texts[text] = "".join(
            TAGS.escape(f"Wort {draw.draw(TEXTS)} da") if part.is_text else text[part.start : part.end]
            for part in TAGS.parse(text)
        )
    again = _document(article(document, _renderings(document, texts.__getitem__)))
    assert _read_words(again) == _solid(word for text in _segments(document) for word in _texts(texts[text]))


def _texts(text: str) -> list[str]:
    return [part.words for part in TAGS.parse(text) if part.is_text]


def _solid(texts: Iterable[str]) -> str:
    """Without white space, which a file may have wherever it likes."""
    return "".join("".join(text.split()) for text in texts)


def _read_words(document: Document) -> str:
    return _solid(part for text in _segments(document) for part in _texts(text))


def _all_words(document: Document) -> str:
    return _solid(part for block in document.blocks for part in _texts(block.text))


@given(data=files(), draw=st.data())
@examples(40, thorough=500)
def test_whatever_is_written_is_in_the_same_structure_or_refused(data: bytes, draw: st.DataObject) -> None:
    document = _document(data)
    renderings = _renderings(document, lambda text: draw.draw(MARKED) if draw.draw(st.booleans()) else text)
    with suppress(StructureError):
        assert html.skeleton(article(document, renderings)) == html.skeleton(data)
