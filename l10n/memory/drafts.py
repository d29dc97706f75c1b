"""The first draft of each entry: what an evaluation compares with what people made of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from l10n.memory.database import storable


@dataclass(frozen=True, slots=True)
class FirstDraft:
    """A draft as it came, before anybody touched it."""

    document: str
    language: str
    msgctxt: str | None
    msgid: str
    text: str
    engine: str
    """`argos de-en-1.0+en-ru-1.9`, `l10n-tm`: as the catalogue's mark says."""
    risk: float | None = None
    when: str = ""
    """ISO 8601 in UTC."""
    features: str = ""
    """What the risk was made of, as whoever keeps it writes that."""


def keep(connection: sqlite3.Connection, drafts: Iterable[FirstDraft]) -> int:
    """Keep those whose entry has none yet; how many."""
    done = connection.executemany(
        "INSERT OR IGNORE INTO draft (document, language, msgctxt, msgid, text, engine, risk, made, features)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                storable(draft.document),
                draft.language,
                None if draft.msgctxt is None else storable(draft.msgctxt),
                storable(draft.msgid),
                storable(draft.text),
                draft.engine,
                draft.risk,
                draft.when,
                draft.features,
            )
            for draft in drafts
        ),
    )
    return max(0, done.rowcount)


def read(connection: sqlite3.Connection, document: str | None, language: str | None) -> Iterator[FirstDraft]:
    """Read the drafts of this document and language, or of all, in the order in which they came."""
    rows = connection.execute(
        "SELECT document, language, msgctxt, msgid, text, engine, risk, made, features FROM draft"
        " WHERE document = coalesce(?, document) AND language = coalesce(?, language) ORDER BY rowid",
        (document, language),
    )
    return (FirstDraft(*row) for row in rows)
