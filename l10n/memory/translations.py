"""The cache of machine translations: what packages have made of a segment, once and for all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from l10n.memory.database import storable


class Key(NamedTuple):
    """What a machine translation depends on."""

    text: str
    """The segment."""
    packages: tuple[str, ...]
    """In the order in which they translate, with their versions: `("de-en-1.0", "en-ru-1.9")`; without spaces."""
    settings: str = ""
    """Whatever else changes the result, as `beam=4`."""


def cached(connection: sqlite3.Connection, keys: Iterable[Key]) -> dict[Key, str]:
    """The values that are there."""
    values = {}
    for key in keys:
        row = connection.execute(
            "SELECT value FROM translation WHERE packages = ? AND settings = ? AND segment = ?", _columns(key)
        ).fetchone()
        if row:
            values[key] = row[0]
    return values


def remember(connection: sqlite3.Connection, values: Mapping[Key, str], made: str) -> None:
    """Keep values; one under the same key is replaced."""
    connection.executemany(
        "INSERT OR REPLACE INTO translation (packages, settings, segment, value, made) VALUES (?, ?, ?, ?, ?)",
        ((*_columns(key), storable(value), made) for key, value in values.items()),
    )


def remove(connection: sqlite3.Connection, installed: Collection[str] | None, before: str | None, dry_run: bool) -> int:
    """Remove what was made by packages that are no longer installed, or before this date; how many there are."""
    rows = connection.execute("SELECT DISTINCT packages FROM translation").fetchall()
    gone = [names for (names,) in rows if installed is not None and not set(names.split()) <= set(installed)]
    which = "packages IN (SELECT value FROM json_each(?)) OR made < ?"
    values = (json.dumps(gone), before or "")
    count = int(connection.execute(f"SELECT count(*) FROM translation WHERE {which}", values).fetchone()[0])  # noqa: S608  # parts of ours
    if count and not dry_run:
        connection.execute(f"DELETE FROM translation WHERE {which}", values)  # noqa: S608  # parts of ours
    return count


def _columns(key: Key) -> tuple[str, str, str]:
    return " ".join(key.packages), key.settings, storable(key.text)
