"""A folder that somebody named for the packages and that has none: what is there instead, and what helps."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from l10n.errors import PackageError
from l10n.packages import settings

ARCHIVES = (".argosmodel", ".zip")
_FEW = 3


def nothing_in(folder: Path) -> PackageError | None:
    """What is wrong with a folder without packages; None for one that has a folder in it, and for Argos's own if empty.

    Argos's own is there only after the first installation; of another one, its absence is a slip.
    """
    where = shlex.quote(str(folder))
    if folder.is_file():
        hint = "name the folder that has the packages"
        if folder.suffix in ARCHIVES:
            hint = f"an archive has to be installed: l10n packages install {where}; then leave --packages out"
        return PackageError(f"{folder}: a file, not a folder of packages", hint)
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except FileNotFoundError:
        return None if _is_argos(folder) else PackageError(f"{folder}: no such folder, so no packages", _check(where))
    except OSError as error:
        return PackageError(f"{folder}: cannot read the packages: {error.strerror or error}", "check its permissions")
    if any(entry.is_dir() for entry in entries):
        return None
    if archives := [entry for entry in entries if entry.suffix in ARCHIVES]:
        return _archives(folder, archives)
    return None if _is_argos(folder) else PackageError(f"{folder}: no packages in this folder", _check(where))


def _is_argos(folder: Path) -> bool:
    """It is where Argos puts packages without being told: nobody has named it."""
    return not settings.is_named() and folder == settings.packages_folder()


def _check(where: str) -> str:
    return f"check the path; or install some there: l10n packages install --packages {where} PAIR|FILE.argosmodel"


def _archives(folder: Path, archives: Sequence[Path]) -> PackageError:
    names = ", ".join(path.name for path in archives[:_FEW]) + ", …" * (len(archives) > _FEW)
    files = " ".join(shlex.quote(str(path)) for path in archives)
    hint = f"install them: l10n packages install --packages {shlex.quote(str(folder))} {files}"
    return PackageError(f"{folder}: only archives, none of them installed: {names}", hint)
