"""packages.lock.json: checksums of what was installed first. The Argos index has none, so the first sight is trusted.

It guards against archives that change under the same version and files that change on disk, not against somebody
who can write the packages folder: they can write this file as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from l10n import files
from l10n.engines.argos.packages.faults import fault
from l10n.engines.argos.packages.metadata import Metadata
from l10n.engines.argos.packages.store import Package, option, scan
from l10n.errors import PackageError

FILE_NAME = "packages.lock.json"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is remembered of a package."""

    folder: str
    files: Mapping[str, str]
    """SHA-256 of each file, by its path in the package with `/`."""
    archive: str = ""
    """SHA-256 of the archive; empty for a package that l10n did not install."""
    size: int = 0
    """Size of the archive in bytes."""
    origin: str = ""
    """The link it is from, or the name of the file."""


class PackageState(Enum):
    """What `verify` finds of a package."""

    OK = "ok"
    CHANGED = "changed"
    UNRECORDED = "unrecorded"
    """Installed by Argos itself, say; `record` remembers it as it is now."""
    BROKEN = "broken"
    MISSING = "missing"
    """Recorded, but no longer installed."""


@dataclass(frozen=True, slots=True)
class Verification:
    """One package and its state."""

    name: str
    """`de-en-1.0`; of a broken one its folder's name."""
    state: PackageState
    package: Package | None = None
    files: tuple[str, ...] = ()
    """The files that were changed, added or removed."""
    reason: str = ""
    """Why it is broken."""


def verify(folder: Path) -> list[Verification]:
    """Read every file of every package and compare; PackageError if the lock file itself cannot be read."""
    entries = load(folder)
    packages, broken = scan(folder)
    verifications = [_verified(package, entries.get(package.identity)) for package in packages]
    verifications += [Verification(each.path.name, PackageState.BROKEN, reason=each.reason) for each in broken]
    installed, unusable = {package.identity for package in packages}, {each.path.name for each in broken}
    missing = (name for name, entry in entries.items() if name not in installed and entry.folder not in unusable)
    return verifications + [Verification(name, PackageState.MISSING) for name in sorted(missing)]


def record(folder: Path, package: Package, *, archive: str = "", size: int = 0, origin: str = "") -> None:
    """Remember the package as it is now. Raises WriteError, and PackageError if the package cannot be read."""
    entry = Recorded(package.path.name, dict(_digests(package.path)), archive, size, origin)
    _save(folder, {**load(folder), package.identity: entry})


def forget(folder: Path, *keys: str) -> None:
    """Drop what is remembered under these keys, if anything."""
    entries = load(folder)
    if entries.keys() & set(keys):
        _save(folder, {name: entry for name, entry in entries.items() if name not in keys})


def compare(folder: Path, about: Metadata, digest: str) -> None:
    """PackageError if an archive of this name and version was installed before and had another SHA-256."""
    entry = load(folder).get(about.identity)
    if entry and entry.archive and entry.archive != digest:
        away = f"l10n packages remove {about.name}{option(folder)}"
        raise PackageError(
            f"{about.name}: the archive is not the one installed before: sha256 {digest}, recorded {entry.archive}",
            f"to accept it: {away}, then install again; or install with --force",
        )


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal; PackageError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise PackageError(f"{path}: cannot be read: {error.strerror or error}") from error


def load(folder: Path) -> dict[str, Recorded]:
    """All entries; none without a lock file. PackageError if it is there and unusable."""
    path = folder / FILE_NAME
    try:
        if files.is_special(path):  # it would be waited for
            raise ValueError("no file, but a pipe or a device")
        return dict(_entries(json.loads(path.read_bytes())))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(
            f"{path}: not a lock file of l10n: {error.strerror if isinstance(error, OSError) else error}",
            "restore it, or delete it to trust the installed packages as they are",
        ) from error


def _entries(data: object) -> Iterator[tuple[str, Recorded]]:
    match data:
        case {"version": 1, "packages": dict(packages)}:
            for name, fields in packages.items():
                yield name, _entry(name, fields)
        case _:
            raise ValueError("not of version 1")


def _entry(name: str, fields: object) -> Recorded:
    match fields:
        case {
            "folder": str(folder),
            "files": dict(digests),
            "archive": str(sha256),
            "size": int(size),
            "origin": str(origin),
        }:
            return Recorded(folder, digests, sha256, size, origin)
        case _:
            raise ValueError(f"odd entry {name!r}")


def _save(folder: Path, entries: Mapping[str, Recorded]) -> None:
    data = {"version": 1, "packages": {name: asdict(entry) for name, entry in sorted(entries.items())}}
    files.write_bytes(folder / FILE_NAME, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())


def _verified(package: Package, entry: Recorded | None) -> Verification:
    try:
        differing = {name for name, _ in dict(_digests(package.path)).items() ^ entry.files.items()} if entry else ()
    except PackageError as error:  # the others are still looked at
        return Verification(package.name, PackageState.BROKEN, package, reason=error.message)
    if differing:
        return Verification(package.name, PackageState.CHANGED, package, tuple(sorted(differing)))
    if wrong := fault(package.path, package.about):
        return Verification(package.name, PackageState.BROKEN, package, reason=wrong)
    return Verification(package.name, PackageState.OK if entry else PackageState.UNRECORDED, package)


def _digests(path: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path.rglob("*")):
        if file.is_file():  # a pipe would be waited for, a dangling link counts as absent
            yield file.relative_to(path).as_posix(), digest(file)
