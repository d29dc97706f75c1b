"""A catalogue -> the rows of a table."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from l10n.catalogue import plural
from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.marks import risk_of
from l10n.catalogue.fingerprint import fingerprint
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.catalogue.template import neighbours
from l10n.errors import L10nError
from l10n.exchange.gate.texts import lines
from l10n.exchange.tables import LONGEST, MARK, Column, TableSheet, fits, trace
from l10n.model import READ, Catalogue, Entry
from l10n.reports.characters import visible

NO_TEXT = "whose msgid is no text, but a key or the place of the translators' names"
UNFIT = f"with control characters, or more than the {LONGEST:,} characters that a cell holds"
_OUR_CONTEXT = re.compile(r"after:[0-9a-f]{8}")
_NEIGHBOURS = ("previous: ", "next: ")
"""They stand above and below."""
Left = Mapping[str, Sequence[Entry]]
"""Entries that a table cannot have, by reason."""


@dataclass(frozen=True, slots=True)
class Tabled:
    """A catalogue as a table."""

    sheet: TableSheet
    entries: tuple[Entry, ...]
    """What it has."""
    left: Left
    """What it does not have."""


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """What the rows of a table come from."""

    catalogue: str
    """The name of the PO file."""
    document: str
    language: str


def tabled(origin: TableOrigin, catalogue: Catalogue, source_of: Callable[[Entry], Entry | None]) -> Tabled:
    """The entries that are not obsolete, a row a text, in the order of the file.

    Raises L10nError for a name with control characters.
    """
    if not fits(origin.catalogue + origin.document):
        raise L10nError(f"{visible(origin.catalogue)}: no table can hold the name of this file", "rename it")
    hidden = {
        Column.CATALOGUE: origin.catalogue,
        Column.DOCUMENT: origin.document,
        Column.LANGUAGE: origin.language,
    }
    left: dict[str, list[Entry]] = defaultdict(list)
    rows: list[Mapping[Column, str]] = []
    entries = []
    seen: Counter[str] = Counter()
    forms = plural.examples(catalogue.field("Plural-Forms"))
    for entry in catalogue.active:
        if source_of(entry) is not entry:
            left[NO_TEXT].append(entry)
        elif not all(map(fits, (entry.msgid, entry.msgid_plural or "", *entry.texts))):
            left[UNFIT].append(entry)
        else:
            entries.append(entry)
            seen[key(entry)] += 1
            number = seen[key(entry)]
            unit = key(entry) + (f"-{number}" if number > 1 else "")
            rows += _rows(str(len(entries)), entry, forms, hidden | {Column.UNIT: MARK + unit})
    return Tabled(TableSheet(origin.document, tuple(rows)), tuple(entries), left)


def _rows(
    number: str, entry: Entry, forms: Sequence[str], hidden: Mapping[Column, str]
) -> Iterator[Mapping[Column, str]]:
    """One, or one a plural form."""
    texts = entry.texts or ("",) * max(len(forms), 1)
    for form, text in enumerate(texts):
        source = entry.msgid_plural if form and entry.msgid_plural else entry.msgid
        example = f"for {forms[form]}" if entry.plural and form < len(forms) else ""
        unit = hidden[Column.UNIT]
        yield {
            **hidden,
            Column.NUMBER: number,
            Column.CONTEXT: cut(" · ".join(filter(None, (*_context(entry), example)))),
            Column.SOURCE: lines(source),
            Column.TEXT: lines(text),
            Column.VERDICT: "",
            Column.COMMENT: "",
            Column.STATE: state(entry).value,
            Column.NOTES: cut("\n".join(_notes(entry))),
            Column.EXPORTED: MARK + fingerprint(entry),
            Column.UNIT: f"{unit}/{form}" if entry.plural else unit,
            Column.SOURCE_TRACE: trace(source),
            Column.TEXT_TRACE: trace(text),
        }


def _context(entry: Entry) -> Iterator[str]:
    """Where the sentence stands, and what a developer says to tell equal ones apart."""
    if neighbours(entry) != (None, None):
        yield entry.extracted[0]
    if entry.msgctxt and not _OUR_CONTEXT.match(entry.msgctxt):
        yield entry.msgctxt


def _notes(entry: Entry) -> Iterator[str]:
    """What helps to judge the text."""
    bookkeeping = record(entry)
    yield from bookkeeping.notes
    yield from (f"sent back: {line}" for line in bookkeeping.rejections)
    position = neighbours(entry) != (None, None)
    yield from (line for line in entry.extracted[position:] if not line.startswith(_NEIGHBOURS))
    yield from (f"in between: {text}" for text in bookkeeping.pivots)
    if entry.previous_msgid:
        yield f"was a translation of: {entry.previous_msgid}"
    risk = None if state(entry) in READ else risk_of(entry)
    if risk is not None:
        yield f"risk: {risk:.2f}"


def cut(text: str) -> str:
    """What is for reading alone, as a cell can have it."""
    clean = "".join(character if fits(character) else "\ufffd" for character in text[: LONGEST // 2])
    return clean if len(text) <= LONGEST // 2 else f"{clean}…"
