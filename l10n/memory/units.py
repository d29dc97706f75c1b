"""The units in the file: added, learnt, read, removed."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from l10n.memory.database import digest, number, storable
from l10n.memory.form import VERSION, bag, normal_text, tokens
from l10n.memory.unit import Unit, UnitOrigin
from l10n.memory.words import seen

COLUMNS = "source, target, source_language, language, previous, next, origin, who, changed, created, markup"
BEST_FIRST = "origin = 'reviewed' DESC, origin = 'published', changed DESC, id"
"""How several translations of one source are ordered."""

_Row = tuple[int | str | None, ...]
_FormRow = tuple[int, str, str, bytes]

_INSERT = f"""
INSERT INTO unit (segment, variant, form, {COLUMNS}, imported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (segment, variant) DO UPDATE SET
    who = CASE WHEN excluded.origin = 'published' AND origin <> 'published' THEN who
          WHEN origin = 'published' AND excluded.origin <> 'published' THEN excluded.who
          WHEN excluded.changed >= changed AND excluded.who <> '' THEN excluded.who ELSE who END,
    changed = CASE WHEN excluded.origin = 'published' AND origin <> 'published' THEN changed
              WHEN origin = 'published' AND excluded.origin <> 'published' THEN excluded.changed
              ELSE max(changed, excluded.changed) END,
    created = CASE WHEN '' IN (created, excluded.created) THEN max(created, excluded.created)
              ELSE min(created, excluded.created) END,
    origin = CASE WHEN 'reviewed' IN (origin, excluded.origin) THEN 'reviewed'
             WHEN 'human' IN (origin, excluded.origin) THEN 'human' ELSE excluded.origin END,
    imported = max(imported, excluded.imported),
    form = CASE WHEN excluded.markup <> '' THEN excluded.form ELSE form END,
    markup = CASE WHEN excluded.markup <> '' THEN excluded.markup ELSE markup END
"""  # noqa: S608  # columns of ours


@dataclass(frozen=True, slots=True)
class Learning:
    """An entry of a catalogue as the memory sees it."""

    msgctxt: str | None
    msgid: str
    unit: Unit | None
    """None if nobody has accepted a translation, or not any more."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What became of the entries."""

    new: int = 0
    known: int = 0
    """Units that the memory had already, from this catalogue or another."""
    replaced: int = 0
    """Units that went because their entry has another translation now."""
    forgotten: int = 0
    """Units that went because their entry has none that counts any more."""


def add(connection: sqlite3.Connection, units: Iterable[Unit], imported: bool = True) -> int:
    """Insert or update; how many are new. Within a transaction of the caller's."""
    forms: dict[int, _FormRow] = {}
    rows = [_row(unit, imported, forms) for unit in units]
    before = _highest(connection)
    connection.executemany("INSERT OR IGNORE INTO form (id, language, text, bag) VALUES (?, ?, ?, ?)", forms.values())
    connection.executemany(_INSERT, rows)
    return int(connection.execute("SELECT count(*) FROM unit WHERE id > ?", (before,)).fetchone()[0])


def renew(connection: sqlite3.Connection) -> None:
    """Bring the normal forms up to date that an older l10n has stored. Within a transaction of the caller's."""
    rows = connection.execute(
        "SELECT id, source_language, source, form FROM unit WHERE source GLOB '*[''’ʼʻ]*'"  # all that changed since 1
    ).fetchall()
    for unit, language, source, before in rows:
        normal = normal_text(source)
        if (key := form_id(language, normal)) != before:
            values = _form_row(key, normal, language)
            connection.execute("INSERT OR IGNORE INTO form (id, language, text, bag) VALUES (?, ?, ?, ?)", values)
            connection.execute("UPDATE unit SET form = ? WHERE id = ?", (key, unit))
    connection.execute("DELETE FROM form WHERE id NOT IN (SELECT form FROM unit)")
    connection.execute("INSERT OR REPLACE INTO property (name, value) VALUES ('form', ?)", (VERSION,))


def is_stale(connection: sqlite3.Connection) -> bool:
    """The normal forms are those of an older l10n."""
    row = connection.execute("SELECT value FROM property WHERE name = 'form'").fetchone()
    return (row[0] if row else 1) < VERSION


def learn(connection: sqlite3.Connection, document: str, language: str, entries: Iterable[Learning]) -> Learnt:
    """Take what the entries of a document say now; what they said before goes, unless others say so, too."""
    taken = list(entries)
    new = add(connection, (entry.unit for entry in taken if entry.unit), imported=False)
    replaced = forgotten = 0
    for entry in taken:
        entry_key = digest(storable(document), language, *(_text(text) for text in (entry.msgctxt, entry.msgid)))
        before = connection.execute("SELECT unit FROM learnt WHERE place = ?", (entry_key,)).fetchone()
        now = _id(connection, entry.unit) if entry.unit else None
        if before and before[0] == now:
            continue
        if before:
            connection.execute("DELETE FROM learnt WHERE place = ?", (entry_key,))
            gone = _forget(connection, before[0])
            replaced, forgotten = replaced + (gone and now is not None), forgotten + (gone and now is None)
        if now is not None:
            connection.execute("INSERT INTO learnt (place, unit) VALUES (?, ?)", (entry_key, now))
    known = sum(entry.unit is not None for entry in taken) - new
    return Learnt(new, known, replaced, forgotten)


def any_of(connection: sqlite3.Connection, source_language: str, language: str) -> bool:
    """There are units of these languages."""
    row = connection.execute(
        "SELECT 1 FROM unit WHERE source_language = ? AND language = ? LIMIT 1", (source_language, language)
    ).fetchone()
    return row is not None


def read(
    connection: sqlite3.Connection, source_language: str | None = None, language: str | None = None
) -> Iterator[Unit]:
    """All units of these languages, in the order in which they came."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM unit WHERE source_language = coalesce(?, source_language)"  # noqa: S608  # columns of ours
        " AND language = coalesce(?, language) ORDER BY id",
        (source_language, language),
    )
    return map(unit_of, rows)


def remove(
    connection: sqlite3.Connection, origin: UnitOrigin | None, before: str | None, language: str | None, dry_run: bool
) -> int:
    """Remove units of this origin, last changed before this date, and what only served them; how many there are."""
    which = (
        "origin = coalesce(:origin, origin) AND language = coalesce(:language, language)"
        " AND (:before IS NULL OR changed < :before)"
    )
    values = {"origin": origin, "before": before, "language": language}
    count = int(connection.execute(f"SELECT count(*) FROM unit WHERE {which}", values).fetchone()[0])  # noqa: S608  # parts of ours
    if count and not dry_run:
        connection.execute(f"DELETE FROM unit WHERE {which}", values)  # noqa: S608  # parts of ours
        connection.execute("DELETE FROM learnt WHERE unit NOT IN (SELECT id FROM unit)")
        connection.execute("DELETE FROM form WHERE id NOT IN (SELECT form FROM unit)")
    return count


def form_id(language: str, normal: str) -> int:
    """The number of a normal form."""
    return number(language, normal)


def segment_id(source_language: str, language: str, source: str) -> int:
    """What the translations of a source have in common."""
    return number(source_language, language, source)


def unit_of(row: tuple[str, ...]) -> Unit:
    """The unit in a row of COLUMNS."""
    source, target, source_language, language, previous, following, origin, *rest = row
    return Unit(source, target, source_language, language, previous, following, UnitOrigin(origin), *rest)


def _row(unit: Unit, imported: bool, forms: dict[int, _FormRow]) -> _Row:
    source, target = storable(unit.source), storable(unit.target)
    previous, following = _text(unit.previous), _text(unit.next)
    normal = normal_text(seen(source, unit.markup))
    key = form_id(unit.source_language, normal)
    if key not in forms:
        forms[key] = _form_row(key, normal, unit.source_language)
    segment = segment_id(unit.source_language, unit.language, source)
    context = (unit.source_language, unit.language, previous, following)
    texts = (source, target, *context, unit.origin, storable(unit.who), unit.when, unit.created, unit.markup)
    return (segment, number(target, previous, following), key, *texts, int(imported))


def _form_row(key: int, normal: str, language: str) -> _FormRow:
    numbers = bag(tokens(normal))
    return key, language, normal, struct.pack(f"<{len(numbers)}I", *numbers)


def _id(connection: sqlite3.Connection, unit: Unit) -> int:
    segment = segment_id(unit.source_language, unit.language, storable(unit.source))
    variant = number(storable(unit.target), _text(unit.previous), _text(unit.next))
    row = connection.execute("SELECT id FROM unit WHERE segment = ? AND variant = ?", (segment, variant)).fetchone()
    return int(row[0])


def _forget(connection: sqlite3.Connection, unit: int) -> bool:
    """Remove a unit that nothing else has given; True if it is gone."""
    done = connection.execute(
        "DELETE FROM unit WHERE id = ?1 AND NOT imported AND NOT EXISTS (SELECT 1 FROM learnt WHERE unit = ?1)", (unit,)
    )
    return done.rowcount > 0


def _highest(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM unit").fetchone()[0])


def _text(text: str | None) -> str | None:
    return None if text is None else storable(text)
