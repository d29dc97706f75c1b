"""What can be asked of a memory without writing to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from l10n.errors import L10nError
from l10n.memory import database, units
from l10n.memory.concordance import ConcordanceHit, search
from l10n.memory.unit import LOWEST, THRESHOLD, MemoryMatch, Query, Unit

if TYPE_CHECKING:
    from l10n.memory.lookup import Lookup


class MemoryReader:
    """The units of a memory; a context manager. L10nError if the file cannot be used."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lookup: tuple[object, Lookup] | None = None
        self._revision = 0
        """Times that this process has changed units."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be asked any more."""
        self._lookup = None
        with database.told(self.path):
            self._connection.close()

    def units(self, source_language: str | None = None, language: str | None = None) -> Iterator[Unit]:
        """All units of these languages, oldest first, as the memory is when the first is asked for."""
        with self._told():
            yield from units.read(self._connection, source_language, language)

    def matches(
        self, queries: Sequence[Query], source_language: str, language: str, threshold: int = THRESHOLD
    ) -> list[MemoryMatch | None]:
        """The best match of each query; None where there is none of this score. The index is made at the first call."""
        if threshold < LOWEST:
            raise L10nError(f"a threshold of {threshold} %", f"give one from {LOWEST}: less is no resemblance")
        with self._told(), database.transaction(self._connection, "DEFERRED"):
            if not units.any_of(self._connection, source_language, language):  # the index takes its time
                return [None] * len(queries)
            lookup = self._looking(source_language, language)
            return [lookup.best(query, threshold) for query in queries]

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

    def _told(self) -> AbstractContextManager[None]:
        """What is wrong with the file is said in one line."""
        return database.told(self.path)

    def _looking(self, source_language: str, language: str) -> Lookup:
        """The index; made anew if another process has changed the file since, or this one units."""
        from l10n.memory.lookup import Lookup  # numpy takes its time to import

        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        state = (source_language, language, version, self._revision)
        if self._lookup is None or self._lookup[0] != state:
            self._lookup = None  # frees its memory first
            self._lookup = state, Lookup(self._connection, source_language, language)
        return self._lookup[1]
