"""Passages that a sentence runs over: what one cue begins and the next one ends is one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from l10n.documents import Split
from l10n.documents.subtitles.passages import CuePassage
from l10n.model import BlockKind, Span

PAUSE = 2.0
"""Seconds between two cues from which no sentence goes on: so long a pause is one that viewers are shown with an
ellipsis, in the style guides for subtitles of large broadcasters (docs/formats.md)."""
MOST = 50
"""Cues that one text may run over: a file without any end marks has no sentences."""
LONGEST = 10
"""Cues that one sentence may run over; where there seems to be a longer one, its cues stand for themselves."""


def joined(text: str, passages: Sequence[CuePassage], split: Split) -> Iterator[list[CuePassage]]:
    """The passages in groups; no sentence runs over the border of two groups."""
    for chain in _chains(text, passages):
        borders = _sentence_borders(chain, split) if len(chain) > 1 else []
        for start, end in pairwise((0, *borders, len(chain))):
            yield from (chain[first : min(first + MOST, end)] for first in range(start, end, MOST))


def _chains(text: str, passages: Sequence[CuePassage]) -> Iterator[list[CuePassage]]:
    """Passages of neighbouring cues that might go on with each other."""
    chain: list[CuePassage] = []
    for passage in passages:
        if chain and not _may_go_on(text, chain[-1], passage):
            yield chain
            chain = []
        chain.append(passage)
    if chain:
        yield chain


def _may_go_on(text: str, before: CuePassage, passage: CuePassage) -> bool:
    """The last passage of one cue, and the first one of the next."""
    if passage.number != before.number + 1 or passage.is_answer:
        return False
    if {before.kind, passage.kind} != {BlockKind.SUBTITLE}:
        return False
    times, earlier = passage.cue.times, before.cue.times
    is_next = earlier.from_second <= times.from_second < earlier.to_second + PAUSE
    return is_next and before.manner(text) == passage.manner(text)


def _sentence_borders(chain: Sequence[CuePassage], split: Split) -> list[int]:
    """The numbers of the passages that begin a sentence, but for the first one."""
    texts = [passage.words for passage in chain]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    within = _within(split("\n".join(texts)), starts)
    return [number for number in range(1, len(chain)) if number not in within]


def _within(sentences: Sequence[Span], starts: Sequence[int]) -> set[int]:
    """The numbers of the passages that begin within a sentence."""
    within: set[int] = set()
    number = 1
    for start, end in sentences:
        first = number
        while number < len(starts) - 1 and starts[number] < end:
            number += 1
        inside = [border for border in range(first, number) if start < starts[border]]
        if len(inside) < LONGEST:
            within.update(inside)
    return within
