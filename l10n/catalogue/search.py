"""Which PO files the user means, and which language each is in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.errors import L10nError
from l10n.languages import LANGUAGES
from l10n.model import Catalogue


def po_files(paths: Iterable[Path]) -> list[Path]:
    """The files given, and all `*.po` below the folders given, each once; L10nError for a path that is not there."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise L10nError(f"{path}: no such file or folder", "name a PO file, or a folder that has some")
        found |= dict.fromkeys(sorted(_below(path)) if path.is_dir() else [path])
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    """The PO files in the folder; L10nError if a part of it cannot be read, as nobody would miss its files."""
    for parent, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(".po") and not name.startswith(".") and (path := Path(parent, name)).is_file():
                yield path


def _unreadable(error: OSError) -> None:
    raise L10nError(f"{error.filename}: {error.strerror}", "give yourself the right to read it, or name other folders")


def home(path: Path) -> Path:
    """The folder to lock for this PO file: of the gettext layout its `locales`, else the file's own."""
    absolute = path.absolute()
    return absolute.parents[2] if absolute.parent.name == "LC_MESSAGES" else absolute.parent


def language_of(path: Path, catalogue: Catalogue) -> str:
    """The target language: the header's, else that of the path (`ru/LC_MESSAGES/x.po`, `ru/x.po`, `x.ru.po`, `ru.po`).

    As the header has it (`pt_BR`), without a check that we know it; empty if neither tells.
    """
    named = dict(catalogue.header).get("Language", "")
    parts = (path.stem.rpartition(".")[2], *(parent.name for parent in list(path.parents)[:2]))
    return named or next((part for part in parts if part in LANGUAGES), "")


def document_of(path: Path) -> str:
    """What the document is called: outside our layout a file's name says little (`po/ru.po`), but the path does."""
    return path.stem if path.absolute().parent.name == "LC_MESSAGES" else path.as_posix()
