"""Catalogues in all states go out and come back: what nobody has touched stays, what somebody did is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import countersign, sign
from l10n.catalogue.review import Reviewer, key
from l10n.catalogue.states import state
from l10n.exchange.gate import Admission
from l10n.exchange.gate.admission import admit
from l10n.exchange.kinds import delimited, docx, xlsx
from l10n.exchange.tables import Column, TableSheet
from l10n.exchange.tables.kinds import KINDS, TableOptions
from l10n.exchange.tables.outgoing import Tabled, TableOrigin, tabled
from l10n.model import READ, Catalogue, Draft, Leg, State, itself
from tests.catalogue import strategies
from tests.conftest import examples

_READERS = {"xlsx": xlsx, "csv": delimited, "docx": docx}


@st.composite
def _catalogues(draw: st.DrawFn) -> Catalogue:
    """In all states: some of the entries are signed, or drafts."""
    catalogue = draw(strategies.catalogues())
    entries = list(catalogue.entries)
    for index, entry in enumerate(entries):
        what = draw(st.sampled_from(["", "draft", "accepted draft", "signed", "signed twice"]))
        if entry.obsolete or not entry.complete:
            continue
        if what.startswith("signed") and not entry.fuzzy:
            signed = sign(entry, "Anna", "2026-01-31")
            entries[index] = countersign(signed, "Olga", "2026-02-01") if what != "signed" else signed
        elif "draft" in what and not entry.plural:
            new = drafted(replace(entry, previous=()), Draft("argos", (Leg("de-ru-1.0", entry.msgstr, -0.2),)))
            entries[index] = new.accepted() if what != "draft" else new
    return replace(catalogue, entries=tuple(entries))


def _tabled(catalogue: Catalogue) -> Tabled:
    return tabled(TableOrigin("ru.po", "doc", "ru"), catalogue, itself)


def _admitted(kind: str, path: Path, table: TableSheet, catalogue: Catalogue, by: Reviewer | None = None) -> Admission:
    path.write_bytes(KINDS[kind].write([table], TableOptions()))
    incoming = _READERS[kind].read(path)
    assert incoming.refused == ()
    return admit(catalogue, [unit for part in incoming.catalogues for unit in part.units], by)


@pytest.mark.parametrize("kind", KINDS)
@examples(5, thorough=300)
@given(catalogue=_catalogues())
def test_what_nobody_has_touched_stays(kind: str, catalogue: Catalogue, tmp_path: Path) -> None:
    table = _tabled(catalogue)
    assert len(table.entries) + sum(map(len, table.left.values())) == len(catalogue.active)
    done = _admitted(kind, tmp_path / "table", table.sheet, catalogue, Reviewer("Anna", "2026-02-01"))
    assert done.catalogue == catalogue
    assert not any(unit.refusal or unit.waits or unit.lowered for unit in done.units)
    assert len(done.units) == len(table.entries)


@pytest.mark.parametrize("kind", ["csv", "docx"])
@examples(20, thorough=500)
@given(catalogue=_catalogues(), data=st.data())
def test_what_somebody_wrote_is_there_as_what_they_call_it(
    kind: str, catalogue: Catalogue, data: st.DataObject, tmp_path: Path
) -> None:
    table = _tabled(catalogue)
    verdicts = {
        row[Column.UNIT][1:9]: data.draw(st.sampled_from(["", "OK", "changed", "question"])) for row in table.sheet.rows
    }
    rows = [
        {**row, Column.TEXT: f"новое {number}", Column.VERDICT: verdicts[row[Column.UNIT][1:9]]}
        for number, row in enumerate(table.sheet.rows)
    ]
    data.draw(st.randoms()).shuffle(rows)
    done = _admitted(
        kind, tmp_path / "table", TableSheet("doc", tuple(rows)), catalogue, Reviewer("Anna", "2026-02-01")
    )
    before, after = catalogue.by_key(), done.catalogue.by_key()
    for entry in table.entries:
        now = after[entry.key]
        assert all(text.startswith("новое ") for text in now.texts)
        was = state(entry)
        match verdicts[key(entry)]:
            case "OK":
                assert state(now) is State.REVIEWED
            case "changed":
                assert state(now) is State.TRANSLATED
            case "question":
                assert now.fuzzy
            case _:
                assert now.fuzzy == (was not in READ)
    left = [entry for entries in table.left.values() for entry in entries]
    assert all(after[entry.key] == before[entry.key] for entry in left)
