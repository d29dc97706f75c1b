"""Tables for people who have no program for translators: Excel, CSV, Word; see docs/exchange/tables.md.

Each text of an entry is a row. People see number, context, source, translation, state and notes, and fill in
translation, verdict and comment. What tells whose row it is goes along unseen, in every row: people sort, delete and
copy rows between files.

| module | knows |
|---|---|
| `outgoing` | a catalogue as rows |
| `incoming` | what rows say that came back |
| `archive` | zip files of strangers |
| `delimited`, `xlsx`, `docx` | rows as a file, and a file as rows |
| `kinds` | these three by their names |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from l10n.catalogue.bookkeeping.grammar import PREFIX
from l10n.exchange.gate.texts import plain
from l10n.identity import digest

LONGEST = 32_767
"""UTF-16 code units of a cell: Excel cuts what is longer, without a word."""
MARK = "#"
"""Before all digests: many look like numbers, which spreadsheets write in another way."""
_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Controls, which XML cannot hold or no editor shows."""


class Column(StrEnum):
    """The columns, called as in the first row of a table."""

    NUMBER = "Number"
    CONTEXT = "Context"
    SOURCE = "Source"
    TEXT = "Translation"
    VERDICT = "Verdict"
    COMMENT = "Comment"
    STATE = "State"
    NOTES = "Notes"
    CATALOGUE = "l10n-catalogue"
    """The name of the PO file."""
    DOCUMENT = "l10n-document"
    LANGUAGE = "l10n-language"
    UNIT = "l10n-unit"
    """`#fcb5bdf9`, and `#fcb5bdf9/1` for the second plural form."""
    EXPORTED = "l10n-exported"
    """The entry's `catalogue.fingerprint` when the table was made."""
    SOURCE_TRACE = "l10n-source"
    """The `trace` of the source: tells one that some program has changed."""
    TEXT_TRACE = "l10n-text"
    """The `trace` of the translation as it went out."""


OPEN = frozenset({Column.TEXT, Column.VERDICT, Column.COMMENT})
"""What people fill in."""
HIDDEN = tuple(column for column in Column if column.startswith(PREFIX))
"""What they do not need to see."""


class TableVerdict(StrEnum):
    """What somebody says of a row."""

    OK = "ok"
    """It can stay as it is."""
    CHANGED = "changed"
    """The translation is now as it should be."""
    QUESTION = "question"
    """The comment says what is not clear."""


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A catalogue as a table: sheet of a workbook, part of a file."""

    title: str
    rows: tuple[Mapping[Column, str], ...]


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A row of a file that came back."""

    cells: Mapping[Column, str]
    where: str
    """`file.xlsx:article!D12`: its translation, for people."""
    fault: str = ""
    """Why the translation cannot be read: it is a formula, a date."""


def trace(text: str) -> str:
    """The digest of a text, however its line breaks and letters are composed, of which programs change both."""
    return MARK + digest(plain(text))


def fits(text: str) -> bool:
    """A cell can hold the text, and no program changes it there."""
    return not _UNFIT.search(text) and len(text) + sum(character > "\uffff" for character in text) <= LONGEST


def columns_of(titles: Sequence[str], needed: Collection[Column]) -> dict[int, Column]:
    """Which column is where, by the first row of a table; nothing if it does not have those that are needed."""
    columns = {index: _BY_TITLE[title.strip()] for index, title in enumerate(titles) if title.strip() in _BY_TITLE}
    return columns if set(columns.values()) >= set(needed) else {}


_BY_TITLE = {column.value: column for column in Column}
