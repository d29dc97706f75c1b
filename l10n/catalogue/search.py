"""Which PO files the user means, and which language each is in."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.errors import L10nError
from l10n.languages import told
from l10n.model import Catalogue

_NOTHING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
_IN_HEADERS = re.compile(r"[a-z]{2}(_[A-Z]{2})?")


def po_files(paths: Iterable[Path]) -> list[Path]:
    """The files given, and all `*.po` below the folders given, each once; L10nError for a path that is not there."""
    found: dict[Path, None] = {}
    for path in paths:
        try:
            found |= dict.fromkeys(_files(path))
        except OSError as error:
            hint = "give yourself the right to read it, or name other folders"
            raise L10nError(f"{error.filename}: {error.strerror}", hint) from None
    return list(found)


def _files(path: Path) -> list[Path]:
    """Raises OSError if a part of a folder cannot be read, as nobody would miss its files."""
    mode = _mode(path)
    if not mode:
        hint = "name a PO file, or a folder that has some, or make some: l10n draft SOURCE"
        raise L10nError(f"{path}: no such file or folder", hint)
    return sorted(_below(path)) if stat.S_ISDIR(mode) else [path]


def _below(folder: Path) -> Iterator[Path]:
    """The PO files in the folder: links are followed to the folder of a language only, no folder is searched twice."""
    left, searched = [folder], set()
    for top in left:
        for parent, folders, names in os.walk(top, onerror=_fail):
            real = Path(parent).resolve()
            folders[:] = [] if real in searched else [name for name in folders if not name.startswith(".")]
            names[:] = [] if real in searched else [name for name in names if not name.startswith(".")]
            searched.add(real)
            left += [path for name in folders if (path := Path(parent, name)).is_symlink() and _is_language(path)]
            yield from (
                path for name in names if name.endswith(".po") and stat.S_ISREG(_mode(path := Path(parent, name)))
            )


def _is_language(folder: Path) -> bool:
    return folder.name == "LC_MESSAGES" or _mode(folder / "LC_MESSAGES") != 0


def _mode(path: Path) -> int:
    """As stat(2) has it; 0 if there is nothing."""
    try:
        return path.stat().st_mode
    except OSError as error:
        if error.errno in _NOTHING:
            return 0
        raise


def _fail(error: OSError) -> None:
    raise error


def home(path: Path) -> Path:
    """The folder to lock for this PO file: of the gettext layout its `locales`, else the file's own."""
    absolute = path.absolute()
    return absolute.parents[2] if absolute.parent.name == "LC_MESSAGES" else absolute.parent


def language_of(path: Path, catalogue: Catalogue) -> str:
    """The target language: the header's, else that of the path (`ru/LC_MESSAGES/x.po`, `ru/x.po`, `x.ru.po`, `ru.po`).

    As the header has it (`pt_BR`), without a check that we know it; empty if neither tells. A header that names the
    source language was copied from a template: then the path knows better.
    """
    fields = dict(catalogue.header)
    named = fields.get("Language", "")
    parts = (path.stem.rpartition(".")[2], *(parent.name for parent in list(path.parents)[:2]))
    by_path = next(filter(None, map(_told, parts)), "")
    copied = named == fields.get("X-Source-Language")
    return by_path if by_path and (copied or not named) else named


def settled_language(path: Path, catalogue: Catalogue) -> str:
    """The same for what is to be written: of the folders' names only that of the gettext layout counts.

    So a file comes out alike in any folder, and from whichever it is called. A header's odd lines do not count.
    """
    named = dict(catalogue.header).get("Language", "").split("\n")[0].strip()
    folder = path.absolute().parent
    part = folder.parent.name if folder.name == "LC_MESSAGES" else path.stem.rpartition(".")[2]
    return named or _told(part)


def _told(part: str) -> str:
    """The language that a part of a path is called by, as a header has it: `uk`, `uk_UA`."""
    return part if told(part) and _IN_HEADERS.fullmatch(part) else told(part)


def document_of(path: Path) -> str:
    """What the document is called: outside our layout a file's name says little (`po/ru.po`), but the path does."""
    return path.stem if path.absolute().parent.name == "LC_MESSAGES" else path.as_posix()
