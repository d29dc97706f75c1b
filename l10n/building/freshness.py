"""Whether published files are current: what they were made of is as it was, and they are as they were written.

Compared are digests: of a source that of its bytes, of a catalogue that of what `build` reads in it, so that a comment,
a line number or an obsolete entry makes no article stale.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from l10n.building import manifest
from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import machine_origin
from l10n.catalogue.states import state
from l10n.errors import L10nError
from l10n.files import refuse_special
from l10n.model import Catalogue
from l10n.model.events import Event


class Staleness(StrEnum):
    """Why a published file is not current, or nobody can tell."""

    SOURCE_CHANGED = "source changed"
    SOURCE_GONE = "source gone"
    SOURCE_UNREADABLE = "source unreadable"
    CATALOGUE_CHANGED = "catalogue changed"
    """Texts, states or entries are others."""
    CATALOGUE_GONE = "catalogue gone"
    CATALOGUE_UNREADABLE = "catalogue unreadable"
    EDITED = "edited"
    """The file is not what `build` has written: somebody has edited it."""
    GONE = "gone"
    """The file itself: removed, or moved aside as it could not be built any more."""
    UNKNOWN = "unknown"
    """An earlier version has built it, and recorded nothing of what it was made of."""


@dataclass(frozen=True, slots=True)
class Published(Event):
    """A file that `build` has written, and what is to be said against it."""

    path: Path
    source: Path
    catalogue: Path | None
    """None if the document has nothing to translate, or nobody knows."""
    language: str
    edition: str
    """Which bilingual edition it is; empty for the article."""
    reasons: tuple[Staleness, ...]
    """None if it is current."""


def published(folder: Path) -> Iterator[Published]:
    """The files that `build` has written into the folder, by path; each source and catalogue is read once."""
    file, catalogue = cache(_file), cache(_catalogue)
    for name, output in sorted(manifest.read(folder).items()):
        path, source = folder / name, _from(folder, output.source)
        po_file = _from(folder, output.catalogue) if output.catalogue else None
        reasons = [_judged(_file(path), output.sha256, *_ARTICLE)]
        if output.source_sha256:
            reasons.append(_judged(file(source), output.source_sha256, *_SOURCE))
        else:
            reasons.append(Staleness.UNKNOWN)
        if po_file:
            reasons.append(_judged(catalogue(po_file), output.catalogue_sha256, *_CATALOGUE))
        yield Published(path, source, po_file, output.language, output.edition, tuple(filter(None, reasons)))


def digest(data: bytes) -> str:
    """SHA-256, as the manifest has it."""
    return hashlib.sha256(data).hexdigest()


def catalogue_digest(catalogue: Catalogue) -> str:
    """Of all that decides what becomes of a catalogue's texts in an article: keys, texts, states, machines."""
    hashed = hashlib.sha256()
    for entry in catalogue.active:
        parts = (entry.msgctxt or "", entry.msgid, *entry.texts, state(entry), machine_origin(entry) and "mt")
        hashed.update("\0".join(parts).encode("utf-8", "surrogatepass") + b"\0\0")
    return hashed.hexdigest()


_ARTICLE = (Staleness.GONE, Staleness.EDITED, Staleness.EDITED)
_SOURCE = (Staleness.SOURCE_GONE, Staleness.SOURCE_UNREADABLE, Staleness.SOURCE_CHANGED)
_CATALOGUE = (Staleness.CATALOGUE_GONE, Staleness.CATALOGUE_UNREADABLE, Staleness.CATALOGUE_CHANGED)
_GONE, _UNREADABLE = "gone", "unreadable"
"""In place of a digest."""


def _from(folder: Path, name: str) -> Path:
    """The path that the manifest of the folder has, from there; as short as `..` allows."""
    return Path(os.path.normpath(folder / name))


def _judged(now: str, before: str, gone: Staleness, unreadable: Staleness, changed: Staleness) -> Staleness | None:
    if now == before:
        return None
    return {_GONE: gone, _UNREADABLE: unreadable}.get(now, changed)


def _file(path: Path) -> str:
    """The digest of a file."""
    try:
        refuse_special(path)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return _GONE
    except (OSError, ValueError, L10nError):
        return _UNREADABLE


def _catalogue(path: Path) -> str:
    try:
        refuse_special(path)
        return catalogue_digest(po.read(path))
    except L10nError as error:
        return _GONE if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError) else _UNREADABLE
    except (OSError, ValueError):
        return _UNREADABLE
