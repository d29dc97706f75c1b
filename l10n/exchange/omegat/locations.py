"""Where the files of a project are, and which catalogues it may name: the folder may come from a stranger."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.errors import L10nError
from l10n.exchange.omegat import ExportedCatalogue, Project

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[_@-][A-Za-z0-9]{1,12}){0,4}")


def inside(folder: Path, name: str) -> Path:
    """This file of the project; L10nError if it, or a link in its way, leads out of the folder."""
    path = folder / name
    try:
        safe = path.resolve() == folder.resolve() / name
    except (OSError, RuntimeError, ValueError):  # a circle of links; a name that no file can have
        safe = False
    if not safe:
        raise L10nError(f"{path}: leads out of the project", "take the folder as `l10n export omegat` made it")
    return path


def named(path: Path, root: Path) -> str:
    """What a manifest calls a catalogue: its path below the settings' folder, or the whole path."""
    absolute = path.resolve()
    known = root.resolve()
    return (absolute.relative_to(known) if absolute.is_relative_to(known) else absolute).as_posix()


def catalogues(project: Project, allowed: Iterable[Path], root: Path) -> list[tuple[ExportedCatalogue, Path | None]]:
    """The catalogues of the project and their files: None for one that is not allowed, as no other file is touched."""
    known = {named(path, root): path for path in allowed}
    return [(catalogue, known.get(catalogue.path)) for catalogue in project.catalogues]


def is_language(code: str) -> bool:
    """The code has the form of one."""
    return _LANGUAGE.fullmatch(code) is not None


@contextlib.contextmanager
def looking_into(path: Path) -> Iterator[None]:
    """For the time of the block, the system's refusal to let us look there is an L10nError."""
    try:
        yield
    except OSError as error:
        hint = "check the path and its permissions"
        raise L10nError(f"{path}: cannot read: {error.strerror}", hint) from None


def language(code: str, path: Path) -> str:
    """The language as OmegaT writes it: `pt-BR`; L10nError for what is none."""
    if not is_language(code):
        what = f"'{code}' is no language" if code else "the language is unknown"
        raise L10nError(f"{path}: {what}", "the header's field Language names it")
    return re.sub("[_@]", "-", code)
