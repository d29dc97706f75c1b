"""The memory as its users see it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from l10n.errors import L10nError
from l10n.memory import clock, database, drafts, marks, translations, units
from l10n.memory.concordance import ConcordanceHit, search
from l10n.memory.drafts import FirstDraft
from l10n.memory.marks import Marked
from l10n.memory.translations import Key
from l10n.memory.unit import LOWEST, THRESHOLD, MemoryMatch, Query, Unit, UnitOrigin
from l10n.memory.units import Learning, Learnt

if TYPE_CHECKING:
    from l10n.memory.lookup import Lookup

BATCH = 5_000
"""Units a transaction: short enough not to keep others waiting."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What is in a memory."""

    units: Mapping[tuple[str, str, UnitOrigin], int]
    """How many there are by source language, language and origin."""
    translations: Mapping[str, int]
    """Cached machine translations, by packages."""
    drafts: int
    size: int
    """How big the file is with what belongs to it, in bytes."""


class Memory:
    """A translation memory; a context manager. L10nError if the file is none or cannot be used."""

    def __init__(self, path: Path, create: bool = True) -> None:
        self.path = path
        self._connection = database.connect(path, create)
        self._lookup: tuple[object, Lookup] | None = None
        self._renew()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be asked any more."""
        self._lookup = None
        with database.told(self.path):
            self._connection.close()

    def add(self, new: Iterable[Unit]) -> int:
        """Add units, or update those that are there; how many were new."""
        return sum(count for _, count in self.adding(new))

    def adding(self, new: Iterable[Unit]) -> Iterator[tuple[int, int]]:
        """As `add`; after each batch, which is then committed, yields how many units it had and how many are new."""
        for batch, failure in _batches(new):
            with self._writing():
                count = units.add(self._connection, batch)
            yield len(batch), count
            if failure:
                raise failure

    def learn(self, document: str, language: str, entries: Iterable[Learning]) -> Learnt:
        """Take what a catalogue says now. A unit goes if its entry says something else, unless another gave it, too."""
        with self._writing():
            return units.learn(self._connection, document, language, entries)

    def units(self, source_language: str | None = None, language: str | None = None) -> Iterator[Unit]:
        """All units of these languages, oldest first, as the memory is when the first is asked for."""
        with database.told(self.path):
            yield from units.read(self._connection, source_language, language)

    def matches(
        self, queries: Sequence[Query], source_language: str, language: str, threshold: int = THRESHOLD
    ) -> list[MemoryMatch | None]:
        """The best match of each query; None where there is none of this score. The index is made at the first call."""
        if threshold < LOWEST:
            raise L10nError(f"a threshold of {threshold} %", f"give one from {LOWEST}: less is no resemblance")
        with database.told(self.path), database.transaction(self._connection, "DEFERRED"):
            if not units.any_of(self._connection, source_language, language):  # the index takes its time
                return [None] * len(queries)
            lookup = self._looking(source_language, language)
            return [lookup.best(query, threshold) for query in queries]

    def cached(self, keys: Iterable[Key]) -> dict[Key, str]:
        """The machine translations that are there."""
        with database.told(self.path):
            return translations.cached(self._connection, keys)

    def remember(self, values: Mapping[Key, str]) -> None:
        """Keep machine translations."""
        with self._writing():
            translations.remember(self._connection, values, clock.now())

    def keep_drafts(self, new: Iterable[FirstDraft]) -> int:
        """Keep the drafts of entries that have none yet, and tell how many those are."""
        with self._writing():
            return drafts.keep(self._connection, new)

    def first_drafts(self, document: str | None = None, language: str | None = None) -> list[FirstDraft]:
        """The first drafts of this document and language, or of all; in the order in which they came."""
        with database.told(self.path):
            return list(drafts.read(self._connection, document, language))

    def keep_marks(self, language: str, new: Iterable[Marked]) -> None:
        """Keep what catalogues say of texts that no person wrote."""
        with self._writing():
            marks.keep(self._connection, language, new)

    def marks(self, language: str, keys: Iterable[marks.MarkKey]) -> dict[marks.MarkKey, tuple[str, ...]]:
        """The comments that were kept of these sources and texts."""
        with database.told(self.path):
            return marks.find(self._connection, language, keys)

    def search(
        self,
        text: str,
        source_language: str | None = None,
        language: str | None = None,
        threshold: int = THRESHOLD,
        limit: int = 20,
    ) -> list[ConcordanceHit]:
        """Units that have the text in source or target, or something like it."""
        return search(self.units(source_language, language), text, threshold, limit)

    def keep_rate(self, beam: int, rate: float) -> None:
        """Keep how many words a second packages have made of late, whatever their legs."""
        with self._writing():
            values = (f"rate beam={beam}", rate)
            self._connection.execute("INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)", values)

    def rate(self, beam: int) -> float | None:
        """Words a second of the last long run; None if there was none."""
        with database.told(self.path):
            select = "SELECT value FROM property WHERE name = ?"
            row = self._connection.execute(select, (f"rate beam={beam}",)).fetchone()
        return float(row[0]) if row else None

    def stats(self) -> Stats:
        """Count what there is."""
        with database.told(self.path), database.transaction(self._connection, "DEFERRED"):
            run = self._connection.execute
            counts = run(
                "SELECT source_language, language, origin, count(*) FROM unit GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 DESC"
            )
            by_origin = {(source, target, UnitOrigin(origin)): number for source, target, origin, number in counts}
            cache = dict(run("SELECT packages, count(*) FROM translation GROUP BY 1").fetchall())
            kept = run("SELECT count(*) FROM draft").fetchone()[0]
        files = (self.path, *(self.path.with_name(self.path.name + end) for end in ("-wal", "-shm")))
        return Stats(by_origin, cache, kept, sum(file.stat().st_size for file in files if file.exists()))

    def prune_translations(
        self, installed: Collection[str] | None = None, before: str | None = None, dry_run: bool = False
    ) -> int:
        """Remove cached machine translations that used a package not installed any more, or are older; how many."""
        with self._writing():
            return translations.remove(self._connection, installed, before, dry_run)

    def prune_units(
        self,
        origin: UnitOrigin | None = None,
        before: str | None = None,
        language: str | None = None,
        dry_run: bool = False,
    ) -> int:
        """Remove units that fit all of this; how many."""
        with self._writing():
            return units.remove(self._connection, origin, before, language, dry_run)

    def shrink(self) -> None:
        """Give what pruning has freed back to the disk, unless others are at work; needs room for a copy."""
        with database.told(self.path):
            self._connection.execute("PRAGMA busy_timeout = 1000")
            try:
                self._connection.execute("VACUUM")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise
            self._connection.execute(f"PRAGMA busy_timeout = {int(database.WAIT * 1000)}")

    def _renew(self) -> None:
        with database.told(self.path):
            if units.is_stale(self._connection):
                with self._writing():
                    units.renew(self._connection)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with database.told(self.path), database.transaction(self._connection):
            yield

    def _looking(self, source_language: str, language: str) -> Lookup:
        """The index; made anew if another process or this one has changed the file since."""
        from l10n.memory.lookup import Lookup  # numpy takes its time to import

        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        state = (source_language, language, version, self._connection.total_changes)
        if self._lookup is None or self._lookup[0] != state:
            self._lookup = None  # frees its memory first
            self._lookup = state, Lookup(self._connection, source_language, language)
        return self._lookup[1]


def _batches(new: Iterable[Unit]) -> Iterator[tuple[list[Unit], L10nError | None]]:
    """What comes before an error of the input is a batch, too, with the error beside it."""
    waiting = iter(new)
    failure = None
    while not failure:
        batch: list[Unit] = []
        try:
            for unit in islice(waiting, BATCH):
                batch.append(unit)  # noqa: PERF402  # what came before an error must stay
        except L10nError as error:
            failure = error
        if not batch and not failure:
            return
        yield batch, failure
