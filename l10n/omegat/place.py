"""Where the files of a project are, and which catalogues it may name: the folder may come from a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from l10n.errors import L10nError
from l10n.omegat import MANIFEST, Project, Sheet

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[_@-][A-Za-z0-9]{1,12}){0,4}")


def inside(folder: Path, name: str) -> Path:
    """This file of the project; L10nError if it, or a link in its way, leads out of the folder."""
    path = folder / name
    if path.resolve() != folder.resolve() / name:
        raise L10nError(f"{path}: leads out of the project", "take the folder as `l10n export omegat` made it")
    return path


def named(path: Path, root: Path) -> str:
    """What a manifest calls a catalogue: its path below the settings' folder, or the whole path."""
    absolute = path.resolve()
    known = root.resolve()
    return (absolute.relative_to(known) if absolute.is_relative_to(known) else absolute).as_posix()


def catalogues(folder: Path, project: Project, allowed: Iterable[Path], root: Path) -> list[tuple[Sheet, Path]]:
    """The sheets and their catalogues; L10nError for one that is not among the allowed: no other file is touched."""
    known = {named(path, root): path for path in allowed}
    found = []
    for sheet in project.sheets:
        if sheet.path not in known:
            hint = "name the catalogues that the project was made from: l10n import omegat FOLDER PO..."
            raise L10nError(f"{folder / MANIFEST}: '{sheet.path}' is none of the catalogues of this run", hint)
        found.append((sheet, known[sheet.path]))
    return found


def language(code: str, path: Path) -> str:
    """The language as OmegaT writes it: `pt-BR`; L10nError for what is none."""
    if not _LANGUAGE.fullmatch(code):
        what = f"'{code}' is no language" if code else "the language is unknown"
        raise L10nError(f"{path}: {what}", "the header's field Language names it")
    return re.sub("[_@]", "-", code)
