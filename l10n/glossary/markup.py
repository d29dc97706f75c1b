"""XML as nodes that know their lines; no entity but the five of XML is expanded and nothing outside is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from l10n.errors import L10nError
from l10n.files import sizes

_HINT = "export it again from the program that it comes from, or mend the file in a text editor"
_DEEP = 100
"""Levels of elements; TBX has about ten."""


@dataclass(slots=True)
class Node:
    """An element, by its name without prefix or namespace; grows while the file is read."""

    name: str
    attributes: dict[str, str]
    line: int
    parts: list[str | Node] = field(default_factory=list)

    @property
    def children(self) -> list[Node]:
        """Its elements."""
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def text(self) -> str:
        """Its text and that of the elements in it, joined."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def below(self, *names: str) -> Iterator[Node]:
        """Elements of these names at any depth, but none within another of them."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.below(*names)


def parse(path: Path) -> Node:
    """The root element; L10nError with `file:line` for what is no XML, or has entities of its own."""
    try:
        data = sizes.content(path, "export the subject field that your texts are about, rather than all")
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check `glossary` in the settings") from None
    return _NodeParser(path).read(data)


class _NodeParser:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = [Node("", {}, 0)]
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self._open.pop()
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = lambda name, *_: self._refuse(name)
        parser.SkippedEntityHandler = lambda name, _: self._refuse(name)

    def read(self, data: bytes) -> Node:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise L10nError(f"{self._path}:{error.lineno}: not an XML file: {reason}", _HINT) from None
        except (LookupError, UnicodeError, ValueError) as error:  # an encoding that Python does not know
            raise L10nError(f"{self._path}:1: cannot decode: {error}", "save it in UTF-8") from None
        return self._open[0].children[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        node = Node(name.rpartition(":")[2], attributes, self._parser.CurrentLineNumber)
        if len(self._open) > _DEEP:
            raise L10nError(f"{self._path}:{node.line}: elements in {_DEEP} others, which no TBX file has", _HINT)
        self._open[-1].parts.append(node)
        self._open.append(node)

    def _text(self, text: str) -> None:
        self._open[-1].parts.append(text)

    def _refuse(self, name: str) -> NoReturn:
        location = f"{self._path}:{self._parser.CurrentLineNumber}"
        hint = f"write what it stands for in place of &{name};, and delete its declaration"
        raise L10nError(f"{location}: the file declares or needs the entity '{name}', which may be an attack", hint)
