"""Where in the PO file a character of a text stands: line and column, as editors and annotations count them.

Source: GNU gettext manual, "The Format of PO Files": a string may go on in further quoted lines. The file is taken as
it is, in whatever form `repair` can read: comments and blank lines within an entry, several strings on a line.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from l10n.catalogue.po import stored_lines
from l10n.catalogue.po.repair import decoded
from l10n.model import Entry

_LINE_END = re.compile(r"\r\n|\r|\n")
_KEYWORD = re.compile(r"\s*(?:#~\s*)?(msgctxt|msgid_plural|msgid|msgstr)\s*(?:\[\s*(\d+)\s*\])?\s*(?=\"|$)")
_SKIPPED = re.compile(r"\s*(?:#(?!~).*)?$")
_STRINGS = re.compile(r"\s*(?:#~\s*)?\"")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PIECE = re.compile(r"((?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}))+)|\\.|[^\\]")
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]+))")

Position = tuple[int, int]
"""Line and column, both from 1."""


class _PoString(NamedTuple):
    """One of the strings that are a text."""

    line: int
    offsets: Sequence[int]
    """Where its pieces, characters and escapes, begin in the text."""
    columns: Sequence[int]
    """Where they begin in the line."""


class Positions:
    """The lines of one PO file, read when the first place is asked for; what was asked for last is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: tuple[str, Sequence[str]] | None = None
        self._entry: tuple[int, Mapping[int | None, int]] = 0, {}
        self._text: tuple[int, Sequence[_PoString]] = 0, ()

    def find(self, entry: Entry | None, form: int | None = None, offset: int = 0) -> Position:
        """The place of this character of the msgstr, or of its plural form; of its last one for an offset after it.

        For no entry the header's; the entry's first line if the file is not as it was.
        """
        if entry is None:
            return next(((number, 1) for number, word, _ in self._keywords(1) if word == "msgid"), (1, 1))
        if self._entry[0] != entry.line:
            self._entry = entry.line, dict(self._msgstrs(entry.line))
        number = self._entry[1].get(form)
        return (entry.line, 1) if number is None else self._character(number, offset)

    def _lines(self) -> tuple[str, Sequence[str]]:
        """The charset, and the lines."""
        if self._read is None:
            self._read = _read(self._path)
        return self._read

    def _msgstrs(self, line: int) -> Iterator[tuple[int | None, int]]:
        """In which lines those of this entry begin, by their plural forms; the first of two counts."""
        known = set[int | None]()
        seen = False
        for number, word, index in self._keywords(line):
            if seen and word in ("msgctxt", "msgid"):
                return
            seen = seen or word == "msgid"
            if word == "msgstr" and index not in known:
                known.add(index)
                yield index, number

    def _keywords(self, line: int) -> Iterator[tuple[int, str, int | None]]:
        """Line, keyword and number of the plural form, from this line on."""
        lines = self._lines()[1]
        for number in range(max(line, 1), len(lines) + 1):
            if match := _KEYWORD.match(lines[number - 1]):
                yield number, match[1], int(match[2]) if match[2] else None

    def _character(self, first: int, offset: int) -> Position:
        """The place of the character of the string that begins in this line."""
        if self._text[0] != first:
            self._text = first, list(self._measured(first))
        strings = self._text[1]
        if not strings:
            return first, 1
        string = strings[max(0, bisect(strings, offset, key=lambda string: string.offsets[0]) - 1)]
        return string.line, string.columns[max(0, bisect(string.offsets, offset) - 1)]

    def _measured(self, first: int) -> Iterator[_PoString]:
        """The strings that have characters."""
        begin = 0
        for number, column, string in self._strings(first):
            ends, columns = _pieces(string, column, begin, self._lines()[0])
            if columns:
                begin = ends[-1]
                yield _PoString(number, ends[:-1], columns)

    def _strings(self, first: int) -> Iterator[tuple[int, int, str]]:
        """Line, column and content of each of the strings that are one."""
        lines = self._lines()[1]
        for number in range(first, len(lines) + 1):
            line = lines[number - 1]
            if number > first and not _STRINGS.match(line):
                if _SKIPPED.match(line):
                    continue
                return
            for string in _STRING.finditer(line):
                yield number, string.start(1) + 1, string[1]


def _read(path: Path) -> tuple[str, Sequence[str]]:
    """The charset and the lines of a file; those of a large one stay where they are if it is in the usual form."""
    if lines := stored_lines.read(path):
        return "utf-8", lines
    charset, text = decoded(path.read_bytes(), str(path))
    return charset, _LINE_END.split(text) if "\r" in text else text.split("\n")  # a tenth of the time


def _pieces(string: str, column: int, begin: int, charset: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where escapes and characters begin in the text, and the last one ends; and where they begin in the line."""
    if "\\" not in string:
        return range(begin, begin + len(string) + 1), range(column, column + len(string))
    pieces = list(_PIECE.finditer(string))
    counts = (_characters(piece, charset) for piece in pieces)
    return list(accumulate(counts, initial=begin)), [column + piece.start() for piece in pieces]


def _characters(piece: re.Match[str], charset: str) -> int:
    """Octal and hexadecimal escapes are bytes in the file's charset."""
    if not piece[1]:
        return 1
    data = bytes(int(hexa, 16) & 0xFF if hexa else int(octal, 8) & 0xFF for hexa, octal in _BYTE.findall(piece[1]))
    return len(data.decode(charset, "replace"))
