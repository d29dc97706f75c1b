"""The structure of the members: all but the words, how they look, and where in its paragraph something stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from hashlib import blake2b

from l10n.documents.office.dialect import OfficeDialect
from l10n.documents.xml import XmlElement, XmlText, trees
from l10n.errors import L10nError


def structure(data: bytes, dialect: OfficeDialect) -> Hashable:
    """A digest of each member; of what is no XML any more nothing is the structure."""
    try:
        roots = trees(data, dialect.namespaces)
    except L10nError as error:
        return error.message
    compared = _Structure(dialect)
    return tuple((name, compared.digest(root)) for name, root in roots.items())


class _Structure:
    def __init__(self, dialect: OfficeDialect) -> None:
        self._dialect = dialect
        self._open = dialect.runs | dialect.words | dialect.noise | dialect.wrappers
        """What runs are made of, which are others in another text."""

    def digest(self, element: XmlElement) -> bytes:
        """Of an element with all that is in it."""
        is_block = element.name in self._dialect.blocks or element.name in self._dialect.plain
        parts = sorted(self._within(element)) if is_block else self._ordered(element)
        return _digest(self._tag(element), *parts)

    def _ordered(self, element: XmlElement) -> Iterator[bytes]:
        for child in element.children:
            yield child.words.encode() if isinstance(child, XmlText) else self.digest(child)

    def _within(self, element: XmlElement) -> Iterator[bytes]:
        """What is in a paragraph, in whatever order."""
        dialect = self._dialect
        for child in element.elements:
            if child.name in self._open:
                yield from self._within(child)
            elif child.name in dialect.pairs:
                yield _digest(self._tag(child), b"around words")
                yield from self._within(child)
            elif child.name in dialect.properties:
                if element.name not in self._open:
                    yield self.digest(child)
            elif child.name not in dialect.dust and child.name not in dialect.characters:
                yield self.digest(child)

    def _tag(self, element: XmlElement) -> bytes:
        """An element with its attributes, but for what is translated, and names a language."""
        dialect = self._dialect
        said = [
            f"{name}={value}"
            for name, value in sorted(element.attributes.items())
            if (element.name, name) not in dialect.attributes
            and name not in {dialect.languages.get(element.name), dialect.countries.get(element.name)}
        ]
        return "\0".join((element.name, *said)).encode()


def _digest(*parts: bytes) -> bytes:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(b"%d " % len(part))
        digest.update(part)
    return digest.digest()
