"""Damaged files give their rows, or one line that says what is wrong; and no row can say anything that is no unit."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.exchange.tables import Column, ReceivedRow
from l10n.exchange.tables.incoming import incoming
from l10n.exchange.tables.kinds import KINDS, TableOptions
from tests.conftest import examples
from tests.exchange.tables.rows import row, sheet

_ROWS = [row("Das Haus", "дом"), row("Der Hund", "собака", "#1a1b2c3d/0"), row("Die Hunde", "собаки", "#1a1b2c3d/1")]
_CELL = st.sampled_from(["", "#0a1b2c3d", "#0a1b2c3d/1", "#0a1b2c3d-2/0", "draft", "ok", "Haus", "\ud800", "x" * 50])


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _damaged(data: bytes, change: tuple[int, int, bytes]) -> bytes:
    start, length, new = change[0] % len(data), change[1], change[2]
    return data[:start] + new + data[start + length :]


def _parts(path: Path) -> dict[str, bytes]:
    """The files in an archive; of a CSV file, the file."""
    if path.suffix == ".csv":
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _told(kind: str, path: Path) -> L10nError | None:
    """What is wrong with the file; None if it can be read."""
    try:
        incoming(KINDS[kind].read(path))
    except L10nError as error:
        return error
    return None


@examples(10, thorough=1000)
@given(
    which=st.integers(0, 99),
    change=st.tuples(st.integers(0, 20_000), st.integers(0, 30), st.binary(max_size=5) | st.just(b"<x>")),
    inside=st.booleans(),
)
def test_a_damaged_file_is_read_or_refused_in_a_line(
    kind: str, which: int, change: tuple[int, int, bytes], inside: bool, tmp_path: Path
) -> None:
    path = tmp_path / f"ru.{kind}"
    path.write_bytes(KINDS[kind].write([sheet(*_ROWS)], TableOptions()))
    parts = _parts(path)
    if inside and kind != "csv":
        name = sorted(parts)[which % len(parts)]
        with zipfile.ZipFile(path, "w") as archive:
            for member, data in parts.items():
                archive.writestr(member, _damaged(data, change) if member == name else data)
    else:
        path.write_bytes(_damaged(path.read_bytes(), change))
    told = _told(kind, path)
    assert told is None or (told.hint and "\n" not in told.message)


@examples(30, thorough=1000)
@given(rows=st.lists(st.dictionaries(st.sampled_from(Column), _CELL), max_size=4))
def test_rows_with_anything_in_them_are_units_refused_or_nobodys(rows: list[dict[Column, str]]) -> None:
    done = incoming([ReceivedRow(cells, f"x:{number}") for number, cells in enumerate(rows)])
    units = [unit for catalogue in done.catalogues for unit in catalogue.units]
    told = {unit.where for unit in units} | {unit.returned.where for unit in done.refused}
    written = {f"x:{number}" for number, cells in enumerate(rows) if cells.get(Column.TEXT)}
    forms = {f"x:{number}" for number, cells in enumerate(rows) if "/" in cells.get(Column.UNIT, "")}
    assert written <= told | forms


def test_forms_of_a_plural_come_together_whatever_their_order() -> None:
    (catalogue,) = incoming([ReceivedRow(cells, "x") for cells in reversed(_ROWS)]).catalogues
    assert {unit.unit: unit.texts for unit in catalogue.units} == {
        "0a1b2c3d": ("дом",),
        "1a1b2c3d": ("собака", "собаки"),
    }


@pytest.mark.parametrize("rows", [_ROWS[2:], [*_ROWS, row("Die Hunde", "псы", "#1a1b2c3d/1")]], ids=["one", "three"])
def test_a_plural_without_a_form_or_with_two_of_one_is_refused(rows: list[dict[Column, str]]) -> None:
    done = incoming([ReceivedRow(cells, f"x:{number}") for number, cells in enumerate(rows)])
    assert {refused.returned.unit.partition("/")[0] for refused in done.refused} == {"1a1b2c3d"}
    assert all("plural forms" in refused.refusal.reason for refused in done.refused if refused.refusal)
