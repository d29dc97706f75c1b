"""The own memory and the shared ones, asked as if they were one.

The own memory comes first, and of equal scores its match is the best; then the shared ones, as the settings have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from l10n.memory.concordance import ConcordanceHit
from l10n.memory.reader import MemoryReader
from l10n.memory.shared import SharedMemory
from l10n.memory.unit import THRESHOLD, MemoryMatch, Query


class Memories:
    """Memories that are open."""

    def __init__(self, own: MemoryReader | None, shared: Sequence[tuple[SharedMemory, MemoryReader]] = ()) -> None:
        self._own, self._shared = own, shared

    def matches(
        self, queries: Sequence[Query], source_language: str, language: str, threshold: int = THRESHOLD
    ) -> list[MemoryMatch | None]:
        """The best match of each query, penalties taken off; None where there is none of this score."""
        languages = source_language, language
        best: list[MemoryMatch | None] = [None] * len(queries)
        if self._own:
            best = self._own.matches(queries, *languages, threshold)
        for about, memory in self._shared:
            least = about.raised(threshold)
            wanting = [index for index, match in enumerate(best) if match is None or match.score < about.highest]
            if least is None or not wanting:
                continue
            for index, match in zip(
                wanting, memory.matches([queries[index] for index in wanting], *languages, least), strict=True
            ):
                best[index] = _better(best[index], match, about)
        return best

    def search(
        self,
        text: str,
        source_language: str | None = None,
        language: str | None = None,
        threshold: int = THRESHOLD,
        limit: int = 20,
    ) -> list[ConcordanceHit]:
        """Units that have the text, or something like it, penalties taken off; what two memories have comes once."""
        languages = source_language, language
        hits = self._own.search(text, *languages, threshold, limit) if self._own else []
        for about, memory in self._shared:
            least = about.raised(threshold)
            theirs = memory.search(text, *languages, least, limit) if least is not None else []
            hits += [replace(hit, score=about.lowered(hit.score), memory=about.name) for hit in theirs]
        first: dict[tuple[str, str, str], ConcordanceHit] = {}
        for hit in sorted(hits, key=lambda hit: -hit.score):  # stable: of equal ones, the own first
            first.setdefault((hit.unit.source, hit.unit.target, hit.unit.language), hit)
        return list(first.values())[:limit]


@contextmanager
def opened(own: MemoryReader | None, shared: Sequence[SharedMemory]) -> Iterator[Memories]:
    """The own memory, if there is one, with the shared ones; these are closed in the end. L10nError if one is no good.

    A shared memory that is the own one is not asked twice.
    """
    with ExitStack() as stack:
        others = [about for about in shared if own is None or not _same(own.path, about.file)]
        yield Memories(own, [(about, stack.enter_context(about.opened())) for about in others])


def _better(best: MemoryMatch | None, match: MemoryMatch | None, about: SharedMemory) -> MemoryMatch | None:
    if match is None:
        return best
    lowered = replace(match, score=about.lowered(match.score), memory=about.name)
    return lowered if best is None or lowered.score > best.score else best


def _same(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve()
