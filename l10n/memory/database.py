"""The SQLite file: opened or created, and what can be wrong with it said in one line.

WAL, so that others read while one writes; each write is a transaction that begins with the lock (BEGIN IMMEDIATE) and
waits for others. What is committed outlives a killed process.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import cast

from l10n.errors import L10nError, WriteError
from l10n.files import refuse_special

APPLICATION = 0x6C31306E
"""“l10n”, in the file's header."""
SCHEMA_VERSION = 1
WAIT = 60.0
"""Seconds for which another process may hold the lock; a batch of ours holds it for less than one."""

_MARKS = """
CREATE TABLE mark (
    language TEXT NOT NULL, source TEXT NOT NULL, text TEXT NOT NULL, -- digests, as catalogues have them
    comments TEXT NOT NULL,   -- JSON: our lines of the entry
    PRIMARY KEY (language, source, text)
) WITHOUT ROWID
"""
_MARKUP = "ALTER TABLE unit ADD COLUMN markup TEXT NOT NULL DEFAULT ''"
_SCHEMA = """
CREATE TABLE form (
    id INTEGER PRIMARY KEY,   -- digest of language and text
    language TEXT NOT NULL,
    text TEXT NOT NULL,       -- normal form of sources, see l10n.memory.form
    bag BLOB NOT NULL         -- its tokens, 32 bits each
);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL, -- digest of languages and source
    variant INTEGER NOT NULL, -- digest of target and neighbours
    form INTEGER NOT NULL,
    source_language TEXT NOT NULL, language TEXT NOT NULL,
    source TEXT NOT NULL, target TEXT NOT NULL,
    previous TEXT, next TEXT,
    origin TEXT NOT NULL, who TEXT NOT NULL, changed TEXT NOT NULL, created TEXT NOT NULL,
    markup TEXT NOT NULL DEFAULT '', -- form of the inline elements
    imported INTEGER NOT NULL -- 0: learnt only, and goes with the last entry that it was learnt from
);
CREATE UNIQUE INDEX unit_key ON unit (segment, variant);
CREATE INDEX unit_form ON unit (language, form);
CREATE TABLE learnt (
    place BLOB PRIMARY KEY,   -- digest of document, language, msgctxt and msgid
    unit INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX learnt_unit ON learnt (unit);
CREATE TABLE translation (
    packages TEXT NOT NULL, settings TEXT NOT NULL, segment TEXT NOT NULL,
    value TEXT NOT NULL, made TEXT NOT NULL,
    PRIMARY KEY (packages, settings, segment)
) WITHOUT ROWID;
CREATE TABLE draft (
    document TEXT NOT NULL, language TEXT NOT NULL, msgctxt TEXT, msgid TEXT NOT NULL,
    text TEXT NOT NULL, risk REAL, features TEXT NOT NULL, engine TEXT NOT NULL, made TEXT NOT NULL
);
CREATE UNIQUE INDEX draft_key ON draft (document, language, msgid, coalesce('=' || msgctxt, ''));
CREATE TABLE property (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""


def connect(path: Path, create: bool = True) -> sqlite3.Connection:
    """The memory in this file; L10nError if it is something else, WriteError if it cannot be written."""
    if not create and not path.exists():
        raise L10nError(
            f"{path}: no translation memory", "fill one with l10n draft or l10n memory learn, or name it with --memory"
        )
    with told(path):
        refuse_special(path, "name another file with --memory")
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into an error that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise failure(path, error) from error
    except OSError as error:
        raise WriteError(
            f"{path}: cannot write: {error.strerror or error}", "check the folder's permissions"
        ) from error


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All or nothing; kind DEFERRED for reading what belongs together."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def number(*texts: str | None) -> int:
    """A digest of 64 bits, as SQLite's integers are."""
    return int.from_bytes(digest(*texts)[:8], "big", signed=True)


def digest(*texts: str | None) -> bytes:
    """16 bytes; None is another text than any."""
    if None in texts:
        data = "\0".join(["-" if text is None else f"={text}" for text in texts])
    else:
        data = "=" + "\0=".join(cast(tuple[str, ...], texts))  # in half the time
    return blake2b(data.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def storable(text: str) -> str:
    """SQLite keeps UTF-8: lone surrogates, of badly decoded input, become question marks."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if not pragma(connection, "user_version"):
        with transaction(connection):
            _create(connection, path)
    application, version = pragma(connection, "application_id"), pragma(connection, "user_version")
    if application != APPLICATION:
        raise foreign(path)
    if version > SCHEMA_VERSION:
        raise newer(path, version)
    for has, statement in ((_has_marks, _MARKS), (has_markup, _MARKUP)):  # which version 0.1.0 did not keep
        if not has(connection):
            with transaction(connection):
                if not has(connection):
                    connection.execute(statement)
    _write_ahead(connection)
    for setting in ("synchronous = NORMAL", "cache_size = -65536", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {setting}")


def _has_marks(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'mark'").fetchone()[0])


def has_markup(connection: sqlite3.Connection) -> bool:
    """The units have a column for their inline form, which version 0.1.0 did not make."""
    names = "SELECT count(*) FROM pragma_table_info('unit') WHERE name = 'markup'"
    return bool(connection.execute(names).fetchone()[0])


def _create(connection: sqlite3.Connection, path: Path) -> None:
    """Unless another process has done it meanwhile."""
    if pragma(connection, "user_version"):
        return
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] or pragma(connection, "application_id"):
        raise foreign(path)
    for statement in _SCHEMA.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Two processes that open a new file may both want to change its mode, and SQLite does not let them wait."""
    until = time.monotonic() + WAIT
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        else:
            break  # a file system without shared memory keeps the mode it has
        time.sleep(0.01)


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The number that SQLite keeps under this name."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def newer(path: Path, version: int) -> L10nError:
    """That the file has a schema that we do not know."""
    return L10nError(f"{path}: made by a newer l10n (schema {version})", "update l10n, or name another file")


def foreign(path: Path) -> L10nError:
    """That the file is something else."""
    return L10nError(f"{path}: not a translation memory of l10n", "name another file; TMX files: l10n memory import")


def failure(path: Path, error: sqlite3.Error) -> L10nError:
    """What SQLite says, with the file and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_NOTADB:
            return foreign(path)
        case sqlite3.SQLITE_CORRUPT:
            hint = "restore it from a backup, or save what can be read with sqlite3's .recover"
            return L10nError(f"{path}: the translation memory is damaged: {error}", hint)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return WriteError(f"{path}: another process is writing to it", "wait until it is done and run again")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            hint = "make file and folder writable, or name another file with --memory"
            return WriteError(f"{path}: the translation memory cannot be written: {error}", hint)
        case sqlite3.SQLITE_FULL:
            return WriteError(f"{path}: no room: {error}", "free some space and run again; what was there is kept")
        case _:
            return WriteError(f"{path}: {error}", "check the file and the disk it is on, and run again")
