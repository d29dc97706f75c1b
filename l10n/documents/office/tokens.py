"""A paragraph -> its words and what stands among them, each with the elements that are around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from l10n.documents.inline.templates import IN_HTML
from l10n.documents.office.dialect import Formatting, OfficeDialect, Styles
from l10n.documents.office.layers import Layer, LayerRole, Path, as_noise, runs
from l10n.documents.xml import XmlElement, XmlText, offsets

_EXPRESSION = re.compile(IN_HTML)
_DIGITS = 5
"""Of a number of spaces that anybody has typed."""


class InlineToken(NamedTuple):
    """Words, if it has any, or what stands for itself."""

    start: int
    end: int
    words: str
    before: Path
    """The elements in which it begins, and ends."""
    after: Path
    tag: str = ""
    """What translators see of what stands for itself."""
    note: str = ""
    element: XmlElement | None = None

    @property
    def formatting(self) -> Formatting:
        """How it looks."""
        return frozenset().union(*(layer.formatting for layer in runs(self.before)))


class Scanner:
    """Reads the paragraphs of a member."""

    def __init__(self, data: bytes, dialect: OfficeDialect, styles: Styles) -> None:
        self._data, self._dialect, self._styles = data, dialect, styles

    def tokens(self, block: XmlElement) -> list[InlineToken]:
        """All in the block, in its order."""
        is_plain = block.name in self._dialect.plain or not self._dialect.words
        return [part for token in self._within(block, (), is_plain) for part in _parted(self._data, token)]

    def markers(self, block: XmlElement) -> list[XmlElement]:
        """The marks of ranges, wherever they are in it, but for those in what stands for itself."""
        kept = []
        waiting = [block]
        while waiting:
            element = waiting.pop()
            for child in element.elements:
                if child.name in self._dialect.markers:
                    kept.append(child)
                elif self._role(child) and not self._is_empty_pair(child):
                    waiting.append(child)
        return sorted(kept, key=lambda element: element.start)

    def _within(self, parent: XmlElement, path: Path, has_words: bool) -> Iterator[InlineToken]:
        dialect = self._dialect
        for child in parent.children:
            if isinstance(child, XmlText):
                if has_words:
                    yield InlineToken(child.start, child.end, child.words, path, path)
            elif child.name in dialect.characters:
                words = dialect.characters[child.name] * _count(child)
                yield InlineToken(child.start, child.end, words, path, path)
            elif self._is_empty_pair(child):
                yield self._alone(child, path)
            elif role := self._role(child):
                inside = self._has_words(child, role)
                around = as_noise(path) if role is LayerRole.PAIR else path
                yield from self._within(self._content(child), (*around, self._layer(child, role)), inside)
            elif child.name not in dialect.properties | dialect.markers | dialect.dust:
                yield self._alone(child, path)

    def _is_empty_pair(self, element: XmlElement) -> bool:
        """It is a link without words or anything else, which stands for itself."""
        dialect = self._dialect
        waiting = [(element, not dialect.words)] if element.name in dialect.pairs else []
        for parent, has_words in waiting:
            for child in self._content(parent).children:
                if isinstance(child, XmlText):
                    if has_words:
                        return False
                elif role := self._role(child):
                    waiting.append((child, self._has_words(child, role)))
                elif child.name not in dialect.properties | dialect.markers | dialect.dust:
                    return False
        return bool(waiting)

    def _has_words(self, element: XmlElement, role: LayerRole) -> bool:
        """What stands in it as text is words."""
        return element.name in self._dialect.words or (role is not LayerRole.WORDS and not self._dialect.words)

    def _role(self, element: XmlElement) -> LayerRole | None:
        dialect = self._dialect
        if element.name in dialect.runs:
            return LayerRole.RUN
        if element.name in dialect.words:
            return LayerRole.WORDS
        if element.name in dialect.pairs:
            return LayerRole.PAIR
        return LayerRole.NOISE if element.name in dialect.noise | dialect.wrappers else None

    def _content(self, element: XmlElement) -> XmlElement:
        """The element in which the content of a pair stands."""
        return next((child for child in element.elements if child.name in self._dialect.wrappers), element)

    def _layer(self, element: XmlElement, role: LayerRole) -> Layer:
        content = self._content(element)
        start = content.content
        for child in content.children if content is element else ():
            if isinstance(child, XmlElement):
                if child.name not in self._dialect.properties:
                    break
                start = child.end
        opening, closing = (element.start, start), (content.closing, element.end)
        if role is LayerRole.RUN:
            formatting = self._dialect.formatting(element, self._data, self._styles)
            return Layer(role, formatting, opening, closing, formatting)
        if role is LayerRole.WORDS:
            return Layer(role, element.name, opening, closing)
        tag, note = self._dialect.pairs.get(element.name, ""), self._dialect.note(element, self._styles)
        return Layer(role, element.start, opening, closing, tag=tag, note=note)

    def _alone(self, element: XmlElement, path: Path) -> InlineToken:
        dialect = self._dialect
        tag = "<x/>"
        if element.name in dialect.breaks:
            tag = "<br>"
        elif element.name in dialect.notes:
            tag = "<fn/>"
        note = "" if tag == "<br>" else dialect.note(element, self._styles)
        return InlineToken(element.start, element.end, "", path, path, tag, note, element)


def _parted(data: bytes, token: InlineToken) -> Iterator[InlineToken]:
    """Words and the template expressions among them."""
    expressions = list(_EXPRESSION.finditer(token.words)) if "{" in token.words else []
    source = data[token.start : token.end].decode()
    borders = [0, *(border for match in expressions for border in match.span()), len(token.words)]
    positions = list(offsets(source, borders)) if expressions else [0, token.end - token.start]
    for number, ((first, last), (start, end)) in enumerate(zip(pairwise(borders), pairwise(positions), strict=True)):
        part = token._replace(start=token.start + start, end=token.start + end, words=token.words[first:last])
        if number % 2:
            yield part._replace(words="", tag=part.words)
        elif part.words or not expressions:
            yield part


def _count(element: XmlElement) -> int:
    """How often a character stands there, as the attribute of `text:s` says."""
    count = next(iter(element.attributes.values()), "1")
    return int(count) if len(count) < _DIGITS and count.isdecimal() else 1


def is_blank(tokens: Sequence[InlineToken]) -> bool:
    """Nobody reads anything in it."""
    return not any(character.isalnum() for token in tokens for character in token.words)
