"""Plain text in and out: every Unicode encoding with a mark, and a clear word for all else."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from l10n.documents import Reading, plain
from l10n.documents.file import content
from l10n.errors import L10nError
from l10n.model import BlockKind

TEXT = "Straße\r\nKyjiw\u2028\xa0„x“\n"
A_FILE = Path("a.txt")


def _read(data: bytes) -> Reading:
    return plain.read(data, A_FILE, lambda text: [(0, len(text))])


def _encode(text: str, before: bytes) -> bytes:
    return plain.encode(text, memoryview(before), memoryview(b""))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_whatever_its_encoding(encoding: str) -> None:
    assert _read(TEXT.encode(encoding)).text == TEXT


def test_utf_16_is_read_in_both_byte_orders() -> None:
    assert _read(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["none", "UTF-8"])
def test_a_text_is_written_in_utf_8_unless_a_mark_says_more(mark: bytes) -> None:
    assert _encode("Straße", mark + b"abc") == "Straße".encode()


def test_a_text_is_written_as_the_file_that_it_stands_in() -> None:
    assert _encode("ß", codecs.BOM_UTF16_BE + b"\0a") == b"\0\xdf"
    assert _encode("ß", codecs.BOM_UTF32_LE) == b"\xdf\0\0\0"


def test_what_is_no_character_does_not_stop_writing() -> None:
    assert _encode("a\ud800", b"") == b"a?"


def test_headings_are_told_by_their_looks_and_the_first_is_the_title() -> None:
    blocks = _read(b"Von Anna Muster\n\nTitel\n\nEin Satz.\nZwischentitel\nNoch ein Satz.\n").blocks
    assert [(block.kind, block.number, block.level, block.line) for block in blocks] == [
        (BlockKind.PARAGRAPH, 1, 0, 1),
        (BlockKind.HEADING, 1, 1, 3),
        (BlockKind.PARAGRAPH, 2, 0, 5),
        (BlockKind.HEADING, 2, 2, 6),
        (BlockKind.PARAGRAPH, 3, 0, 7),
    ]


def test_a_line_of_several_sentences_is_no_heading() -> None:
    (block,) = plain.read(b"Von links. Nach rechts", A_FILE, lambda _: [(0, 10), (11, 22)]).blocks
    assert (block.kind, block.level) == (BlockKind.PARAGRAPH, 0)


def test_the_structure_is_where_blank_lines_stand() -> None:
    skeleton = plain.skeleton(b"Titel\n\n \r\nEins\nzwei\n\n")
    assert skeleton == (None, "\n \r\n", None, "\n")
    assert skeleton == plain.skeleton(b"\xef\xbb\xbfAnderer\n\n \r\nText\n\n")
    assert skeleton != plain.skeleton(b"Titel\n\n\r\nEins\nzwei\n\n")


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        pytest.param(b"", "", "is empty", id="empty"),
        pytest.param(b" \n\xc2\xa0\n", "", "is empty", id="white space only"),
        pytest.param("a\nStraße".encode("latin-1"), ":2", "not UTF-8 text (byte 0xdf)", id="Latin-1"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", "looks binary", id="PNG"),
        pytest.param(b"a\nb\0c", ":2", "looks binary (character U+0000)", id="NUL"),
        pytest.param(b"\xff\xfea", "", "not UTF-16-LE text", id="half a UTF-16 character"),
    ],
)
def test_other_files_are_refused_with_the_place(data: bytes, place: str, message: str) -> None:
    with pytest.raises(L10nError) as caught:
        _read(data)
    assert caught.value.message.startswith(f"{A_FILE}{place}")
    assert message in caught.value.message
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="no such file"):
        content(tmp_path / "a.txt")
    with pytest.raises(L10nError, match="is a folder"):
        content(tmp_path)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="POSIX permissions")
def test_a_file_in_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)  # root may read everything, nobody may not
        with pytest.raises(L10nError, match="cannot read: Permission denied"):
            content(folder / "a.txt")
    finally:
        os.seteuid(user)
