"""A memory that is only read: nothing is written to it, or beside it, and it is not brought up to date.

SQLite keeps what was written last in a file beside (`-wal`) until the last program closes the memory. Without such a
file the memory is opened as one that nobody changes (`immutable`), as only that needs no permission in its folder and
leaves nothing there. If somebody changes it all the same meanwhile, what was read is given up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import refuse_special
from l10n.memory import database, units
from l10n.memory.reader import MemoryReader

_READABLE = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
"""What SQLite complains of after it could read the file."""


class ReadOnlyMemory(MemoryReader):
    """A memory whose file stays as it is; L10nError if it is missing, or not as this l10n keeps it."""

    def __init__(self, path: Path) -> None:
        with _told(path):
            if not path.exists():
                raise L10nError(f"{path}: no translation memory", "put one there, or take it out of the settings")
            refuse_special(path, "name a file")
            self._unchanged = _state(path)
            super().__init__(path, _connected(path, immutable=self._unchanged is not None))
            try:
                _check(self._connection, path)
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        with _told(self.path):
            try:
                yield
            finally:
                if self._unchanged is not None and _state(self.path) != self._unchanged:
                    hint = "run again; whoever writes to it should put another file in its place"
                    raise L10nError(f"{self.path}: somebody has changed it while it was read", hint)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite and the system say, as an error that names the file: none of writing."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _READABLE:
            raise database.failure(path, error) from error
        raise _unreadable(path, str(error)) from error
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error


def _unreadable(path: Path, why: str) -> L10nError:
    return L10nError(f"{path}: the translation memory cannot be read: {why}", "check the path and its permissions")


def _state(path: Path) -> tuple[int, int, int] | None:
    """What changes with the content; None while another program may have more of it beside the file."""
    file = path.resolve()
    beside = file.with_name(f"{file.name}-wal")
    if beside.exists() and beside.stat().st_size:
        return None
    about = file.stat()
    return about.st_ino, about.st_size, about.st_mtime_ns


def _connected(path: Path, immutable: bool) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}",
        timeout=database.WAIT,
        isolation_level=None,
        uri=True,
    )


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """L10nError if it is no memory, or that of another version."""
    version = database.pragma(connection, "user_version")
    if database.pragma(connection, "application_id") != database.APPLICATION or not version:
        raise database.foreign(path)
    if version > database.SCHEMA_VERSION:
        raise database.newer(path, version)
    if version < database.SCHEMA_VERSION or not database.has_markup(connection) or units.is_stale(connection):
        hint = f"whoever may write to it brings it up to date: l10n memory stats --memory {path.name}"
        raise L10nError(f"{path}: made by an older l10n", hint)
