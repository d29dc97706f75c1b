"""Which PO files the user means, and which language each is in."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from l10n.catalogue.layout import Layout, gettext_location
from l10n.errors import L10nError
from l10n.files import refuse_special
from l10n.languages.codes import any_code, base, told
from l10n.model import Catalogue

# `pt`, `pt_BR`, `sr-Latn`, `sr@latin`, at the end of a name and not in a word.
_CODE = re.compile(r"(?<![^._-])[a-z]{2,3}(?:[_-][A-Z]{2}|[_-][A-Z][a-z]{3}|@[a-z]+)?$")
_NOTHING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
OnError = Callable[[OSError], object]
"""What is done about a part of a folder that cannot be read."""
_IN_HEADERS = re.compile(r"[a-z]{2}(_[A-Z]{2})?")


def po_files(paths: Iterable[Path]) -> list[Path]:
    """The files given, and all `*.po` below the folders given, each once; L10nError for a path that is not there."""
    files: dict[Path, None] = {}
    for path in paths:
        try:
            files |= dict.fromkeys(_files(path))
        except OSError as error:
            hint = "give yourself the right to read it, or name other folders"
            raise L10nError(f"{error.filename}: {error.strerror}", hint) from None
    return list(files)


def files_below(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """The files with these suffixes in a folder; what cannot be read has none."""
    return sorted(_below(folder, suffixes, lambda _: None))


def _files(path: Path) -> list[Path]:
    """Raises OSError if a part of a folder cannot be read, as nobody would miss its files."""
    mode = _mode(path, _fail)
    if not mode:
        hint = "name a PO file, or a folder that has some, or make some: l10n draft SOURCE"
        raise L10nError(f"{path}: no such file or folder", hint)
    return sorted(_below(path, (".po",), _fail)) if stat.S_ISDIR(mode) else [path]


def _below(folder: Path, suffixes: tuple[str, ...], onerror: OnError) -> Iterator[Path]:
    """The files in the folder: links are followed to the folder of a language only, no folder is searched twice."""
    left, searched = [folder], set()
    for top in left:
        for parent, folders, names in os.walk(top, onerror=onerror):
            real = Path(parent).resolve()
            folders[:] = [] if real in searched else [name for name in folders if not name.startswith(".")]
            names[:] = [] if real in searched else [name for name in names if not name.startswith(".")]
            searched.add(real)
            links = (path for name in folders if (path := Path(parent, name)).is_symlink())
            left += [path for path in links if _is_language(path, onerror)]
            paths = (Path(parent, name) for name in names if name.endswith(suffixes))
            yield from (path for path in paths if stat.S_ISREG(_mode(path, onerror)))


def _is_language(folder: Path, onerror: OnError) -> bool:
    return folder.name == "LC_MESSAGES" or _mode(folder / "LC_MESSAGES", onerror) != 0


def _mode(path: Path, onerror: OnError) -> int:
    """The mode of a path as stat(2) has it; 0 if there is nothing."""
    try:
        return path.stat().st_mode
    except OSError as error:
        if error.errno not in _NOTHING:
            onerror(error)
        return 0


def _fail(error: OSError) -> None:
    raise error


def home(path: Path) -> Path:
    """The folder to lock for this PO file: of the gettext layout its `locales`, else the file's own.

    Of the file behind all links, as whoever writes to it by another way must find the same lock. L10nError for a pipe
    or a device: what is read from it cannot be changed in place.
    """
    refuse_special(path, "name a file, or move it away")
    real = path.resolve()
    location = gettext_location(real)
    return location.folder.parent if location else real.parent


def language_of(path: Path, catalogue: Catalogue) -> str:
    """The target language: the header's, else that of the path (`ru/LC_MESSAGES/x.po`, `ru/x.po`, `x.ru.po`, `ru.po`).

    As the header has it (`pt_BR`), without a check that we know it; empty if neither tells. A header that names the
    source language was copied from a template: then the path knows better. A language that is not ours is told by the
    folder of the gettext layout and by the whole name of the file only.
    """
    fields = dict(catalogue.header)
    named = fields.get("Language", "")
    if named and named != fields.get("X-Source-Language"):
        return named
    location = gettext_location(path)
    folder = location.folder.name if location else ""
    return _told(folder) or any_code(folder, rare=True) or path_language(path) or any_code(path.stem) or named


def path_language(path: Path) -> str:
    """The one of our languages that a part of the path is called by; empty if none is.

    In the layout of gettext its folder tells first: the document of `ru/LC_MESSAGES/en.po` is called `en`.
    """
    folders = [folder.name for folder in _language_folders(path)]
    name = path.stem.rpartition(".")[2]
    parts = (*folders, name) if gettext_location(path) else (name, *folders)
    return next(filter(None, map(_told, parts)), "")


def _language_folders(path: Path) -> list[Path]:
    """The folders that may be called after the language: in the layout of gettext a single one."""
    location = gettext_location(path)
    return [location.folder] if location else list(path.parents)[:2]


def siblings(path: Path, lang: str, other: str) -> Iterator[Path]:
    """The same catalogue in the other language: `en/LC_MESSAGES/x.po` of `ru/LC_MESSAGES/x.po`, `en_GB.po` of `ru.po`.

    Both languages are base codes; the file itself is none of them.
    """
    absolute = path.absolute()
    for folder in _language_folders(absolute):
        if base(folder.name) == lang:
            beside = (named / absolute.relative_to(folder) for named in _named(folder, other))
            yield from filter(Path.is_file, beside)
    head, code = _coded(absolute.stem)
    if base(code) == lang:
        yield from (
            child
            for child in _children(absolute.parent)
            if child.suffix == path.suffix and _is_coded(child, head, other)
        )


def counterpart(path: Path, lang: str, other: str) -> Path:
    """Where the same catalogue in the other language would be."""
    for folder in _language_folders(path):
        if base(folder.name) == lang:
            return folder.with_name(other) / path.relative_to(folder)
    head, code = _coded(path.stem)
    return path.with_name(f"{head if base(code) == lang else f'{path.stem}.'}{other}{path.suffix}")


def _named(folder: Path, lang: str) -> list[Path]:
    """The folders beside this one that are called after the language."""
    return [child for child in _children(folder.parent) if base(child.name) == lang and child != folder]


def _is_coded(path: Path, head: str, lang: str) -> bool:
    other, code = _coded(path.stem)
    return other == head and base(code) == lang


def _coded(stem: str) -> tuple[str, str]:
    """`x.` and `pt_BR` of `x.pt_BR`: what may be the code of a language at the end, and what stands before it."""
    match = _CODE.search(stem)
    return (stem[: match.start()], match[0]) if match else (stem, "")


def _children(folder: Path) -> list[Path]:
    """What is in the folder; nothing if it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def settled_language(path: Path, catalogue: Catalogue) -> str:
    """The same for what is to be written: of the folders' names only that of the gettext layout counts.

    So a file comes out alike in any folder, and from whichever it is called. A header's odd lines do not count.
    """
    named = catalogue.field("Language").split("\n")[0].strip()
    location = gettext_location(path.absolute())
    return named or _told(location.folder.name if location else path.stem.rpartition(".")[2])


def _told(part: str) -> str:
    """The language that a part of a path is called by, as a header has it: `uk`, `uk_UA`."""
    return part if told(part) and _IN_HEADERS.fullmatch(part) else told(part)


def document_of(path: Path, layout: Layout | None = None) -> str:
    """What the document is called: outside our layouts a file's name says little (`po/ru.po`), but the path does."""
    location = (layout and layout.location(path)) or gettext_location(path.absolute())
    return location.document if location else path.as_posix()
