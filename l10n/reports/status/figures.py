"""What all forms of the status show: parts of a bar, sums by language, percent, changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.model import READ, SIGNED, STALE, TENTHS, Counts, State, Status
from l10n.reports.characters import visible
from l10n.reports.figures import amount

Change = Mapping[State, int]
"""How much more or less is in each state; without those that stayed as they were."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """A stretch of a bar."""

    name: str
    states: frozenset[State]


PARTS = (
    BarPart("reviewed", SIGNED),
    BarPart("translated", frozenset({State.TRANSLATED})),
    BarPart("accepted unread", frozenset({State.UNREAD})),
    BarPart("drafted", frozenset({State.DRAFT, State.EDITED}) | STALE),
    BarPart("untranslated", frozenset({State.UNTRANSLATED})),
)
"""Each state is in one of them; the farthest first."""


@dataclass(frozen=True, slots=True)
class Total:
    """All catalogues of a language together."""

    language: str
    catalogues: int
    counts: Counts
    risks: tuple[int, ...]
    before: Counts | None
    calibrated: bool = True
    """Of all catalogues that have drafts with a risk."""


def totals(rows: Iterable[Status]) -> list[Total]:
    """The sums of each language, by its code."""
    groups: dict[str, list[Status]] = {}
    for row in rows:
        groups.setdefault(row.language, []).append(row)
    return [_total(name, group) for name, group in sorted(groups.items())]


def _total(language: str, rows: Sequence[Status]) -> Total:
    counts = sum((row.counts for row in rows), Counts())
    earlier = [row.before for row in rows if row.before is not None]
    calibrated = all(row.calibrated for row in rows if any(row.risks))
    return Total(language, len(rows), counts, risks(rows), sum(earlier, Counts()) if earlier else None, calibrated)


def named(rows: Sequence[Status]) -> Iterator[tuple[str, Status | Total]]:
    """What a table calls its lines: the catalogues, then each language that has several."""
    doubtful = ambiguous(rows)
    for row in rows:
        yield visible(row.path.as_posix() if row.path in doubtful else row.document), row
    for total in totals(rows):
        if total.catalogues > 1:
            yield amount(total.catalogues, "catalogue"), total


def ambiguous(rows: Sequence[Status]) -> frozenset[Path]:
    """The catalogues that only their path tells apart: another has their document and language, too."""
    times = Counter((row.document, row.language) for row in rows)
    return frozenset(row.path for row in rows if times[row.document, row.language] > 1)


def risks(rows: Iterable[Status | Total]) -> tuple[int, ...]:
    """The drafts of all of them by tenth of risk."""
    return tuple(map(sum, zip((0,) * TENTHS, *(row.risks for row in rows), strict=True)))


def tenth(number: int) -> str:
    """As `0.3 to 0.4`, of the fourth."""
    return f"{number / TENTHS:.1f} to {(number + 1) / TENTHS:.1f}"


def amounts(counts: Counts) -> list[int]:
    """Segments of each part of the bar."""
    return [sum(counts[state] for state in part.states) for part in PARTS]


def widths(shares: Sequence[int], width: int, least: int = 1) -> list[int]:
    """The width shared out by size; what is there at all gets `least`, for which the width must do."""
    total = sum(shares)
    if not total:
        return [0] * len(shares)
    room = width - least * sum(share > 0 for share in shares)
    shared = [least + room * share // total if share else 0 for share in shares]
    shared[shared.index(max(shared))] += width - sum(shared)
    return shared


def percent(part: int, whole: int) -> int:
    """Rounded, but 0 only for nothing, and 100 only for everything."""
    if part in (0, whole):
        return 100 if part else 0
    return min(max(round(100 * part / whole), 1), 99)


def progress(counts: Counts) -> tuple[int, str]:
    """Percent of the words, and of which kind: what people have translated, or `reviewed` once they signed it all.

    What is accepted unread does not count. A text without words is counted in segments; so is what has none in others:
    an emoji that is missing, and nothing else, leaves 99 percent.
    """
    shares = counts.in_words if counts.words else counts
    if shares.segments and all(each.reviewed == each.segments for each in (shares, counts)):
        return 100, State.REVIEWED.value
    share = percent(_read(shares), shares.segments)
    least, most = int(_read(counts) > 0), 100 if _read(counts) == counts.segments else 99
    return min(max(share, least), most), State.TRANSLATED.value


def _read(counts: Counts) -> int:
    return sum(counts[state] for state in READ)


def change(before: Counts, now: Counts) -> Change:
    """How many more segments are in each state now; the farthest state first."""
    differences = {state: now[state] - before[state] for state in reversed(State)}
    return {state: number for state, number in differences.items() if number}


def change_in_words(differences: Change) -> str:
    """The changes in a line: `+12 reviewed, −12 draft`."""
    return ", ".join(f"{number:+} {state}".replace("-", "−") for state, number in differences.items()) or "no change"
