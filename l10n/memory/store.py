"""The memory as its users see it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from l10n.errors import L10nError
from l10n.memory import clock, database, drafts, marks, translations, units
from l10n.memory.drafts import FirstDraft
from l10n.memory.marks import Marked
from l10n.memory.reader import MemoryReader
from l10n.memory.translations import Key
from l10n.memory.unit import Unit, UnitOrigin
from l10n.memory.units import Learning, Learnt
from l10n.model.beam import Beam

BATCH = 10_000
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


class Memory(MemoryReader):
    """A translation memory; a context manager. L10nError if the file is none or cannot be used."""

    def __init__(self, path: Path, create: bool = True) -> None:
        super().__init__(path, database.connect(path, create))
        self._renew()

    def add(self, new: Iterable[Unit]) -> int:
        """Add units, or update those that are there; how many were new."""
        return sum(count for _, count in self.adding(new))

    def adding(self, new: Iterable[Unit]) -> Iterator[tuple[int, int]]:
        """As `add`; after each batch, which is then committed, yields how many units it had and how many are new."""
        for batch, failure in _batches(new):
            with self._writing_units():
                count = units.add(self._connection, batch)
            yield len(batch), count
            if failure:
                raise failure

    def learn(self, document: str, language: str, entries: Iterable[Learning]) -> Learnt:
        """Take what a catalogue says now. A unit goes if its entry says something else, unless another gave it, too."""
        with self._writing_units():
            return units.learn(self._connection, document, language, entries)

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

    def keep_rate(self, beam: Beam, rate: float) -> None:
        """Keep how many words a second packages have made of late, whatever their legs."""
        with self._writing():
            values = (f"rate beam={beam}", rate)
            self._connection.execute("INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)", values)

    def rate(self, beam: Beam) -> float | None:
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
        with self._writing_units():
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
                with self._writing_units():
                    units.renew(self._connection)

    @contextmanager
    def _writing_units(self) -> Iterator[None]:
        self._revision += 1
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with database.told(self.path), database.transaction(self._connection):
            yield


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
