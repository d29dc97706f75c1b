"""Source files in and out: every Unicode encoding with a mark, and a clear word for all else."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents.plain import encoded, read
from l10n.errors import L10nError

TEXT = "Straße\r\nKyjiw\u2028\xa0„x“\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    assert read(tmp_path / "a.txt")[0] == TEXT


def test_utf_16_is_read_in_both_byte_orders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert read(tmp_path / "a.txt")[0] == TEXT


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t\f\u2028"), min_size=1),
    st.sampled_from(
        [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]
    ),
)
def test_what_is_read_and_written_is_the_same_file(tmp_path: Path, text: str, mark: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(encoded(f"Ä{text}", mark))
    assert read(path) == (f"Ä{text}", mark)


def test_what_is_no_character_does_not_stop_writing() -> None:
    assert encoded("a\ud800", b"") == b"a?"


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
def test_other_files_are_refused_with_the_place(tmp_path: Path, data: bytes, place: str, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(L10nError) as caught:
        read(path)
    assert caught.value.message.startswith(f"{path}{place}")
    assert message in caught.value.message
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(L10nError, match="no such file"):
        read(tmp_path / "a.txt")
    with pytest.raises(L10nError, match="is a folder"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="POSIX permissions")
def test_a_file_in_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)  # root may read everything, nobody may not
        with pytest.raises(L10nError, match="cannot read: Permission denied"):
            read(folder / "a.txt")
    finally:
        os.seteuid(user)
