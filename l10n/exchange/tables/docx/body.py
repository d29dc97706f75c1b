"""The XML of a Word document -> the texts of its tables and of its comments, as people see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from l10n.errors import L10nError

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""The same content once more, for programs that do not know a newer element."""
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
SYMBOL = "\uf000"
"""Stands for a sign of a symbol font, of which nobody knows the character: Word makes some of -> and :-)."""
_DROPPED = frozenset({"del", "moveFrom"})


@dataclass(frozen=True, slots=True)
class DocxRow:
    """A row of a table that stands in no other."""

    cells: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    """The ids of the comments in the margin."""
    table: int = 1
    number: int = 1
    """Which table of the document it stands in, and which row of it is it, from 1."""


def rows(xml: bytes, name: str) -> list[DocxRow]:
    """The rows of all tables; L10nError with `name` and line if that is no XML."""
    reader = _TableReader()
    _parse(xml, name, reader)
    return reader.rows


def comments(xml: bytes, name: str) -> dict[str, str]:
    """The texts of the comments, by their ids; L10nError with `name` and line if that is no XML."""
    reader = _TableReader()
    _parse(xml, name, reader)
    return reader.comments


def _parse(xml: bytes, name: str, reader: _TableReader) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        message = f"{name}:{error.lineno}: {expat.ErrorString(error.code)}"
        raise L10nError(message, "save the document again in the program that made it") from None


class _TableReader:
    """Follows the elements, with no more than one cell in hand."""

    def __init__(self) -> None:
        self.rows: list[DocxRow] = []
        self.comments: dict[str, str] = {}
        self._open: list[str] = []
        """Names of the elements around, without their namespace."""
        self._tables = self._dropped = 0
        """Tables and deletions that we are in."""
        self._table = self._number = 0
        """Of the table, and of the row in it."""
        self._cells: list[str] = []
        self._remarks: list[str] = []
        self._paragraphs: list[list[str]] = []
        self._joined = False
        """The mark at the end of this paragraph is deleted: the next one goes on in it."""
        self._deleted = False
        """The row is."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        space, _, local = tag.rpartition(" ")
        name = local if space in _NAMESPACES else ""
        if name in _DROPPED and self._open[-1:] in (["rPr"], ["trPr"]):
            self._mark(self._open[-1])
        self._dropped += name in _DROPPED or tag == _FALLBACK
        self._open.append(name)
        if name == "tbl":
            self._tables += 1
            if self._tables == 1:
                self._table, self._number = self._table + 1, 0
        elif name == "tr" and self._tables == 1:
            self._cells, self._remarks, self._deleted = [], [], False
            self._number += 1
        elif (name == "tc" and self._tables == 1) or name == "comment":
            self._paragraphs = []
        elif name == "p":
            if not (self._joined and self._paragraphs):
                self._paragraphs.append([])
            self._joined = False
        elif name == "sym":
            self._add(SYMBOL)
        elif name in _SIGNS and self._open[-2:-1] == ["r"]:
            self._add(_SIGNS[name])
        elif name == "commentReference":
            self._remarks.append(_attribute(attributes, "id"))
        if name == "comment":
            self._remarks = [_attribute(attributes, "id")]

    def _mark(self, parent: str) -> None:
        if parent == "trPr":
            self._deleted = True
        elif self._open[-2:-1] == ["pPr"]:
            self._joined = True

    def end(self, tag: str) -> None:
        """An element ends."""
        name = self._open.pop()
        self._dropped -= name in _DROPPED or tag == _FALLBACK
        if name == "tbl":
            self._tables -= 1
        elif name == "tc" and self._tables == 1:
            self._cells.append(self._text())
        elif name == "tr" and self._tables == 1 and not self._deleted:
            self.rows.append(DocxRow(tuple(self._cells), tuple(self._remarks), self._table, self._number))
        elif name == "comment":
            self.comments[self._remarks[0]] = self._text()

    def characters(self, text: str) -> None:
        """Text, of which only that of runs is seen."""
        if self._open[-1] == "t":
            self._add(text)

    def _add(self, text: str) -> None:
        if not self._dropped and self._paragraphs:
            self._paragraphs[-1].append(text)

    def _text(self) -> str:
        """A line a paragraph; empty ones at the end are slips of the key."""
        texts = ["".join(parts) for parts in self._paragraphs]
        while len(texts) > 1 and not texts[-1]:
            texts.pop()
        return "\n".join(texts)


def _attribute(attributes: Mapping[str, str], name: str) -> str:
    return next((attributes[key] for space in _NAMESPACES if (key := f"{space} {name}") in attributes), "")
