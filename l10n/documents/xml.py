"""XML as elements that know where in their file they are (XML 1.0, fifth edition; Namespaces in XML 1.0).

What might make a reader do more than read is refused: document types, and with them entities of their own. So are
CDATA sections, which no office program writes, and every encoding but UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from l10n.documents.archive import Member, members
from l10n.errors import L10nError
from l10n.model import Span

DEEPEST = 160
"""Elements within each other."""
_AGAIN = "open it in the program that it is from, and save it again"
_ATTRIBUTE = re.compile(rb"""\s(?P<name>[^\s=/>"']+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
_UNIT = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
"""What makes one character of a text."""
_NO_CHARACTER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class XmlText:
    """A run of characters."""

    __slots__ = ("end", "parts", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.parts: list[str] = []
        """As the parser tells them: a line break and a reference are told by themselves."""

    @property
    def words(self) -> str:
        """All its characters."""
        return "".join(self.parts)


class XmlElement:
    """An element; its offsets are bytes."""

    __slots__ = ("attributes", "children", "closing", "content", "end", "name", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name, self.attributes, self.start = name, attributes, start
        self.content = self.closing = self.end = start
        """Where its start tag ends, where its end tag begins, and where that ends."""
        self.children: list[XmlElement | XmlText] = []

    @property
    def elements(self) -> Iterator[XmlElement]:
        """Its children but for texts."""
        return (child for child in self.children if isinstance(child, XmlElement))

    def child(self, *names: str) -> XmlElement | None:
        """The first child with this name; of several names, the first child of that child, and so on."""
        element: XmlElement | None = self
        for name in names:
            element = next((child for child in element.elements if child.name == name), None) if element else None
        return element

    @property
    def words(self) -> str:
        """The characters directly in it."""
        return "".join(child.words for child in self.children if isinstance(child, XmlText))

    def walk(self) -> Iterator[XmlElement]:
        """The element and all that are in it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements)))


def trees(joined: bytes, namespaces: Mapping[str, str]) -> dict[str, XmlElement]:
    """The root of each member by its name; L10nError for what is no XML, or is not to be read: without the file."""
    return {member.name: _tree(joined, member, namespaces) for member in members(joined)}


def _tree(joined: bytes, member: Member, namespaces: Mapping[str, str]) -> XmlElement:
    builder = _TreeBuilder(namespaces, member.start)
    try:
        builder.parse(joined[member.start : member.end])
    except expat.ExpatError as error:
        raise L10nError(f"{member.name} is no XML in UTF-8 ({error})", _AGAIN) from None
    except _UnreadableError as error:
        raise L10nError(f"{member.name} has {error}", _AGAIN) from None
    return builder.root


class _UnreadableError(Exception):
    """What the member has that is not to be read."""


class _TreeBuilder:
    """Makes elements of what the parser tells."""

    def __init__(self, namespaces: Mapping[str, str], offset: int) -> None:
        self._prefixes = namespaces
        self._names: dict[str, str] = {}
        self._offset = offset
        self.root = XmlElement("", {}, offset)
        self._open: list[XmlElement] = [self.root]
        self._unended: tuple[XmlElement | XmlText, str] | None = None
        """What ends where the next event begins."""
        self._parser = parser = expat.ParserCreate("UTF-8", " ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartCdataSectionHandler = lambda: _refuse("a CDATA section")
        parser.StartDoctypeDeclHandler = lambda *_: _refuse("a document type, and perhaps entities of its own")
        parser.DefaultHandler = lambda _: self._here()

    def parse(self, data: bytes) -> None:
        self._parser.Parse(data, True)
        self._finish(self._offset + len(data))
        self.root = next(self.root.elements)

    def _here(self) -> int:
        position = self._offset + self._parser.CurrentByteIndex
        self._finish(position)
        return position

    def _finish(self, position: int) -> None:
        if self._unended:
            ended, border = self._unended
            setattr(ended, border, position)
            self._unended = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = XmlElement(
            self._name(name), {self._name(key): value for key, value in attributes.items()}, self._here()
        )
        self._open[-1].children.append(element)
        self._open.append(element)
        if len(self._open) > DEEPEST:
            _refuse(f"more than {DEEPEST} elements within each other")
        self._unended = element, "content"

    def _end(self, _: str) -> None:
        element = self._open.pop()
        element.closing = self._here()
        self._unended = element, "end"

    def _text(self, words: str) -> None:
        start = self._here()
        siblings = self._open[-1].children
        last = siblings[-1] if siblings else None
        if not isinstance(last, XmlText) or last.end != start:
            last = XmlText(start)
            siblings.append(last)
        last.parts.append(words)
        self._unended = last, "end"

    def _name(self, name: str) -> str:
        """With the prefix that we have for its namespace, whatever the file has."""
        if name not in self._names:
            uri, space, local = name.rpartition(" ")
            self._names[name] = f"{self._prefixes.get(uri, uri)}:{local}" if space else name
        return self._names[name]


def _refuse(what: str) -> None:
    raise _UnreadableError(what)


def attribute_span(data: bytes, element: XmlElement, name: str) -> Span:
    """Where the value of an attribute stands that the element has."""
    tag = _ATTRIBUTE.finditer(data, element.start, element.content)
    own = [match for match in tag if match["name"] != b"xmlns" and not match["name"].startswith(b"xmlns:")]
    match = own[list(element.attributes).index(name)]
    return match.span("double" if match["double"] is not None else "single")


def offsets(source: str, characters: list[int]) -> Iterator[int]:
    """Where in a source characters of its text begin, in bytes; these are in order."""
    is_literal = "&" not in source and "\r" not in source
    starts = [] if is_literal else [*(match.start() for match in _UNIT.finditer(source)), len(source)]
    position = counted = 0
    for character in characters:
        cut = starts[character] if starts else character
        position += len(source[counted:cut].encode())
        counted = cut
        yield position


def escaped(words: str, quoted: bool = False) -> str:
    """The words as XML has them, between tags, or between quotation marks."""
    text = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;") if quoted else text


def encoded(markup: str) -> bytes:
    """The bytes of markup; what XML has no character for becomes `?`."""
    return _NO_CHARACTER.sub("?", markup).encode()
