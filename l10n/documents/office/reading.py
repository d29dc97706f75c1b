"""The members of a file -> its blocks, in the order of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from l10n.documents.office.dialect import Described, OfficeDialect, Styles
from l10n.documents.office.fields import Fields
from l10n.documents.office.paragraphs import paragraph, value
from l10n.documents.office.pieces import Paragraph
from l10n.documents.office.switching import kept, slips, switch
from l10n.documents.office.tokens import Scanner, is_blank
from l10n.documents.xml import XmlElement, attribute_span, trees
from l10n.errors import L10nError
from l10n.model import Block, BlockKind, Remark


class OfficeText(NamedTuple):
    """A text of the file."""

    described: Described
    paragraph: Paragraph


class OfficeContents(NamedTuple):
    """What is in the members of a file."""

    roots: Mapping[str, XmlElement]
    texts: tuple[OfficeText, ...]
    has_kept: bool
    """Some text is not among them, as a field shows it, which the office program makes anew."""
    remarks: tuple[Remark, ...]
    """What may be a slip."""


@lru_cache(maxsize=1)
def contents(data: bytes, dialect: OfficeDialect) -> OfficeContents:
    """What is in the joined members. Raises L10nError, without the file."""
    roots = trees(data, dialect.namespaces)
    texts: list[OfficeText] = []
    said: list[Remark] = []
    has_kept = False
    styles_of = dialect.styles(roots)
    for name, root in roots.items():
        _refuse(root, dialect)
        reader = _MemberReader(data, dialect, styles_of(name))
        own = sorted(reader.texts(root), key=lambda text: text.paragraph.pieces[0].start)
        words = [switch(text.paragraph) for text in own]
        texts += (text for text, stays in zip(own, kept(words), strict=True) if not stays)
        said += slips(name, words)
        has_kept = has_kept or reader.has_kept or reader.fields.has_kept
    return OfficeContents(roots, tuple(texts), has_kept, tuple(said))


def _refuse(root: XmlElement, dialect: OfficeDialect) -> None:
    """L10nError for a member with something with which a file is not to be translated."""
    for element in root.walk():
        if element.name in dialect.refused:
            what, hint = dialect.refused[element.name]
            raise L10nError(what, hint)


def blocks(texts: Sequence[OfficeText]) -> tuple[str, tuple[Block, ...]]:
    """All texts one below the other, and the blocks in it, counted by kind."""
    numbers: Counter[BlockKind] = Counter()
    written: list[str] = []
    made = []
    offset = 0
    for described, own in texts:
        numbers[described.kind] += 1
        number = numbers[described.kind]
        made.append(Block(described.kind, number, tuple(own.pieces), offset, 0, described.level))
        written += (piece.source or piece.text for piece in own.pieces)
        written.append("\n")
        offset += sum(len(piece.source or piece.text) for piece in own.pieces) + 1
    return "".join(written), tuple(made)


class _MemberReader:
    """Finds the texts of a member."""

    def __init__(self, data: bytes, dialect: OfficeDialect, styles: Styles) -> None:
        self._data, self._dialect, self._styles = data, dialect, styles
        self._scanner = Scanner(data, dialect, styles)
        self.fields = Fields(dialect.field)
        self.has_kept = False

    def texts(self, root: XmlElement) -> Iterator[OfficeText]:
        """In the order in which they begin with their markup."""
        waiting: list[tuple[XmlElement, tuple[XmlElement, ...]]] = [(root, ())]
        while waiting:
            element, around = waiting.pop()
            if element.name in self._dialect.skipped:
                self.has_kept = self.has_kept or element.name in self._dialect.remade
                continue
            yield from self._attributes(element)
            if element.name in self._dialect.blocks or element.name in self._dialect.plain:
                yield from self._block(element, around)
            inside = (*around, element)
            waiting.extend((child, inside) for child in reversed(list(element.elements)))

    def _block(self, element: XmlElement, around: tuple[XmlElement, ...]) -> Iterator[OfficeText]:
        tokens = self.fields.joined(self._scanner.tokens(element))
        if not is_blank(tokens):
            kind = self._dialect.plain.get(element.name)
            described = Described(kind) if kind else self._dialect.describe(element, around, self._styles)
            made = paragraph(self._data, tokens, self._dialect)
            made.markers = self._scanner.markers(element)
            name = self._data[element.start + 1 : element.content].partition(b":")
            made.prefix = f"{name[0].decode()}:" if name[0].isalnum() and not kind else ""  # else text alone is in it
            yield OfficeText(described, made)

    def _attributes(self, element: XmlElement) -> Iterator[OfficeText]:
        for name, words in element.attributes.items():
            kind = self._dialect.attributes.get((element.name, name))
            if kind and any(map(str.isalnum, words)):
                start, end = attribute_span(self._data, element, name)
                yield OfficeText(Described(kind), value(start, end, words))
