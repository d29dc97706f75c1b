"""A folder that somebody named for the packages and that has none: what is there instead, and what helps."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from l10n.engines.argos.packages import settings, store
from l10n.errors import PackageError

ARCHIVES = (".argosmodel", ".zip")
_FEW = 3


def nothing_in(folder: Path) -> PackageError | None:
    """What is wrong with a folder without packages; None for one that has some, and for Argos's own if empty.

    Argos's own is there only after the first installation; of another one, its absence is a slip.
    """
    where = shlex.quote(str(folder))
    if not store.can_be_opened(folder):
        return PackageError(f"{folder}: the folder's name is not UTF-8", "rename the folder")
    if folder.is_file():
        return PackageError(f"{folder}: a file, not a folder of packages", _folder_for(folder))
    try:
        archives = _archives_below(folder)
        packages, broken = store.scan(folder)
    except FileNotFoundError:
        return None if _is_argos(folder) else PackageError(f"{folder}: no such folder, so no packages", _check(where))
    except OSError as error:
        return PackageError(f"{folder}: cannot read the packages: {error.strerror or error}", "check its permissions")
    if packages or broken:
        return None
    if (folder / "metadata.json").is_file():
        hint = f"name the folder that it is in: --packages {shlex.quote(str(_parent(folder)))}"
        return PackageError(f"{folder}: a package, not a folder of packages", hint)
    if archives:
        return _archives(folder, archives)
    return None if _is_argos(folder) else PackageError(f"{folder}: no packages in this folder", _check(where))


def _archives_below(folder: Path) -> list[Path]:
    """Also in the folders in it; raises OSError."""
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    below = (archive for entry in entries if entry.is_dir() for archive in entry.glob(f"*{ARCHIVES[0]}"))
    return [entry for entry in entries if entry.suffix in ARCHIVES] + sorted(below)


def _folder_for(file: Path) -> str:
    """The hint for a file in place of a folder."""
    if file.suffix not in ARCHIVES:
        return "name the folder that has the packages"
    parent, archive = shlex.quote(str(_parent(file))), shlex.quote(str(file))
    return f"install it: l10n packages install --packages {parent} {archive}; then name this folder: {parent}"


def _parent(path: Path) -> Path:
    return path.resolve().parent if path.name in ("", "..") else path.parent


def _is_argos(folder: Path) -> bool:
    """It is where Argos puts packages without being told: nobody has named it."""
    return not settings.is_named() and folder == settings.packages_folder()


def _check(where: str) -> str:
    return f"check the path; or install some there: l10n packages install --packages {where} PAIR|FILE.argosmodel"


def _archives(folder: Path, archives: Sequence[Path]) -> PackageError:
    names = ", ".join(str(path.relative_to(folder)) for path in archives[:_FEW]) + ", …" * (len(archives) > _FEW)
    files = " ".join(shlex.quote(str(path)) for path in archives)
    hint = f"install them: l10n packages install --packages {shlex.quote(str(folder))} {files}"
    return PackageError(f"{folder}: only archives, none of them installed: {names}", hint)
