"""The folder of the articles: what is the same is not written again, what cannot be built any more is moved aside.

A file is ours if it is byte for byte what `build` wrote there last; no other is moved or removed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from l10n.building import manifest
from l10n.building.freshness import catalogue_digest, digest
from l10n.building.manifest import Output
from l10n.errors import L10nError, WriteError
from l10n.files import real, write_bytes
from l10n.model import Catalogue
from l10n.model.events import Event
from l10n.reports.characters import shown, visible

SUFFIX = ".stale"
"""What the name of an article that is moved aside ends in."""


class Reason(Enum):
    """Why an article is no longer what it should be."""

    FAILED = "failed"
    """It cannot be built, for a reason that has been told."""
    MOVED = "moved"
    """The article of its source has got another path."""
    SOURCE_GONE = "source gone"


@dataclass(frozen=True, slots=True)
class Retired(Event):
    """An article that an earlier run has written is not current any more."""

    path: Path
    aside: Path | None
    """Where it is now; None if it stays where it was, as it is not what `build` wrote there last."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What an article is made of."""

    source: bytes
    """The file."""
    catalogue: Catalogue
    path: Path | None
    """Of the catalogue; None if the document has nothing to translate."""


class Shelf:
    """The folder as one run finds and leaves it; call `save` at the end, whatever happens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = manifest.read(folder)
        self._changes: dict[str, Output | None] = {}
        self._expected: dict[str, Output] = {}

    def expect(self, path: Path, source: Path, lang: str, edition: str) -> None:
        """Say what an article is for, before it is put there or cannot be."""
        self._expected[self._name(path)] = Output(self._from_here(source), lang, edition, "")

    def put(self, path: Path, data: bytes, made_of: Ingredients) -> bool:
        """Write an expected article; True if it was there already, and nothing has been written. Raises WriteError."""
        name = self._name(path)
        unchanged = _holds(path, data)
        if not unchanged:
            write_bytes(path, data)
        if old := self._known.get(name):
            aside = _aside(path)
            if _is(aside, old.sha256):
                with _told(aside, "remove"):
                    aside.unlink()
        self._changes[name] = replace(
            self._expected[name],
            sha256=digest(data),
            source_sha256=digest(made_of.source),
            catalogue=self._from_here(made_of.path) if made_of.path else "",
            catalogue_sha256=catalogue_digest(made_of.catalogue),
        )
        return unchanged

    def retire(self, path: Path, reason: Reason) -> Retired | None:
        """Move the article that was built there aside; None if there is none. Raises L10nError if that fails."""
        old = self._known.get(self._name(path))
        if not os.path.isfile(path):  # noqa: PTH113  # never raises
            if old and not os.path.isfile(_aside(path)):  # noqa: PTH113
                self._changes[self._name(path)] = None
            return None
        if not old or not _is(real(path), old.sha256):
            if reason is not Reason.FAILED:  # nothing will be built there any more, and it has been told once
                self._changes[self._name(path)] = None
            return Retired(path, None, reason)
        aside = _aside(path)
        if os.path.lexists(aside) and not _is(aside, old.sha256):
            message = f"{shown(path)}: cannot be moved aside, {visible(aside.name)} is in the way"
            raise L10nError(message, "the article is no longer current: see which of the two files to keep")
        with _told(path, "move aside"):
            real(path).replace(aside)
        return Retired(path, path.with_name(aside.name), reason)

    def superseded(self, whole: bool) -> Iterator[tuple[Path, Reason]]:
        """Articles that have another path by now, and of a `whole` project those whose source is gone."""
        expected = {output.purpose for output in self._expected.values()}
        for name, output in self._known.items():
            if name in self._expected:
                continue
            if output.purpose in expected:
                yield self._folder / name, Reason.MOVED
            elif whole and _is_gone(Path(os.path.normpath(self._folder.absolute() / output.source))):
                yield self._folder / name, Reason.SOURCE_GONE

    def save(self) -> None:
        """Record what was written. Raises WriteError."""
        if self._changes:
            manifest.update(self._folder, self._changes)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _from_here(self, path: Path) -> str:
        try:
            return Path(os.path.relpath(path, self._folder)).as_posix()
        except ValueError:  # on another drive of Windows
            return path.absolute().as_posix()


def _holds(path: Path, data: bytes) -> bool:
    """The file is there, has these bytes, and is no pipe or device, which would be read."""
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _is(path: Path, sha256: str) -> bool:
    """The file, and no link, is there and has this digest."""
    try:
        return path.is_file() and not path.is_symlink() and digest(path.read_bytes()) == sha256
    except OSError:
        return False


def _aside(path: Path) -> Path:
    """Beside the file itself, not beside a link to it."""
    target = real(path)
    return target.with_name(target.name + SUFFIX)


@contextlib.contextmanager
def _told(path: Path, what: str) -> Iterator[None]:
    """WriteError for what the system refuses."""
    try:
        yield
    except OSError as error:
        hint = "it is no longer current: remove it"
        raise WriteError(f"{shown(path)}: cannot {what}: {error.strerror}", hint) from error


def _is_gone(source: Path) -> bool:
    """It certainly is: what may not be looked at may be there."""
    try:
        source.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
