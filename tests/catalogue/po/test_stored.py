"""A large catalogue is read from its file again and again: what is read is what a small one of the same bytes has."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.po import pieces, plain, stored, stored_lines, syntax
from l10n.catalogue.po.positions import Positions
from l10n.catalogue.po.serialization import serialize
from l10n.errors import L10nError
from l10n.model import Catalogue
from tests.catalogue.po.test_plain import HEADER, LINES
from tests.catalogue.strategies import catalogues

ENTRIES = "".join(f'msgid "{number}"\nmsgstr "ü{number}"\n\n' for number in range(40))
NAMED = HEADER + '"X-Source-File: a.md\\n"\n'
texts = catalogues().map(serialize) | st.builds(
    lambda head, lines: head + "\n" + "\n".join(lines),
    st.sampled_from([HEADER, NAMED]),
    st.lists(st.sampled_from(LINES), max_size=30),
)


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "LARGE", 1)
    monkeypatch.setattr(pieces, "PIECE", 50)
    monkeypatch.setattr(stored, "PIECE", 90)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stored") / "a.po"


def _outcome(path: Path) -> object:
    try:
        return po.read(path)
    except L10nError as error:
        return str(error)


def _stored(path: Path) -> object:
    """The same, put together from what is stored; None for a file that is to be read whole."""
    try:
        read = stored.read(path)
    except L10nError as error:
        return str(error)
    if read is None:
        return None
    file, entries = read
    assert list(entries) == [entries[index] for index in range(len(entries))] == entries[:]
    assert [each.line for each in entries] == [each.line for each in entries[:]]
    every_other = range(0, len(entries), 2)
    assert list(entries.at(every_other)) == entries[::2]
    return Catalogue(**{name: getattr(file, name) for name in file.__slots__} | {"entries": tuple(entries)})


@given(texts)
def test_it_has_the_entries_and_the_errors_of_the_whole_file(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    with_stored = _stored(path)
    if with_stored is not None:
        whole = _outcome(path)
        assert with_stored == whole
        if isinstance(whole, Catalogue) and isinstance(with_stored, Catalogue):
            lines = [[each.line for each in catalogue.entries] for catalogue in (whole, with_stored)]
            assert lines[0] == lines[1]


@given(texts)
def test_its_faults_and_lines_are_those_of_the_whole_file(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    with suppress(plain.NotPlainError):
        assert syntax.stored_faults(path) == syntax.faults(path.read_bytes(), str(path))
    if (lines := stored_lines.read(path)) is not None:
        assert lines[:] == text.split("\n")
        assert len(lines) == len(lines[:])


def test_nearly_all_files_are_read_so(path: Path) -> None:
    path.write_bytes((HEADER + "\n" + ENTRIES).encode())
    read = stored.read(path)
    assert read is not None
    assert len(read[1]) == 40
    assert Positions(path).find(read[1][39]) == (1 + 4 + 39 * 3 + 1, 9)
    assert syntax.stored_faults(path) == ()


@pytest.mark.parametrize(
    "text",
    ["\ufeff" + HEADER, HEADER.replace("\n", "\r\n"), HEADER + "\x1a", 'msgid"a"\nmsgstr ""\n', HEADER + "# end\n"],
)
def test_other_files_have_to_be_read_whole(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    assert stored.read(path) is None


def test_an_entry_that_is_there_twice_is_named_with_both_lines(path: Path) -> None:
    path.write_bytes((HEADER + "\n" + ENTRIES + ENTRIES[: ENTRIES.index('msgid "1"')]).encode())
    with pytest.raises(L10nError, match="entry occurs twice, first at line 5"):
        stored.read(path)


def test_a_file_that_is_written_meanwhile_is_not_mixed_up(path: Path) -> None:
    path.write_bytes((HEADER + "\n" + ENTRIES).encode())
    read = stored.read(path)
    assert read is not None
    path.write_bytes((HEADER + "\n" + ENTRIES[30:]).encode())
    with pytest.raises(L10nError, match="has changed while it was read"):
        list(read[1])
    with pytest.raises(L10nError, match="has changed while it was read"):
        read[1][0]
