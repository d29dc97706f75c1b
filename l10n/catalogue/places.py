"""Where in the PO file a character of a text stands: line and column, as editors and annotations count them.

Source: GNU gettext manual, "The Format of PO Files": a string may go on in further quoted lines.
"""

from __future__ import annotations

import re
from pathlib import Path

from l10n.catalogue.repair import readable
from l10n.model import Entry

_PIECE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)|[^\\]")
_STRING = re.compile(r'^(?:#~ )?(?:msg\w+(?:\[\d+\])? )?"(.*)"\s*$')


class Places:
    """The lines of one PO file, read when the first place is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines: list[str] | None = None

    def find(self, entry: Entry | None, form: int | None = None, offset: int = 0) -> tuple[int, int]:
        """Line and column, from 1, of this character of the msgstr, or of its plural form.

        For an offset behind the text its last character; for no entry the header; the entry's first line if the file
        is not as it was.
        """
        if entry is None:
            return self._keyword("msgid", 1) or (1, 1)
        start = self._keyword(f"msgstr[{form}]" if form is not None else "msgstr", entry.line)
        if start is None:
            return entry.line, 1
        return self._character(start[0], offset)

    @property
    def lines(self) -> list[str]:
        """Of the repaired file, whose line numbers are those of the original."""
        if self._lines is None:
            self._lines = readable(self._path.read_bytes(), str(self._path)).text.split("\n")
        return self._lines

    def _keyword(self, keyword: str, line: int) -> tuple[int, int] | None:
        """The first line from this one on that begins with the keyword, before the next entry."""
        for number in range(max(line, 1), len(self.lines) + 1):
            text = self.lines[number - 1].removeprefix("#~ ")
            if text.startswith((f"{keyword} ", f'{keyword}"')):
                return number, 1
            if not text and number > line:
                return None
        return None

    def _character(self, number: int, offset: int) -> tuple[int, int]:
        last = (number, 1)
        while number <= len(self.lines) and (match := _STRING.match(self.lines[number - 1])):
            column = match.start(1) + 1
            for piece in _PIECE.finditer(match[1]):
                last = (number, column + piece.start())
                if offset == 0:
                    return last
                offset -= 1
            number += 1
            if number > len(self.lines) or not self.lines[number - 1].removeprefix("#~ ").startswith('"'):
                break
        return last
