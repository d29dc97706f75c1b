"""What catalogues say of texts that no person wrote: kept, as a note typed over it in an editor would erase it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

MarkKey = tuple[str, str]
"""Digests of source and text, as marks have them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text that no person wrote."""

    source: str
    """Digest."""
    text: str
    """Digest; of plural forms, that of all of them."""
    comments: tuple[str, ...]
    """Our lines beside it."""


def keep(connection: sqlite3.Connection, language: str, new: Iterable[Marked]) -> None:
    """Keep the marks; those of before for the same texts are replaced."""
    connection.executemany(
        "INSERT OR REPLACE INTO mark (language, source, text, comments) VALUES (?, ?, ?, ?)",
        ((language, marked.source, marked.text, json.dumps(marked.comments, ensure_ascii=True)) for marked in new),
    )


def find(connection: sqlite3.Connection, language: str, keys: Iterable[MarkKey]) -> dict[MarkKey, tuple[str, ...]]:
    """The comments of the texts that are known."""
    comments = {}
    for key in keys:
        row = connection.execute(
            "SELECT comments FROM mark WHERE language = ? AND source = ? AND text = ?", (language, *key)
        ).fetchone()
        if row:
            comments[key] = tuple(json.loads(row[0]))
    return comments
