"""Formats of which the files are zip archives: the members that have texts, joined to one run of bytes, and back.

Each member has its name before it, with a NUL byte before and after that: no text has one. Whatever is not changed is
copied as it stands in the archive, headers and compressed bytes, as PKWARE's APPNOTE 6.3 names them.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from l10n.documents.archive.records import Records, records
from l10n.errors import L10nError
from l10n.files import sizes

MOST_MEMBERS = 10_000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file of OLE begins: what is encrypted with a password, and the formats of before 2007."""
_AGAIN = "open it in the program that it is from, and save it again"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_IS_ENCRYPTED = 1
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OSError)
"""What zipfile raises for files of strangers; RuntimeError also for what it does not implement."""


class Member(NamedTuple):
    """A member of an archive, within the joined bytes."""

    name: str
    start: int
    """Byte offset of its content in the joined bytes."""
    end: int


class ZipArchive:
    """A zip archive that can be written again; L10nError for what is none, is damaged, encrypted or too big."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path = path
        if data.startswith(_OLD):
            message = f"{path}: is encrypted with a password, or in an older format than its suffix says"
            raise L10nError(message, "save it without a password, in the format of its suffix")
        with self._told():
            self._file = zipfile.ZipFile(io.BytesIO(data))
            self._records = records(data)
        self._infos = {info.filename: info for info in self._file.infolist()}
        if len(self._file.infolist()) > MOST_MEMBERS:
            raise L10nError(f"{path}: has more than {MOST_MEMBERS:,} members", "leave it out of the sources")
        if len(self._infos) < len(self._file.infolist()):
            raise L10nError(f"{path}: has two members of one name", _AGAIN)

    @property
    def names(self) -> tuple[str, ...]:
        """What the members are called, in the order of the archive."""
        return tuple(self._infos)

    @property
    def records(self) -> Records:
        """What the archive consists of."""
        return self._records

    def content(self, name: str) -> bytes:
        """What is in a member; L10nError if it is damaged or too big, or there is no such member."""
        info = self._infos.get(name)
        if info is None:
            raise L10nError(f"{self._path}: lacks its member {name}", _AGAIN)
        if info.flag_bits & _IS_ENCRYPTED:
            raise L10nError(f"{self._path}: its member {name} is encrypted", "save it without a password")
        if info.compress_type not in _METHODS:
            raise L10nError(f"{self._path}: its member {name} is neither stored nor deflated", _AGAIN)
        sizes.check(info.file_size, f"{self._path}: its member {name}", "part the document into several")
        with self._told():
            return self._file.read(info)

    def joined(self, names: Iterable[str]) -> bytes:
        """These members with their names; L10nError also if they are too big together, or one has a NUL byte."""
        parts: list[bytes] = []
        total = 0
        for name in names:
            content = self.content(name)
            total += len(content)
            sizes.check(total, f"{self._path}: what is to be read in it", "part the document into several")
            if b"\0" in content:
                raise L10nError(f"{self._path}: its member {name} looks binary, or is not UTF-8", _AGAIN)
            parts += (b"\0", name.encode(), b"\0", content)
        return b"".join(parts)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """L10nError for whatever is wrong with the archive."""
        try:
            yield
        except _FAULTS as error:
            raise L10nError(f"{self._path}: is no zip archive, or a damaged one ({error})", _AGAIN) from None


def members(joined: bytes) -> list[Member]:
    """The members of the joined bytes, in their order."""
    read, position = [], 1
    while position < len(joined):
        start = joined.index(b"\0", position) + 1
        end = joined.find(b"\0", start)
        end = len(joined) if end < 0 else end
        read.append(Member(joined[position : start - 1].decode(), start, end))
        position = end + 1
    return read


def packed(data: bytes, joined: bytes) -> bytes:
    """The archive with these members in place of its own; the archive itself, byte for byte, if they are the same."""
    return with_contents(data, {member.name: joined[member.start : member.end] for member in members(joined)})


def with_contents(data: bytes, contents: Mapping[str, bytes]) -> bytes:
    """The same for members that are not joined, by their names."""
    archive = ZipArchive(data, Path())
    changed = {name: content for name, content in contents.items() if content != archive.content(name)}
    numbers = {name: number for number, name in enumerate(archive.names)}
    return archive.records.with_contents({numbers[name]: content for name, content in changed.items()})
