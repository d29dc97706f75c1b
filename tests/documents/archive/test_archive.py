"""Files that are zip archives: what is not changed is copied, what cannot be written again is refused."""

from __future__ import annotations

import contextlib
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents import archive as archives_module
from l10n.documents.archive import ZipArchive, members, packed
from l10n.errors import L10nError
from l10n.files import sizes
from tests.documents.archive.archives import archive, archives, contents

PATH = Path("a.docx")
THREE = {"a.xml": b"<a>eins</a>", "b.bin": bytes(range(256)) * 20, "c.xml": b"<c/>" * 500}


@given(sample=archives())
def test_an_archive_with_its_own_members_is_the_same_byte_for_byte(sample: tuple[dict[str, bytes], bytes]) -> None:
    expected, data = sample
    opened = ZipArchive(data, PATH)
    assert {name: opened.content(name) for name in opened.names} == expected
    joined = opened.joined(opened.names)
    assert {member.name: joined[member.start : member.end] for member in members(joined)} == expected
    assert packed(data, joined) == data


@given(sample=archives(), data=st.data())
def test_other_contents_are_read_by_other_programs_and_all_else_is_copied(
    sample: tuple[dict[str, bytes], bytes], data: st.DataObject
) -> None:
    before, file = sample
    opened = ZipArchive(file, PATH)
    changed = {
        name: data.draw(st.binary(max_size=30)).replace(b"\0", b"") for name in before if data.draw(st.booleans())
    }
    joined = b"".join(b"\0%s\0%s" % (name.encode(), content) for name, content in changed.items())
    written = packed(file, joined)
    assert contents(written) == before | changed
    assert ZipArchive(written, PATH).names == opened.names
    again = ZipArchive(written, PATH).records
    for name, old, new in zip(opened.names, opened.records.locals, again.locals, strict=True):
        assert old == new or before[name] != changed.get(name)


def test_what_is_stored_stays_stored_and_in_its_place() -> None:
    data = archive(THREE, (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    written = packed(data, b"\0a.xml\0<a>zwei</a>\0c.xml\0<c/>")
    assert b"<a>zwei</a>" in written[:100]
    assert list(contents(written)) == list(THREE)


def _opened(data: bytes) -> bytes:
    opened = ZipArchive(data, PATH)
    return opened.joined(opened.names)


def _refused(data: bytes) -> L10nError:
    with pytest.raises(L10nError, match=r"^a\.docx: ") as caught:
        _opened(data)
    assert caught.value.hint
    assert "\n" not in caught.value.message
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK\3\4", id="cut short"),
        pytest.param(b"Wort" * 100, id="text"),
        pytest.param(archive(THREE)[:-30], id="without end"),
        pytest.param(archive(THREE) + b"!", id="something behind it"),
        pytest.param(b"#!/bin/sh\n" + archive(THREE), id="something before it"),
        pytest.param(archive(THREE).replace(b"b.bin", b"a.xml"), id="two of one name"),
        pytest.param(archive({"a.xml": b"<a\0/>"}), id="binary"),
        pytest.param(archive({"a.xml": b"<a/>"}, (zipfile.ZIP_BZIP2,)), id="bzip2"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), id="OLE"),
    ],
)
def test_what_cannot_be_written_again_is_refused(data: bytes) -> None:
    _refused(data)


@given(data=st.data())
def test_a_damaged_archive_is_refused_or_read(data: st.DataObject) -> None:
    file = bytearray(archive(THREE))
    for _ in range(data.draw(st.integers(1, 4))):
        file[data.draw(st.integers(0, len(file) - 1))] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(L10nError):
        _opened(bytes(file))


def test_what_is_encrypted_is_refused() -> None:
    data = bytearray(archive({"a.xml": b"<a/>"}))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(signature) + offset] |= 1
    assert "encrypted" in _refused(bytes(data)).message


def test_a_bomb_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes.check, "__defaults__", (1 << 20,))
    data = archive({"a.xml": b" " * (5 << 20)})
    assert len(data) < 10_000
    assert "is 5.0 MiB, more than" in _refused(data).message
    lying = data.replace(struct.pack("<I", 5 << 20), struct.pack("<I", 100))
    assert "damaged" in _refused(lying).message


def test_members_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes.check, "__defaults__", (1 << 20,))
    monkeypatch.setattr(archives_module, "MOST_MEMBERS", 3)
    half = b" " * (600 << 10)
    told = _refused(archive({"a.xml": half, "b.xml": half})).message
    assert "what is to be read in it: is 1.2 MiB" in told
    assert "more than 3 members" in _refused(archive({f"{number}": b"" for number in range(4)})).message
