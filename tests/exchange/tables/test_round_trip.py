"""Whatever a text has in it, the table gives it back, of every kind, in every order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.exchange.tables.delimited import guarded, unguarded
from l10n.exchange.tables.kinds import KINDS, TableOptions
from tests.conftest import examples
from tests.exchange.tables.rows import TEXTS, TRAPS, cells, expected, row, sheet, touched


@pytest.mark.parametrize("kind", KINDS)
@examples(6, thorough=300)
@given(texts=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
def test_a_table_gives_back_what_was_put_into_it(kind: str, texts: list[tuple[str, str, str]], tmp_path: Path) -> None:
    rows = [row(source, text, comment=comment) for source, text, comment in texts]
    path = tmp_path / "table"
    path.write_bytes(KINDS[kind].write([sheet(*rows), sheet(*rows, title="ARTICLE")], TableOptions()))
    assert cells(KINDS[kind].read(path)) == expected(*rows, *rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_trap_comes_back(kind: str, tmp_path: Path) -> None:
    rows = [row(text, text) for text in TRAPS]
    path = tmp_path / "table"
    path.write_bytes(KINDS[kind].write([sheet(*rows)], TableOptions(right_to_left=True, separator=";")))
    received = KINDS[kind].read(path)
    assert cells(received) == expected(*rows)
    assert not any(map(touched, received))


def test_files_that_people_have_joined_are_one(tmp_path: Path) -> None:
    path = tmp_path / "table"
    files = [KINDS["csv"].write([sheet(row(text, text))], TableOptions()) for text in ("a", "b")]
    path.write_bytes(files[0] + files[1].removeprefix(b"\xef\xbb\xbf"))
    assert cells(KINDS["csv"].read(path)) == expected(row("a", "a"), row("b", "b"))


@given(st.text())
def test_the_guard_goes_as_it_came(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in {"=", "+", "-", "@", "\r", "\n"}


@pytest.mark.parametrize(
    "text", ["0123", "3.10", "1,5", "1/2", "50 %", "1e5", "(12)", "2024-03-01", "3. März", "٣", "#12345678"]
)
def test_no_spreadsheet_takes_a_text_for_a_number(text: str, tmp_path: Path) -> None:
    path = tmp_path / "table"
    path.write_bytes(KINDS["csv"].write([sheet(row(text, text))], TableOptions()))
    assert f'"\t{text}"'.encode() in path.read_bytes()


@given(st.text(alphabet="=+-@\t\r\n1a"))
def test_the_guard_is_taken_off_once(text: str) -> None:
    assert unguarded(guarded(guarded(text))) == guarded(text)
