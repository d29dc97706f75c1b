"""Zip files of strangers: opened only if nothing in them can fill the memory, or have a parser read other files."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from l10n.errors import L10nError
from l10n.files import refuse_special, sizes

MEMBERS = 5_000
UNPACKED = 256 << 20
"""Bytes of all files in it."""
_RATIO, _FREE = 200, 10 << 20
"""Beyond so many bytes, a file that unpacks to so many times its size is none that people exchange."""
_CHUNK = 1 << 16
_HINT = "name a file that was made by `l10n export`, as its program has saved it"
_XML = (".xml", ".rels")
_ENCRYPTED = 1
_ZIP = b"PK"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""What Office wraps around files with passwords; once, around all files."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, LookupError)
"""What zipfile and expat raise for archives and encodings that they do not know."""


def looks_like(head: bytes, path: Path, member: re.Pattern[str], suffix: str) -> bool:
    """The file with these first bytes is an archive that has such a file; if it cannot be read, its name decides."""
    if not head.startswith((_ZIP, _OLE)):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return any(map(member.fullmatch, archive.namelist()))
    except (OSError, *_BROKEN):
        return path.suffix.lower() == suffix


@contextlib.contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, within the limits and without document types; L10nError for another."""
    refuse_special(path)
    try:
        sizes.check(path.stat().st_size, str(path), _HINT)
        with path.open("rb") as file:
            if file.read(len(_OLE)) == _OLE:
                raise L10nError(f"{path}: protected by a password, or of an old version", "save it without, anew")
        with zipfile.ZipFile(path) as archive:
            if reason := _excess(archive, path.stat().st_size):
                raise broken(path, reason)
            for info in archive.infolist():
                _check_document_type(path, archive, info)
            yield archive
    except _BROKEN as error:
        raise broken(path, str(error) or type(error).__name__) from None
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from None


def broken(path: Path, what: str) -> L10nError:
    """What is said of a file that cannot be read."""
    return L10nError(f"{path}: cannot be read: {what}", _HINT)


def check_readable(data: bytes) -> None:
    """L10nError for an archive of ours that could not come back, as it is beyond the limits."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if reason := _excess(archive, len(data)):
            raise L10nError(f"the file could not be read back: {reason}", "name fewer catalogues, a file for each part")


def _excess(archive: zipfile.ZipFile, packed: int) -> str:
    """Why an archive of so many bytes is not unpacked; empty if it may be."""
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)  # zipfile gives no more than what is stated
    if len(infos) > MEMBERS:
        return f"{len(infos):,} files in it, more than {MEMBERS:,}"
    if size > UNPACKED or size > max(_FREE, _RATIO * packed):
        return f"unpacks to {size >> 20:,} MiB, more than {UNPACKED >> 20} MiB, or {_RATIO} times its own size"
    return "it is encrypted" if any(info.flag_bits & _ENCRYPTED for info in infos) else ""


def _check_document_type(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """L10nError for a file with a document type, which only stands before the first element; for broken XML, too.

    Files of any name, as the others may call any of them a part.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: seen.append(True)
    parser.StartElementHandler = lambda *_: seen.append(False)
    seen: list[bool] = []
    try:
        with archive.open(info) as member:
            while not seen and (chunk := member.read(_CHUNK)):
                parser.Parse(chunk)
            if not seen:
                parser.Parse(b"", True)
    except expat.ExpatError as error:
        if not seen and info.filename.endswith(_XML):
            raise broken(path, f"{info.filename}:{error.lineno}: {expat.ErrorString(error.code)}") from None
    if seen and seen[0]:
        raise broken(path, f"{info.filename} has a document type, and such files never do")
