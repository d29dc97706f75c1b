"""XML of strangers -> a tree, within limits: no document type, so no entities, and nothing nested beyond measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from l10n.errors import L10nError
from l10n.files import sizes

DEEPEST = 100
"""Elements within each other; nothing that people translate is nested so deeply."""
MOST = 2_000_000
"""Elements of a file: more than so many take gigabytes of memory, and no file within the limit of bytes needs them."""
_HINT = "export it again, or have the program save it as XLIFF 1.2 or 2.1"
_SPACE = " "
"""Stands between a namespace and a name; no namespace has one."""


@dataclass(slots=True)
class XmlNode:
    """An element."""

    name: str
    """Without its prefix."""
    namespace: str
    attributes: Mapping[str, str]
    """Those without a prefix by their names, others as `namespace name`."""
    line: int
    start: int
    """Offset of its first byte in the file."""
    end: int = 0
    """Offset after its last byte."""
    contents: list[XmlNode | str] = field(default_factory=list)

    @property
    def children(self) -> Iterator[XmlNode]:
        """The elements in it."""
        return (content for content in self.contents if isinstance(content, XmlNode))

    def named(self, *names: str) -> list[XmlNode]:
        """Those of its elements that are called so, in whatever namespace."""
        return [child for child in self.children if child.name in names]

    def own(self, namespace: str, name: str) -> str:
        """The attribute of this namespace; empty if it is not there."""
        return self.attributes.get(f"{namespace}{_SPACE}{name}", "")

    @property
    def text(self) -> str:
        """All words in it, and in the elements in it."""
        return "".join(content if isinstance(content, str) else content.text for content in self.contents)


def parsed(path: Path) -> XmlNode:
    """The outermost element; L10nError with file and line for what is not well-formed, or beyond the limits."""
    try:
        data = sizes.content(path, _HINT)
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from None
    builder = _XliffTree(path)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise L10nError(f"{path}:{error.lineno}: not well-formed XML: {what}", _HINT) from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not have
        raise L10nError(f"{path}:1: cannot be decoded: {error}", "save it in UTF-8") from None
    return builder.root


class _XliffTree:
    """What the parser tells, as a tree."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: list[XmlNode] = []
        self._count = 0
        self.root = XmlNode("", "", {}, 0, 0)
        self.parser = expat.ParserCreate(namespace_separator=_SPACE)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        line = self.parser.CurrentLineNumber
        raise L10nError(f"{self._path}:{line}: has a document type, which XLIFF does not need and may do harm", _HINT)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(_SPACE)
        node = XmlNode(local, namespace, attributes, self.parser.CurrentLineNumber, self.parser.CurrentByteIndex)
        self._count += 1
        if self._count > MOST:
            raise L10nError(f"{self._path}:{node.line}: more than {MOST:,} elements", _HINT)
        if len(self._open) >= DEEPEST:
            raise L10nError(f"{self._path}:{node.line}: more than {DEEPEST} elements within each other", _HINT)
        if self._open:
            self._open[-1].contents.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, _: str) -> None:
        node = self._open.pop()
        node.end = self.parser.CurrentByteIndex  # of the end tag; `leftover` looks for its `>`

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].contents.append(text)
