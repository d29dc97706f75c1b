"""PO files in and out, with what the world writes and polib cannot read."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry
from tests.catalogue.strategies import catalogues
from tests.conftest import Gettext

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _read(folder: Path, text: str | bytes) -> Catalogue:
    path = folder / "x.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return po.read(path)


@given(catalogues())
def test_what_is_written_is_read_again(catalogue: Catalogue) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.po")
        assert po.write(path, catalogue)
        again = po.read(path)
        expected = tuple(_as_read(entry) for entry in catalogue.entries)
        assert again.entries == expected
        assert again.header == catalogue.header
        assert not po.write(path, again)


def _as_read(entry: Entry) -> Entry:
    """References come back as words, which is how PO files separate them; without text nothing is fuzzy."""
    words = " ".join(entry.references).split()
    flags = entry.flags if entry.msgstr else tuple(flag for flag in entry.flags if flag != "fuzzy")
    return replace(entry, references=tuple(words), flags=flags)


@given(catalogues())
def test_msgcat_has_nothing_to_change(gettext: Gettext, catalogue: Catalogue) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "x.po"), Path(folder, "y.po")
        known = tuple(entry for entry in catalogue.entries if "\u2028" not in str(entry))
        po.write(path, Catalogue(catalogue.header, known, catalogue.comments))
        gettext("msgcat", "--no-wrap", "--force-po", "-o", copy, path)
        assert copy.read_bytes() == path.read_bytes()


def test_polib_reads_our_files_too(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    entry = Entry("a\u2028b", "c\u2029d", comments=("note",), flags=("fuzzy",))
    po.write(path, Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), (entry,)))
    (read,) = polib.pofile(str(path))
    assert (read.msgid, read.msgstr, read.tcomment, read.fuzzy) == ("a\u2028b", "c\u2029d", "note", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('#= fuzzy\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", flags=("fuzzy",)), id="flags of gettext 1.0"),
        pytest.param(
            '#~| msgid "alt"\n#~ msgid "a"\n#~ msgstr "b"\n',
            Entry("a", "b", previous=(("msgid", "alt"),), obsolete=True),
            id="previous msgid of an obsolete entry",
        ),
        pytest.param('#no space\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", comments=("no space",)), id="bare comment"),
        pytest.param('## x\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", comments=("# x",)), id="comment with two signs"),
        pytest.param(
            '#.c\n#:f:1\n#,fuzzy\n#|msgid "z"\nmsgid "a"\nmsgstr "b"\n',
            Entry("a", "b", None, ("fuzzy",), (), ("c",), ("f:1",), (("msgid", "z"),)),
            id="marks without a space",
        ),
        pytest.param('#~msgid "a"\n#~msgstr "b"\n', Entry("a", "b", obsolete=True), id="obsolete without a space"),
        pytest.param('msgid "a"\nmsgstr "b"', Entry("a", "b"), id="no final line feed"),
        pytest.param('msgid ""\n"a"\n"b"\nmsgstr ""\n"c "\n"d"\n', Entry("ab", "c d"), id="wrapped"),
        pytest.param(
            '# x\n#\n# y\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", comments=("x", "", "y")), id="empty comment"
        ),
        pytest.param(
            'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] ""\n',
            Entry("a", msgid_plural="as", msgstr_plural=("b", "")),
            id="plural",
        ),
        pytest.param('msgid "a\u2028b"\nmsgstr "\u0085"\n', Entry("a\u2028b", "\u0085"), id="line separators"),
    ],
)
def test_reads_what_the_world_writes(tmp_path: Path, text: str, expected: Entry) -> None:
    for data in (HEADER + text, "\ufeff" + HEADER + text, (HEADER + text).replace("\n", "\r\n")):
        assert _read(tmp_path, data).entries == (expected,)


def test_an_entry_without_header_keeps_its_first_comments(tmp_path: Path) -> None:
    assert _read(tmp_path, '# kept\nmsgid "a"\nmsgstr "b"\n').entries == (Entry("a", "b", comments=("kept",)),)


def test_other_charsets_are_read_by_the_header(tmp_path: Path) -> None:
    text = HEADER.replace("UTF-8", "CP1251") + 'msgid "a"\nmsgstr "дом"\n'
    assert _read(tmp_path, text.encode("cp1251")).entries[0].msgstr == "дом"


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        pytest.param(b'msgid "a"\nmsgstr "b"\n\nnonsense\n', ":4", "syntax error", id="nonsense"),
        pytest.param(b'msgid "a "b" c"\nmsgstr ""\n', ":1", "one too many", id="bare quote"),
        pytest.param(b'msgid "a"\nmsgstr "b\n', ":2", "no closing quote", id="open string"),
        pytest.param(b'#~ msgid "a"\n#~ msgstr ""\n#~ "b\\"\n', ":3", "no closing quote", id="escaped closing quote"),
        pytest.param(b'msgid "a"\nmsgstr "\xff"\n', ":2", "not utf-8 text", id="no UTF-8"),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_left_alone(
    tmp_path: Path, data: bytes, place: str, reason: str
) -> None:
    with pytest.raises(L10nError, match=reason) as caught:
        _read(tmp_path, data)
    assert caught.value.message.startswith(f"{tmp_path / 'x.po'}{place}: ")
    assert (tmp_path / "x.po").read_bytes() == data


def test_header_fields_keep_their_order_and_doubles(tmp_path: Path) -> None:
    fields = (("X-Zebra", "1"), ("Content-Type", "text/plain; charset=UTF-8"), ("X-Ant", "2"), ("X-Ant", "3"))
    po.write(tmp_path / "x.po", Catalogue(fields))
    assert po.read(tmp_path / "x.po").header == fields
