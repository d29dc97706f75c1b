"""For programs: docs/status.schema.json describes it, docs/status.md explains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from l10n.model import Counts, State, Status
from l10n.reports.serial import dump
from l10n.reports.status.figures import Total, totals


def write(rows: Sequence[Status], since: str | None, out: TextIO) -> None:
    """Each catalogue, then each language; `since` is the revision of the trends."""
    catalogues = [
        {"document": row.document, "language": row.language, "path": row.path.as_posix(), **_figures(row)}
        for row in rows
    ]
    languages = [
        {"language": total.language, "catalogues": total.catalogues, **_figures(total)} for total in totals(rows)
    ]
    dump({"version": 1, "since": since, "catalogues": catalogues, "languages": languages}, out)


def _figures(row: Status | Total) -> dict[str, object]:
    counts = row.counts
    return {
        "segments": counts.segments,
        "words": counts.words,
        "untranslated": counts.untranslated,
        "drafted": counts.drafted,
        "translated": counts.translated,
        "states": _states(counts.states),
        "words_by_state": _states(counts.words_by_state),
        "risks": list(row.risks),
        "risk_calibrated": row.calibrated,
        "trend": _trend(row.before, counts) if row.before is not None else None,
    }


def _states(amounts: Mapping[State, int]) -> dict[str, int]:
    return {state.value: amounts.get(state, 0) for state in State}


def _trend(before: Counts, now: Counts) -> dict[str, object]:
    return {
        "states": _differences(before, now),
        "words_by_state": _differences(before.in_words, now.in_words),
    }


def _differences(before: Counts, now: Counts) -> dict[str, int]:
    return {state.value: now[state] - before[state] for state in State}
