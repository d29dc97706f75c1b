"""What a reviewer looks up on a served page: the memory, the glossary, and what has become of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.bookkeeping.marks import origin
from l10n.catalogue.git.history import catalogue_at, revisions
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.glossary import Glossary, Term
from l10n.memory.concordance import ConcordanceHit
from l10n.memory.memories import Memories
from l10n.model import Entry
from l10n.review import MemoryHint, TermHint

LONGEST = 400
"""Characters of a text that is looked up; what stands behind them says nothing more."""
_MOST = 20
_ALIKE = 70
"""Percent."""
REVISIONS = 30
"""How far back a history goes, at most."""


@dataclass(frozen=True, slots=True)
class PageEvent:
    """Something that has happened to an entry."""

    when: str
    """ISO 8601, as precisely as anybody knows."""
    who: str
    what: str
    """The state that it got, or what was decided."""
    texts: tuple[str, ...] = ()


def units(memories: Memories, text: str, source: str, language: str) -> tuple[MemoryHint, ...]:
    """Where the memory has this text, or something like it, the best first."""
    hits = memories.search(text[:LONGEST], source, language, _ALIKE, _MOST) if text.strip() else []
    return tuple(map(_hint, hits))


def terms(glossary: Glossary | None, text: str, source: str, language: str) -> tuple[TermHint, ...]:
    """The terms that the text has, then those that have the text, in the order of the glossary."""
    if glossary is None or not text.strip():
        return ()
    wanted = text[:LONGEST].strip().casefold()
    fitting = {id(match.term): match.term for match in glossary.matches(text[:LONGEST], source)}
    fitting |= {id(term): term for term in glossary.terms if _has(term, wanted, source, language)}
    hints = (_term(term, source, language) for term in fitting.values())
    return tuple(hint for hint in hints if hint.words or hint.forbidden)[:_MOST]


def history(path: Path, wanted: str) -> Iterator[PageEvent]:
    """What the revisions of git have done to the entry of this key, the newest first; nothing without git."""
    known: tuple[Entry, PageEvent] | None = None
    for revision in revisions(path, REVISIONS):
        catalogue = catalogue_at(path, revision.name)
        entry = next((entry for entry in catalogue.active if key(entry) == wanted), None) if catalogue else None
        if known and (entry is None or _seen(entry) != _seen(known[0])):
            yield known[1]
        if entry is None:
            return
        what = " ".join(filter(None, (state(entry).value, origin(entry) and f"({origin(entry)})")))
        known = entry, PageEvent(revision.when, revision.who, what, entry.texts)
    if known:
        yield known[1]


def _seen(entry: Entry) -> tuple[object, ...]:
    return entry.texts, state(entry)


def _hint(hit: ConcordanceHit) -> MemoryHint:
    unit = hit.unit
    told = " ".join(filter(None, (unit.origin, unit.who, hit.memory and f"from {hit.memory}")))
    return MemoryHint(hit.score, unit.source, unit.target, told)


def _has(term: Term, wanted: str, source: str, language: str) -> bool:
    words = (*term.words.get(source, ()), *term.words.get(language, ()))
    return any(wanted in word.casefold() for word in words)


def _term(term: Term, source: str, language: str) -> TermHint:
    names = term.words.get(source, ("",))
    return TermHint(names[0], (0, 0), term.words.get(language, ()), term.forbidden.get(language, ()), term.note)
