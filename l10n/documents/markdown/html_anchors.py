"""Anchors and links that a Markdown file has in HTML: `<a id="preise">`, `<a href="#preise">`."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import accumulate

from l10n.documents.html.tokens import Attribute, HtmlToken, TokenKind, attributes, tokens
from l10n.documents.inline.commonmark.events import MarkdownEvent
from l10n.documents.inline.commonmark.links import MarkdownLink

_HTML = frozenset({"Html", "InlineHtml"})
_NAMING = frozenset({"id", "name"})
_LINKING = frozenset({"a", "area"})


def ids(data: bytes, told: Iterable[MarkdownEvent]) -> Iterator[str]:
    """Where links can lead to; empty ones as well."""
    for part in _parts(data, told):
        for _, attribute in part.attributes():
            if attribute.name in _NAMING:
                yield unescape(part.value(attribute))


def html_links(data: bytes, told: Iterable[MarkdownEvent]) -> Iterator[MarkdownLink]:
    """The links whose address stands there as it is read, without escapes; with byte offsets."""
    for part in _parts(data, told):
        for tag, attribute in part.attributes():
            if attribute.name == "href" and tag.name in _LINKING and (link := part.link(attribute)):
                yield link


@dataclass(frozen=True, slots=True)
class _Html:
    """What stands together: a tag within a paragraph, or the lines of a block without the marks before them."""

    text: str
    """With a character for each byte, so that offsets are those of bytes: all marks of HTML are ASCII."""
    starts: list[int]
    """Where each line begins in the text, and where that ends."""
    offsets: list[int]
    """Where it begins in the file: byte offsets."""

    def attributes(self) -> Iterator[tuple[HtmlToken, Attribute]]:
        """Of all tags, which those in a comment or a script are not."""
        for token in tokens(self.text):
            if token.kind is TokenKind.START:
                yield from ((token, attribute) for attribute in attributes(self.text, token))

    def value(self, attribute: Attribute) -> str:
        """As the file writes it."""
        return self.text[attribute.start : attribute.end].encode("latin-1").decode("utf-8", "replace")

    def link(self, attribute: Attribute) -> MarkdownLink | None:
        """None if the address is written with escapes, or over lines."""
        to = self.value(attribute)
        if not to or "&" in to or "\n" in to:
            return None
        line = bisect(self.starts, attribute.start) - 1
        begin = self.offsets[line] + attribute.start - self.starts[line]
        return MarkdownLink(to, (begin, begin + attribute.end - attribute.start))


def _parts(data: bytes, told: Iterable[MarkdownEvent]) -> Iterator[_Html]:
    lines: list[MarkdownEvent] = []
    for event in told:
        if event.kind in _HTML:
            lines.append(event)
        if event.kind == "InlineHtml" or (event.kind == "End" and event.name == "HtmlBlock"):
            yield _part(data, lines)
            lines = []


def _part(data: bytes, lines: Sequence[MarkdownEvent]) -> _Html:
    texts = [data[line.start : line.end].decode("latin-1") for line in lines]
    starts = list(accumulate(map(len, texts), initial=0))
    return _Html("".join(texts), starts, [line.start for line in lines])
