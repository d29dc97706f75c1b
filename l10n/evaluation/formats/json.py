"""For programs: all figures, as docs/eval.schema.json describes them."""

from __future__ import annotations

from typing import TextIO

from l10n.evaluation.summary import Evaluation, Fifth, Foretold, Group
from l10n.reports.serial import dump

_VERSION = 1
"""Goes up when something is renamed, removed or changes its meaning; not for new fields."""


def write(evaluation: Evaluation, out: TextIO) -> None:
    """One object."""
    value = {
        "version": _VERSION,
        "compared": evaluation.compared,
        "segments": evaluation.segments,
        "groups": [_group(group) for group in evaluation.groups],
        "risk": [_foretold(foretold) for foretold in evaluation.foretold],
    }
    dump(value, out)


def _group(group: Group) -> dict[str, object]:
    effort = group.effort
    return {
        "language": group.language,
        "document": group.document,
        "kind": group.kind,
        "engine": group.engine,
        "segments": group.segments,
        "scores": [
            {"metric": score.metric, "value": score.value, "signature": score.signature} for score in group.scores
        ],
        "effort": {
            "accepted_as_is": effort.as_is,
            "median_edit_distance": effort.median_distance,
            "median_edit_rate": effort.median_rate,
            "characters_typed": effort.typed,
            "characters_edited": effort.edited,
            "characters_saved": effort.saved,
        },
    }


def _foretold(foretold: Foretold) -> dict[str, object]:
    return {
        "language": foretold.language,
        "segments": foretold.segments,
        "correlation": foretold.correlation,
        "calibrated": foretold.calibrated,
        "fifths": [_fifth(fifth) for fifth in foretold.fifths],
    }


def _fifth(fifth: Fifth) -> dict[str, object]:
    return {
        "segments": fifth.segments,
        "lowest_risk": fifth.lowest,
        "highest_risk": fifth.highest,
        "mean_edit_rate": fifth.edit_rate,
        "accepted_as_is": fifth.as_is,
    }
