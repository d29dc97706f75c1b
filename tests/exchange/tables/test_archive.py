"""Zip files of strangers are refused in one line, whatever is in them, and nothing is unpacked to see it."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.errors import L10nError
from l10n.exchange.tables import archive
from l10n.exchange.tables.kinds import KINDS, TableOptions
from l10n.files import sizes
from tests.exchange.tables.rows import row, sheet

_PARTS = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
_BOMB = b" " * (archive.UNPACKED // 8)


@pytest.fixture(params=_PARTS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / f"ru.{kind}"
    path.write_bytes(KINDS[kind].write([sheet(row("Haus", "дом"))], TableOptions()))
    return path


def _refused(kind: str, path: Path, message: str) -> None:
    with pytest.raises(L10nError, match=message) as caught:
        KINDS[kind].read(path)
    assert caught.value.message.startswith(f"{path}: ")
    assert "\n" not in caught.value.message
    assert caught.value.hint


def _with(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)


def _part_changed(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as file:
        parts = {member: file.read(member) for member in file.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for member, data in parts.items():
            file.writestr(member, change(data) if member == name else data)


def test_a_file_that_unpacks_to_too_much_is_not_unpacked(kind: str, path: Path) -> None:
    for number in range(2):
        _with(path, f"bomb{number}.xml", _BOMB)
    _refused(kind, path, r"unpacks to 64 MiB, more than 256 MiB, or 200 times its own size")


def test_a_file_of_that_size_is_not_opened(kind: str, path: Path) -> None:
    os.truncate(path, sizes.MOST + 1)
    _refused(kind, path, "more than the 64 MiB that l10n reads")


def test_too_many_files_are_not_looked_at(kind: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 3)
    _refused(kind, path, "files in it, more than 3")


def test_a_file_that_could_not_come_back_is_not_written(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 3)
    with pytest.raises(L10nError, match=r"could not be read back: \d+ files in it, more than 3") as caught:
        KINDS[kind].write([sheet(row("Haus", "дом"))], TableOptions())
    assert "fewer catalogues" in caught.value.hint


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(kind: str, path: Path, encoding: str) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>'
    _part_changed(path, _PARTS[kind], lambda _: f"<?xml version='1.0'?><!-- -->{entities}<x>&b;</x>".encode(encoding))
    _refused(kind, path, f"{_PARTS[kind]} has a document type")


def test_a_truncated_file_is_refused(kind: str, path: Path) -> None:
    data = path.read_bytes()
    for size in (len(data) // 2, 100, 10):
        path.write_bytes(data[:size])
        _refused(kind, path, "cannot be read: File is not a zip file")


def test_a_damaged_file_is_refused(kind: str, path: Path) -> None:
    with zipfile.ZipFile(path) as file:
        start = file.getinfo(_PARTS[kind]).header_offset + 60
    data = path.read_bytes()
    path.write_bytes(data[:start] + bytes(50) + data[start + 50 :])
    _refused(kind, path, "cannot be read")


def test_a_file_with_a_password_is_refused(kind: str, path: Path) -> None:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504))
    _refused(kind, path, "protected by a password")


def test_an_encrypted_archive_is_refused(kind: str, path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the first flag in the directory
    path.write_bytes(data)
    _refused(kind, path, "it is encrypted")


def test_an_archive_of_other_things_is_refused(kind: str, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("readme.txt", "Guten Tag")
    _refused(kind, path, "no workbook|no Word document")


def test_a_file_that_is_not_there_is_named(kind: str, path: Path) -> None:
    path.unlink()
    _refused(kind, path, "cannot read: No such file")


def test_parts_that_are_no_xml_are_refused(kind: str, path: Path) -> None:
    _part_changed(path, _PARTS[kind], lambda _: b"GIF89a")
    _refused(kind, path, f"{_PARTS[kind]}:1: syntax error")


@pytest.mark.parametrize("encoding", ["none", "utf-7", "gbk", "rot13"])
def test_an_encoding_that_nobody_knows_is_refused(kind: str, path: Path, encoding: str) -> None:
    _part_changed(path, _PARTS[kind], lambda _: f'<?xml version="1.0" encoding="{encoding}"?><x/>'.encode())
    _refused(kind, path, "cannot be read|no sheet|no table")


def test_elements_within_elements_without_end_are_refused_or_passed_over(kind: str, path: Path) -> None:
    deep = b"<x>" * 100_000 + b"</x>" * 100_000
    _part_changed(path, _PARTS[kind], lambda _: deep)
    with pytest.raises(L10nError):
        KINDS[kind].read(path)
