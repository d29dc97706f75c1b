"""A catalogue that is kept is read and saved as if each change were the first, whoever else writes the file."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po, saving
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import dated
from l10n.catalogue.keeping import CatalogueKeeper
from l10n.catalogue.po.serialization import serialize
from l10n.catalogue.states import state
from l10n.model import Catalogue, Entry
from tests.catalogue.strategies import catalogues, text

TRAILING = st.sampled_from([(), ("# vim: tw=0",)])
FORMS = ("ours", "ours", "ours", "CR LF", "latin")
CHANGES = ("text", "sign", "fuzzy", "comment", "wrapped", "elsewhere", "gone")


@given(catalogues(TRAILING), st.lists(st.tuples(st.integers(0, 9), st.sampled_from(CHANGES), text)), st.data())
def test_changes_are_saved_and_read_as_without_keeping(
    catalogue: Catalogue, changes: Sequence[tuple[int, str, str]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder, "kept.po"), Path(folder, "whole.po")
        content = _content(catalogue, data.draw(st.sampled_from(FORMS)))
        path.write_bytes(content)
        other.write_bytes(content)
        keeper = CatalogueKeeper()
        for number, change, words in changes:
            if change == "elsewhere":
                for written in (path, other):
                    po.write(written, _elsewhere(po.read(written), words))
            old = keeper.read(path)
            whole = po.read(other)
            assert (old, _lines(old)) == (whole, _lines(whole))
            assert list(map(keeper.state_of, old.entries)) == list(map(state, whole.entries))
            keeper.save(path, old, _changed(old, number, change, words))
            saving.save(other, whole, _changed(whole, number, change, words))
            assert path.read_bytes() == other.read_bytes()


def _content(catalogue: Catalogue, form: str) -> bytes:
    lines = serialize(catalogue)
    if form == "CR LF":
        return lines.replace("\n", "\r\n").encode()
    return lines.replace("UTF-8", "ISO-8859-1").encode("latin-1", "replace") if form == "latin" else lines.encode()


def _elsewhere(catalogue: Catalogue, words: str) -> Catalogue:
    return replace(
        catalogue,
        header=dated(catalogue.header, revised="2026-02-01 12:00+0000"),
        comments=("n", words[:1].strip() or "x"),
    )


def _lines(catalogue: Catalogue) -> list[int]:
    return [entry.line for entry in catalogue.entries]


def _changed(old: Catalogue, number: int, change: str, words: str) -> Catalogue:
    if not old.entries:
        return old
    entries = list(old.entries)
    index = number % len(entries)
    entries[index] = _changed_entry(entries[index], change, words)
    if change == "gone":
        del entries[index]
    return replace(old, header=dated(old.header, revised=f"2026-03-01 12:{number:02}+0000"), entries=tuple(entries))


def _changed_entry(entry: Entry, change: str, words: str) -> Entry:
    match change:
        case "text" if not entry.obsolete:
            return entry.with_texts((words, *entry.texts[1:]))
        case "sign" if entry.translated:
            return sign(entry, "Anna", "2026-01-31")
        case "fuzzy":
            return entry.as_fuzzy()
        case "comment":
            return replace(entry, comments=(*entry.comments, "seen"))
        case "wrapped":
            return replace(entry, comments=("l10n-pivot: a text that", "goes on ¶"))
        case _:
            return entry


def test_a_file_that_another_program_has_written_meanwhile_is_saved_as_without_keeping(tmp_path: Path) -> None:
    header = (("Language", "ru"), ("Content-Type", "text/plain; charset=UTF-8"))
    catalogue = Catalogue(header, (Entry("a", "x"), Entry("b", "y")), comments=("of the header",))
    theirs = replace(catalogue, comments=("of the header", "theirs"))
    saved = []
    for kept in (True, False):
        path = tmp_path / "a.po"
        po.write(path, catalogue)
        keeper = CatalogueKeeper()
        old = keeper.read(path)
        po.write(path, theirs)
        new = replace(old, entries=(Entry("a", "ours"), old.entries[1]))
        (keeper.save if kept else saving.save)(path, old, new)
        saved.append(path.read_bytes())
        assert keeper.read(path) == po.read(path)
    assert saved[0] == saved[1]
    assert b"theirs" in saved[0]
