"""`--base main`: what was wrong at that git revision already does not count, only what is new or worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from l10n.checking.examination import RawFinding
from l10n.model.findings import Severity


def new(raws: Sequence[RawFinding], before: Iterable[RawFinding]) -> tuple[list[RawFinding], int]:
    """The findings that an entry did not have before, and how many it did have.

    The same finding is set off first; then one of the same check that was as grave, as an edit changes what a message
    quotes.
    """
    same = Counter((raw.key, raw.check, raw.severity, raw.hit.message) for raw in before)
    left = [raw for raw in raws if not _taken(same, (raw.key, raw.check, raw.severity, raw.hit.message))]
    alike: Counter[tuple[object, ...]] = Counter()
    for (key, check, severity, _), count in same.items():
        alike[key, check, severity] += count
    kept = [raw for raw in left if not _taken_as_grave(alike, raw)]
    return kept, len(raws) - len(kept)


def _taken_as_grave(counts: Counter[tuple[object, ...]], raw: RawFinding) -> bool:
    """Take away one of the same entry and check that was as grave or graver, the least grave first."""
    return any(_taken(counts, (raw.key, raw.check, severity)) for severity in _grave(raw.severity))


def _taken(counts: Counter[Any], key: tuple[object, ...]) -> bool:
    """Take one of these away, if there is one."""
    if counts[key] <= 0:
        return False
    counts[key] -= 1
    return True


def _grave(severity: Severity) -> list[Severity]:
    """This severity and graver ones."""
    order = list(Severity)
    return order[: order.index(severity) + 1][::-1]
