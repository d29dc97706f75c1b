"""A package as a file: FILE.argosmodel, a zip from somewhere. Nothing is unpacked before all of it has been checked."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from l10n.engines.argos.packages import metadata
from l10n.engines.argos.packages.metadata import Metadata
from l10n.engines.argos.packages.workplace import reporting
from l10n.errors import L10nError, PackageError, WriteError

_CHUNK = 1 << 20
BROKEN = "download it again, or take it from another place"
_HOSTILE = "do not use this file; take the package from another place"


@dataclass(frozen=True, slots=True)
class Limits:
    """What an honest package stays far below; sizes in bytes."""

    entries: int = 10_000
    unpacked: int = 2 * 1024**3
    ratio: int = 200
    """Of the sizes unpacked and packed; models hardly shrink. Not asked of `small` ones."""
    small: int = 64 * 1024**2
    metadata: int = metadata.LARGEST


@dataclass(frozen=True, slots=True)
class Archive:
    """A checked archive. What is in its files is not read yet: damage there shows when it is unpacked."""

    path: Path
    about: Metadata
    top: str
    """The one folder everything is in."""
    entries: tuple[zipfile.ZipInfo, ...]
    """Files only, of allowed names, sizes and kinds."""


def check(path: Path, limits: Limits | None = None) -> Archive:
    """Read the directory of the zip and its metadata.json. Raises PackageError, and L10nError if there is no file."""
    limits = limits or Limits()
    if not path.is_file():
        raise L10nError(f"{path}: no such file", "give a package file, FILE.argosmodel, or a pair such as de-en")
    with _zip(path) as opened:
        entries = opened.infolist()
        for reason in _dangers(entries, path.stat().st_size, limits):
            raise PackageError(f"{path}: not safe to unpack: {reason}", _HOSTILE)
        try:
            files = [entry for entry in entries if not entry.is_dir()]
            top = _top(entries)
            about = _about(opened, files, top, limits)
        except ValueError as error:
            raise PackageError(f"{path}: not an Argos package: {error}", BROKEN) from error
    return Archive(path, about, top, tuple(files))


def unpack(archive: Archive, room: Path) -> Path:
    """Write the files into a new folder `room`; the package's folder there. Never more than was declared is written.

    Raises PackageError if a checksum is wrong (CRC-32, of the zip itself), WriteError if the disk is full.
    """
    size = sum(entry.file_size for entry in archive.entries)
    with reporting(room):
        room.mkdir()
    if size > (free := shutil.disk_usage(room).free):
        raise WriteError(f"{room}: {size} bytes to unpack, {free} free", "free some space and run again")
    with _zip(archive.path) as opened:
        for entry in archive.entries:
            _unpack(opened, entry, room.joinpath(*entry.filename.split("/")))
    return room / archive.top


def _unpack(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
    with opened.open(entry) as packed:
        with reporting(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("xb")
        with file:
            while chunk := packed.read(_CHUNK):
                with reporting(path):
                    file.write(chunk)
            with reporting(path):
                file.flush()
                os.fsync(file.fileno())
            if file.tell() != entry.file_size:
                raise EOFError(f"{entry.filename} ends too early")


@contextmanager
def _zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Whatever a damaged or foreign file does to zipfile becomes a PackageError."""
    try:
        with zipfile.ZipFile(path) as opened:
            yield opened
    except OSError as error:
        raise PackageError(f"{path}: cannot be read: {error.strerror or error}", BROKEN) from error
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OverflowError) as error:
        reason = f"damaged: {error}" if zipfile.is_zipfile(path) else "not an Argos package: no whole zip archive"
        if _is_web_page(path):
            reason = "not an Argos package: a web page"
        raise PackageError(f"{path}: {reason}", BROKEN) from error


def _is_web_page(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _dangers(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> Iterator[str]:
    if len(entries) > limits.entries:
        yield f"{len(entries)} entries, more than {limits.entries}"
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked:
        yield f"{unpacked} bytes unpacked, more than {limits.unpacked}"
    if unpacked > max(limits.small, limits.ratio * size):
        yield f"{size} bytes become {unpacked}"
    if sum(entry.compress_size for entry in entries) > size:
        yield "its entries overlap"
    for entry in entries:
        if reason := _name_danger(entry) or _kind_danger(entry):
            yield f"{entry.orig_filename!r} {reason}"
    yield from _clashes(entries)


def _name_danger(entry: zipfile.ZipInfo) -> str:
    """Names must mean the same place below the folder on every system."""
    name = entry.orig_filename  # `filename` ends at a NUL and has backslashes turned on Windows
    parts = name.removesuffix("/").split("/")
    if ".." in parts:
        return "leads out of the folder"
    if name.startswith("/") or ":" in name:
        return "is absolute"
    if "\\" in name or not name.isprintable():
        return "has characters that file names cannot have"
    if any(part in ("", ".") or part.endswith((".", " ")) or len(part.encode()) > 255 for part in parts):
        return "is not a plain path"
    return ""


def _kind_danger(entry: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if entry.is_dir() else stat.S_IFREG):
        return "is a link or a special file"
    if entry.flag_bits & 0x1:
        return "is encrypted"
    # bzip2 and lzma cannot be unpacked in pieces of a known size
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed by another method than deflate"
    return ""


def _clashes(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    """Names that are one name on systems that ignore case or Unicode form, or a file and a folder at once."""
    files, folders = set[str](), set[str]()
    for entry in entries:
        key = unicodedata.normalize("NFC", entry.filename.removesuffix("/")).casefold()
        if key in files or (key in folders and not entry.is_dir()):
            yield f"{entry.filename!r} comes twice"
        if not entry.is_dir():
            files.add(key)
        parts = key.split("/")
        folders.update("/".join(parts[:end]) for end in range(1, len(parts) + entry.is_dir()))
    for name in sorted(files & folders):
        yield f"{name!r} is a file and a folder"


def _top(entries: list[zipfile.ZipInfo]) -> str:
    tops = sorted({entry.filename.split("/")[0] for entry in entries})
    if len(tops) != 1:
        raise ValueError(f"one folder at the top expected, not {len(tops)}")
    return tops[0]


def _about(opened: zipfile.ZipFile, files: list[zipfile.ZipInfo], top: str, limits: Limits) -> Metadata:
    sizes = {entry.filename.removeprefix(f"{top}/"): entry.file_size for entry in files}
    if "metadata.json" not in sizes:
        raise ValueError("no metadata.json")
    if sizes["metadata.json"] > limits.metadata:
        raise ValueError("metadata.json is too large")
    values = metadata.fields(opened.read(f"{top}/metadata.json"))
    if not metadata.is_translation(values):
        raise ValueError(f"its type is {str(values.get('type'))[:40]!r}, not 'translate'")
    about = metadata.from_fields(values)
    if about.version == metadata.UNKNOWN_VERSION:
        raise ValueError("metadata.json has no package_version")
    if metadata.MODEL not in sizes:
        raise ValueError(f"no {metadata.MODEL}")
    if not sizes.keys() & set(metadata.TOKENIZERS):
        raise ValueError(f"no {' or '.join(metadata.TOKENIZERS)}")
    return about
