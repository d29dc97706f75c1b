"""Runs that are made from left to right: words and tags of a translation, in elements as the source has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from l10n.documents.inline import InlineForm
from l10n.documents.office.dialect import OfficeDialect
from l10n.documents.office.layers import Layer, LayerRole, Path, common
from l10n.documents.office.nesting import Part
from l10n.documents.office.pieces import Paragraph
from l10n.documents.office.tokens import InlineToken
from l10n.documents.xml import XmlElement, escaped
from l10n.model import PieceKind

_SPACES = re.compile("  +")
PRESERVE = ' xml:space="preserve"'


class RunOutput:
    """Markup that is made from left to right, with the elements that are open at its end."""

    def __init__(self, data: bytes, dialect: OfficeDialect, paragraph: Paragraph, path: Path) -> None:
        self._data, self._dialect, self._paragraph = data, dialect, paragraph
        self._path = path
        self.parts: list[Part] = []
        self.has_edge = False
        """There may be a space at an edge of what stands in the element in which it began."""
        self._has_moved = False

    def text(self, text: str, form: InlineForm, tags: dict[tuple[PieceKind, str], InlineToken | Layer]) -> None:
        """The words and tags of a translation; what is no tag of the source is words."""
        opened: list[Layer] = []
        parts = form.parse(text)
        known: set[int] = set()
        for number, part in enumerate(parts):
            origin = tags.get((part.kind, part.name))
            if part.is_text or origin is None or (part.kind is PieceKind.CLOSE and part.partner not in known):
                self._words(part.words if part.is_text else text[part.start : part.end], opened)
            elif part.kind is PieceKind.CLOSE:
                opened.pop()
            elif isinstance(origin, InlineToken):
                self._alone(origin, opened)
            else:
                known.add(number)
                opened.append(origin._replace(key=(origin.key, number)))  # two equal links are two
                if origin.role is LayerRole.PAIR:
                    self.move(self._target(opened))

    def marks(self, markers: Iterable[XmlElement]) -> None:
        """Marks of ranges, between runs."""
        for marker in markers:
            self.move(self._paragraph.around)
            self.parts.append((marker.start, marker.end))

    def move(self, path: Path) -> None:
        """Close and open elements until these are open."""
        same = len(common(self._path, path))
        if same < max(len(self._path), len(path)):
            self._has_moved = self.has_edge = True
        for layer in reversed(self._path[same:]):
            self.parts.append(layer.closing)
        for layer in path[same:]:
            self.parts.append(self._opening(layer))
        self._path = path

    def _opening(self, layer: Layer) -> Part:
        if layer.role is not LayerRole.WORDS or not self._dialect.preserves:
            return layer.opening
        tag = self._data[slice(*layer.opening)].decode()
        return tag if "xml:space" in tag else f"{tag[:-1]}{PRESERVE}>"

    def _words(self, text: str, opened: Sequence[Layer]) -> None:
        if not text:
            return
        self.move(self._target(opened))
        if not self._has_moved:
            self.has_edge = self.has_edge or text != text.strip()
        self.parts.append(self._spaced(escaped(text)))

    def _spaces(self, spaces: re.Match[str]) -> str:
        name = self._paragraph.prefix + self._dialect.spaces
        return f' <{name} {self._paragraph.prefix}c="{len(spaces[0]) - 1}"/>'

    def _spaced(self, markup: str) -> str:
        """With elements for spaces beside a space, where readers would take all for one."""
        has_element = self._dialect.spaces and self._paragraph.prefix
        return _SPACES.sub(self._spaces, markup) if has_element else markup

    def _alone(self, token: InlineToken, opened: Sequence[Layer]) -> None:
        around = (*self._paragraph.around, *(layer for layer in opened if layer.role is LayerRole.PAIR))
        self.move((*around, *_inner(token.before)))
        self.parts.append((token.start, token.end))
        self._path = (*around, *_inner(token.after))

    def _target(self, opened: Sequence[Layer]) -> Path:
        """Where words stand within these pairs."""
        own = self._paragraph
        pairs = tuple(layer for layer in opened if layer.role is LayerRole.PAIR)
        formatting = opened[-1].formatting if opened and opened[-1].role is LayerRole.RUN else own.base(pairs)
        return (*own.around, *pairs, *own.runs[formatting], *own.words)


def _inner(path: Path) -> Path:
    """What is within the pairs."""
    return path[len(path) - len([layer for layer in path if layer.role in {LayerRole.RUN, LayerRole.WORDS}]) :]
