"""Rows of a table as text editors, spreadsheets and translation tools save them: encoding, separator, quotes.

Separated by tabs, semicolons or commas; in UTF-8, in UTF-16 with a byte order mark (Excel's “Unicode text”), or in the
older encodings of Windows where the letters leave no doubt. Between tabs a double quote is text unless it encloses the
whole cell: OmegaT quotes nothing, Excel does.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import sizes

Row = tuple[int, list[str]]
"""The number of its first line, and its cells without white space around them."""
_MARKS = "\t;,"
_NAMES = {"\t": "tabs", ";": "semicolons", ",": "commas"}
_AGAIN = "save it in UTF-8, as “CSV UTF-8” in a spreadsheet"
_MOST = 1000
"""Columns."""
_TOLD = re.compile(r"sep=([\t;,])\r?\n", re.IGNORECASE)
"""So Excel wants to be told."""
_WORD = re.compile(r"[^\W\d_]+")
"""Letters alone: digits are the same in every encoding."""
_CYRILLIC, _ACCENTED, _QUOTES = "А-Яа-яЁёІіЇїЄєҐґ", "äöüßÄÖÜéèêàç", "„“”’–—…\u00a0"
_LEGACY = {
    "cp1251": (re.compile(f"[{_CYRILLIC}]+"), re.compile(f"[\0-\x7f«»№{_QUOTES}{_CYRILLIC}]*")),
    "cp1252": (
        re.compile(f"[A-Za-z]*[{_ACCENTED}][A-Za-z{_ACCENTED}]*"),
        re.compile(f"[\0-\x7f{_QUOTES}{_ACCENTED}]*"),
    ),
}
"""By encoding: what its words look like, and all that there may be."""


def rows(path: Path, is_header: Callable[[Sequence[str]], bool]) -> Iterator[Row]:
    """The rows that are not empty, separated by what makes a header of the first one; L10nError with `file:line`."""
    text = _decoded(path)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise L10nError(f"{path}:{line}: no text, or in UTF-16 without a byte order mark", _AGAIN)
    told = _TOLD.match(text)
    mark = told[1] if told else _separator(text, is_header)
    body = text[told.end() :] if told else text
    numbered = enumerate(_tabbed(body), 1) if mark == "\t" else _quoted(body, mark, path)
    for line, cells in numbered:
        if len(cells) > _MOST:
            raise L10nError(f"{path}:{line}: more than {_MOST} cells", "name a table with a column for each language")
        if any(cells):
            yield line + bool(told), cells


def _quoted(text: str, mark: str, path: Path) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            yield line, [cell.strip() for cell in cells]
    except csv.Error as error:
        hint = f"cells are separated by {_NAMES[mark]} here: close every double quote, and write one in a text twice"
        raise L10nError(f"{path}:{before + 1}: not a CSV file: {error}", hint) from None


def _tabbed(text: str) -> Iterator[list[str]]:
    for line in re.split(r"\r\n|\n|\r", text):
        yield [_unquoted(cell.strip()) for cell in line.split("\t")]


def _unquoted(cell: str) -> str:
    within = cell[1:-1]
    enclosed = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in within.replace('""', "")
    return within.replace('""', '"').strip() if enclosed else cell


def _separator(text: str, is_header: Callable[[Sequence[str]], bool]) -> str:
    """The one that makes names of columns of the first line; else the first that is there."""
    first = next((line for line in io.StringIO(text) if line.strip() and not line.startswith("#")), "")
    named = (
        mark
        for mark in _MARKS
        if mark in first and is_header([cell.strip(' \n\r"') for cell in first.split(mark, _MOST)])
    )
    return next(named, next((mark for mark in _MARKS if mark in first), ","))


def _decoded(path: Path) -> str:
    try:
        data = sizes.content(path, "keep the terms that your texts need, and delete the others")
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check `glossary` in the settings") from None
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig" and (text := _legacy(data)) is not None:
            return text
        line = data.count(b"\n", 0, error.start) + 1
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise L10nError(f"{path}:{line}: not {name}", _AGAIN) from None


def _legacy(data: bytes) -> str | None:
    """Decode it by the one encoding of Windows in which every word looks like one; None if there is none."""
    texts = []
    for encoding, (word, allowed) in _LEGACY.items():
        text = data.decode(encoding, "replace")
        strange = [letters for letters in _WORD.findall(text) if not letters.isascii()]
        if (
            any(len(letters) > 3 for letters in strange)
            and allowed.fullmatch(text)
            and all(map(word.fullmatch, strange))
        ):
            texts.append(text)
    return texts[0] if len(texts) == 1 else None
