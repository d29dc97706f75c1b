"""The figures of an evaluation as cells of tables, for people."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.evaluation.scores import METRICS
from l10n.evaluation.summary import Evaluation, Foretold, Group
from l10n.reports.characters import visible
from l10n.reports.figures import NOT_CALIBRATED

GROUPS = ("language", "part", "segments", *METRICS, "as is", "median edits", "edit rate", "characters saved")
FIFTHS = ("language", "risk", "segments", "edit rate", "as is")


def group_cells(group: Group) -> tuple[str, ...]:
    """A row of GROUPS."""
    effort = group.effort
    return (
        group.language,
        part(group),
        f"{group.segments:,}",
        *(f"{score.value:.1f}" for score in group.scores),
        _percent(effort.as_is, group.segments),
        f"{effort.median_distance:g}",
        f"{100 * effort.median_rate:.0f} %",
        f"{effort.saved:,} ({_percent(effort.saved, effort.typed)})",
    )


def fifth_cells(foretold: Foretold) -> list[tuple[str, ...]]:
    """Rows of FIFTHS."""
    return [
        (
            foretold.language or "all",
            f"{fifth.lowest:.2f} to {fifth.highest:.2f}",
            f"{fifth.segments:,}",
            f"{100 * fifth.edit_rate:.0f} %",
            _percent(fifth.as_is, fifth.segments),
        )
        for fifth in foretold.fifths
    ]


def part(group: Group) -> str:
    """Which part of the language's drafts it is."""
    if group.engine is not None:
        return visible(group.engine or "unknown")
    return visible(group.document or group.kind or "all")


def headline(evaluation: Evaluation) -> str:
    """How many drafts were compared with what."""
    noun = "draft" if evaluation.segments == 1 else "drafts"
    what = "what people accepted" if evaluation.compared == "accepted" else visible(evaluation.compared)
    return f"{evaluation.segments:,} {noun} compared with {what}"


def correlation(foretold: Foretold) -> str:
    """How well risk has foretold the edits, in a sentence."""
    what = f"{f'{foretold.language}: ' if foretold.language else ''}rank correlation of risk and edit rate"
    doubt = "" if foretold.calibrated else f"; risk: {NOT_CALIBRATED}"
    if foretold.correlation is None:
        return f"{what}: none can be told from {foretold.segments:,} drafts{doubt}"
    return f"{what}: {foretold.correlation:+.2f} ({foretold.segments:,} drafts){doubt}"


def signatures(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Metric and sacrebleu's signature, each once; BLEU may have two, as languages are tokenized differently."""
    scores = (score for group in evaluation.groups for score in group.scores)
    pairs = dict.fromkeys((score.metric, score.signature) for score in scores)
    return sorted(pairs, key=lambda pair: METRICS.index(pair[0]))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def numbers(columns: Sequence[str]) -> list[bool]:
    """Which of the columns hold numbers."""
    return [name not in {"language", "part", "risk", "feature"} for name in columns]
