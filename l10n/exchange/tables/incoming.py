"""Rows that came back -> units for the gate, and what is refused as rows; and refused units as rows again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.review import Refusal
from l10n.exchange.gate import AdmittedUnit, Claim, IncomingCatalogue, IncomingFile, Returned, claim_of
from l10n.exchange.gate.texts import lines
from l10n.exchange.tables import MARK, Column, ReceivedRow, TableSheet, TableVerdict, fits, trace
from l10n.exchange.tables.kinds import TableKind, TableOptions
from l10n.languages import record
from l10n.languages.codes import base
from l10n.model import State

_UNIT = re.compile(rf"{MARK}([0-9a-f]{{8}}(?:-[0-9]{{1,6}})?)(?:/([0-9]{{1,2}}))?")
_ORIGIN = (Column.CATALOGUE, Column.DOCUMENT, Column.LANGUAGE)
_Origin = tuple[str, str, str]
"""Name of the catalogue, of its document, and the language."""
_NO_UNIT = Refusal("the row belongs to no entry: its hidden cells are empty", "write into a row of the export")
_INCOMPLETE = Refusal(
    "the rows of the other plural forms are missing, or there more than once with different texts",
    "leave one row for each form",
)
_VERDICTS = {verdict.value: verdict for verdict in TableVerdict}


@dataclass(frozen=True, slots=True)
class _FormRow:
    """A row that is in order."""

    row: ReceivedRow
    unit: str
    number: int | None
    """Of the plural form, from 0; None for a text that depends on no number."""
    claim: Claim


def incoming(rows: Iterable[ReceivedRow]) -> IncomingFile:
    """The units of all rows, in whatever order they are; an empty row that belongs to no entry is nobody's."""
    refused = []
    units: defaultdict[_Origin, list[Returned]] = defaultdict(list)
    groups: defaultdict[tuple[_Origin, str], list[_FormRow]] = defaultdict(list)
    for row in rows:
        form = _form(row)
        if isinstance(form, Refusal):
            refused.append(_refused(row, form))
        elif form and form.number is None:
            units[_origin(row)].append(_returned([form]))
        elif form:
            groups[_origin(row), form.unit].append(form)
    for (origin, _), forms in groups.items():
        if ordered := _in_order(forms):
            units[origin].append(_returned(ordered))
        else:
            refused += [_refused(form.row, _INCOMPLETE) for form in forms]
    catalogues = (IncomingCatalogue(*origin, tuple(returned)) for origin, returned in units.items())
    return IncomingFile(tuple(catalogues), tuple(refused))


def leftover(kind: TableKind, path: Path, refused: Iterable[Returned]) -> bytes | None:
    """A table of the rows of these units; None if some program has put more into a cell than one holds."""
    rows = kind.read(path)
    positions = {returned.where for returned in refused}
    units = {_unit_key(row) for row in rows if row.where in positions} - {None}
    chosen = [_as_text(row) for row in rows if row.where in positions or _unit_key(row) in units]
    if not all(fits(cell) for cells in chosen for cell in cells.values()):
        return None
    sheets: defaultdict[str, list[Mapping[Column, str]]] = defaultdict(list)
    for cells in chosen:
        sheets[cells.get(Column.DOCUMENT, "")].append({column: cells.get(column, "") for column in Column})
    languages = {cells.get(Column.LANGUAGE, "") for cells in chosen}
    right_to_left = {record(base(language)).direction for language in languages} == {"rtl"}
    tables = [TableSheet(title, tuple(lines)) for title, lines in sheets.items()]
    return kind.write(tables, TableOptions(right_to_left))


def _as_text(row: ReceivedRow) -> Mapping[Column, str]:
    """Its cells; what is no text must not come in as one by way of a leftover."""
    return {**row.cells, Column.TEXT: ""} if row.fault else row.cells


def _unit_key(row: ReceivedRow) -> tuple[_Origin, str] | None:
    """What the rows of one unit have in common."""
    match = _UNIT.fullmatch(row.cells.get(Column.UNIT, "").strip())
    return (_origin(row), match[1]) if match else None


def _origin(row: ReceivedRow) -> _Origin:
    catalogue, document, language = (row.cells.get(column, "") for column in _ORIGIN)
    return catalogue, document, language


def _form(row: ReceivedRow) -> _FormRow | Refusal | None:
    """The row if it is in order; None if there is nothing in it."""
    match = _UNIT.fullmatch(row.cells.get(Column.UNIT, "").strip())
    if not match:
        return _NO_UNIT if row.cells.get(Column.TEXT, "").strip() else None
    return _fault(row) or _FormRow(row, match[1], int(match[2]) if match[2] else None, _claim(row))


def _in_order(forms: Iterable[_FormRow]) -> list[_FormRow]:
    """The rows of an entry with plural forms, each once; none if there are not all of them, or several of one."""
    distinct = {(form.number, lines(form.row.cells.get(Column.TEXT, "")), form.claim): form for form in forms}
    ordered = sorted(distinct.values(), key=lambda form: form.number or 0)
    return ordered if [form.number for form in ordered] == list(range(len(ordered))) else []


def _fault(row: ReceivedRow) -> Refusal | None:
    """Why the row cannot be taken; None if it can."""
    cells = row.cells
    if row.fault:
        return Refusal(row.fault, "write it as a text")
    if (expected := cells.get(Column.SOURCE_TRACE, "").strip()) and trace(cells.get(Column.SOURCE, "")) != expected:
        what = f"its source is not as it was exported: “{cells.get(Column.SOURCE, '')}”"
        return Refusal(what, "somebody has typed there, or 1,5 became a date: copy the translation into a new export")
    if (verdict := _verdict(row)) not in {"", *_VERDICTS}:
        return Refusal(f"the verdict “{verdict}” is unknown", f"one of: {', '.join(TableVerdict)}")
    return None


def _verdict(row: ReceivedRow) -> str:
    return row.cells.get(Column.VERDICT, "").strip().lower()


def _claim(row: ReceivedRow) -> Claim:
    """What the verdict says; without one a text stays what it was, and a changed one is not signed any more."""
    match _VERDICTS.get(_verdict(row)):
        case TableVerdict.OK:
            return Claim.REVIEWED if _as_exported(row) < Claim.REVIEWED else Claim.SECOND
        case TableVerdict.CHANGED:
            return Claim.TRANSLATED
        case TableVerdict.QUESTION:
            return Claim.DRAFT
        case None:
            return _as_exported(row)


def _as_exported(row: ReceivedRow) -> Claim:
    stated = row.cells.get(Column.STATE, "").strip()
    claim = claim_of(State(stated)) if stated in list(State) else Claim.DRAFT
    changed = trace(row.cells.get(Column.TEXT, "")) != row.cells.get(Column.TEXT_TRACE, "").strip()
    return max(Claim.DRAFT, min(claim, Claim.TRANSLATED)) if changed else claim


def _returned(forms: Sequence[_FormRow]) -> Returned:
    """The rows of a unit; of their states, the lowest."""
    first = forms[0].row
    notes = (form.row.cells.get(Column.COMMENT, "").strip() for form in forms)
    return Returned(
        forms[0].unit,
        first.cells.get(Column.EXPORTED, "").strip().removeprefix(MARK),
        lines(first.cells.get(Column.SOURCE, "")),
        tuple(lines(form.row.cells.get(Column.TEXT, "")) for form in forms),
        min(form.claim for form in forms),
        "\n".join(dict.fromkeys(filter(None, notes))),
        first.where,
    )


def _refused(row: ReceivedRow, refusal: Refusal) -> AdmittedUnit:
    unit = row.cells.get(Column.UNIT, "").removeprefix(MARK)
    return AdmittedUnit(_returned([_FormRow(row, unit, None, Claim.DRAFT)]), refusal=refusal)
