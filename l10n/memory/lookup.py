"""The best match of each query: what a comparison with every unit would find, in a fraction of the time.

First the same text, then the same normal form, then the candidates of the index, best bound first, until no bound is as
high as the best score found. Of equal scores, a reviewed unit is better, then the newest, then the first to come.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from l10n.memory.candidates import Candidates
from l10n.memory.form import Form, form
from l10n.memory.similarity import exact, match, same_context, similarity
from l10n.memory.unit import CLOSEST, EXACT, IN_CONTEXT, MemoryMatch, Query, Unit, UnitOrigin
from l10n.memory.units import BEST_FIRST, COLUMNS, form_id, segment_id, unit_of
from l10n.memory.words import seen

_Ranked = tuple[int, Unit]
"""A unit with its id."""
_SELECT = {
    "segment": f"SELECT id, {COLUMNS} FROM unit INDEXED BY unit_key WHERE segment = ? AND language = ?"  # noqa: S608  # ours
    f" AND source_language = ? ORDER BY {BEST_FIRST}",
    "form": f"SELECT id, {COLUMNS} FROM unit INDEXED BY unit_form WHERE form = ? AND language = ?"  # noqa: S608  # ours
    f" AND source_language = ? ORDER BY {BEST_FIRST}",
}
"""Without the index's name SQLite takes the one that has the language, and reads half the memory."""


class Lookup:
    """Look-ups in one language pair; holds as long as nobody changes the units."""

    def __init__(self, connection: sqlite3.Connection, source_language: str, language: str) -> None:
        self._connection = connection
        self._languages = (source_language, language)
        rows = connection.execute(
            "SELECT id, text, bag FROM form WHERE language = ? AND id IN (SELECT form FROM unit WHERE language = ?)",
            self._languages,
        )
        self._candidates = Candidates(rows)

    def best(self, query: Query, threshold: int) -> MemoryMatch | None:
        """The best match from this score on."""
        if exact := self._exact(query):
            return exact if exact.score >= threshold else None
        if threshold > CLOSEST:
            return None
        wanted = form(seen(query.text, query.markup), self._languages[0])
        best: tuple[MemoryMatch, int] | None = None
        for key, bound in self._forms(wanted, threshold):
            least = best[0].score if best else threshold
            if bound < least:
                break
            text = self._text(key)
            if text is not None and similarity(wanted, text, least) >= least:
                candidate = self._of_form(query, key, similarity(wanted, text))
                best = _better(best, candidate, threshold)
        return best[0] if best else None

    def _exact(self, query: Query) -> MemoryMatch | None:
        units = self._units("segment", segment_id(*self._languages, query.text))
        same = [unit for _, unit in units if unit.source == query.text]
        for unit in same:
            if same_context(query, unit):
                return exact(unit, IN_CONTEXT)
        return exact(same[0], EXACT) if same else None

    def _forms(self, wanted: Form, threshold: int) -> Iterator[tuple[int, int]]:
        """Normal forms and the highest score that they may have; best first, none twice."""
        own = form_id(self._languages[0], wanted.text)
        yield own, CLOSEST
        for key, bound in self._candidates.near(wanted, threshold):
            if key != own:
                yield key, min(bound, CLOSEST)

    def _of_form(self, query: Query, key: int, most: int) -> tuple[MemoryMatch, int] | None:
        """The best unit of a normal form: the first in rank whose numbers can all be put right, if there is one."""
        best: tuple[MemoryMatch, int] | None = None
        for number, unit in self._units("form", key):
            candidate = match(query, unit)
            if best is None or candidate.score > best[0].score:
                best = candidate, number
            if candidate.score >= most:
                break
        return best

    def _text(self, key: int) -> str | None:
        row = self._connection.execute("SELECT text FROM form WHERE id = ?", (key,)).fetchone()
        return row[0] if row else None

    def _units(self, column: str, value: int) -> Iterator[_Ranked]:
        rows = self._connection.execute(_SELECT[column], (value, self._languages[1], self._languages[0]))
        for number, *row in rows:
            yield number, unit_of(tuple(row))


_WORTH = {origin: -number for number, origin in enumerate(UnitOrigin)}


def rank(match: MemoryMatch, number: int) -> tuple[int, int, str, int]:
    """The greater the better; `number` is the unit's place in the memory."""
    return match.score, _WORTH[match.unit.origin], match.unit.when, -number


def _better(
    best: tuple[MemoryMatch, int] | None, candidate: tuple[MemoryMatch, int] | None, threshold: int
) -> tuple[MemoryMatch, int] | None:
    if candidate is None or candidate[0].score < threshold:
        return best
    return candidate if best is None or rank(*candidate) > rank(*best) else best
