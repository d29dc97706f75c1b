"""Search as translators mean it: where has this been translated before, and how?"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from l10n.memory.unit import Unit
from l10n.memory.words import seen
from l10n.text.apostrophe import merged


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A unit that has the text, or something like it."""

    score: int
    """Percent: 100 if the text stands in it, but for case, spaces and apostrophes; else as alike as its likest part."""
    unit: Unit
    memory: str = ""
    """What the settings call the shared memory that has it; empty for the own one."""


def search(units: Iterable[Unit], text: str, threshold: int, limit: int) -> list[ConcordanceHit]:
    """The best hits in source or target, the best first; of equal ones the shorter, then the earlier."""
    wanted = _plain(text)
    hits = _hits(units, wanted, threshold) if wanted else ()
    best = heapq.nsmallest(limit, hits, key=lambda ranked: (-ranked[1].score, len(ranked[1].unit.source), ranked[0]))
    return [hit for _, hit in best]


def _hits(units: Iterable[Unit], wanted: str, threshold: int) -> Iterator[tuple[int, ConcordanceHit]]:
    seen = set()
    for number, unit in enumerate(units):
        score = max(_score(wanted, _plain(text), threshold) for text in _texts(unit))
        key = (unit.source, unit.target, unit.language)
        if score >= threshold and key not in seen:  # the same in another context says nothing new
            seen.add(key)
            yield number, ConcordanceHit(score, unit)


def _texts(unit: Unit) -> Iterator[str]:
    """Source and target as readers see them, and with their marks."""
    for text in (unit.source, unit.target):
        yield text
        if unit.markup:
            yield seen(text, unit.markup)


def _score(wanted: str, text: str, threshold: int) -> int:
    if wanted in text:
        return 100
    alike = fuzz.ratio if len(text) < len(wanted) else fuzz.partial_ratio
    return min(99, int(alike(wanted, text, score_cutoff=threshold)))


def _plain(text: str) -> str:
    return " ".join(merged(text).casefold().split())
