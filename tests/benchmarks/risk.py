"""`make bench-risk DATA=…`: how well risk without a decoder foretells which machine translations are bad.

    python -m tests.benchmarks.risk DATA

DATA has `machine`. The features that need only the two texts, and the findings of all checks in them, against what each
translation is worth with its reference: chrF, and TER without its shifts, which is the edit rate by words. Half of the
segments, by a hash of the source, are for fitting; all figures are of the others. Prints Markdown tables.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from l10n.drafting.scoring import Languages, findings
from l10n.evaluation.fitting import EditedDraft, fitted
from l10n.risk.calibration import calibrated
from l10n.risk.features import Features, of_texts
from l10n.risk.formula import START, TERMS, Factor, Weights, risk
from l10n.risk.likeness import disagreement, similarity
from tests.benchmarks.ranking import auc, worst_fifth
from tests.benchmarks.tables import show
from tests.benchmarks.translations import SYSTEMS, Row, machine_rows

KNOWN = ("errors", "warnings", "notes", "left", "brief", "short", "long", "rare", "names", "commas", "dash")
"""Terms that need no decoder."""
NOTHING = Weights(0.0, (0.0,) * len(TERMS))
"""Where the fits below begin, as the starting values come from this very data."""
HYPOTHESES = 4
ELSEWHERE = ("other half", "other systems", "other pairs")
Order = Callable[["Draft"], float]


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine translation and how bad it is."""

    pair: str
    """Name of the set, as `wmt21.de-en`."""
    system: str
    source: str
    features: Features
    badness: tuple[float, float]
    """1 less chrF, and the edit rate."""
    fit: bool
    """It is of the half that weights are fitted to."""
    worst: tuple[bool, bool] = (False, False)
    """Among the worst fifth of what the system made of its half, by chrF and by TER."""

    @property
    def example(self) -> EditedDraft:
        """What fitting gets: how likely it is among the worst."""
        return EditedDraft(self.features, statistics.fmean(self.worst), self.pair)


BASELINES: dict[str, Order] = {
    "shortest first": lambda draft: -len(draft.source),
    "longest first": lambda draft: len(draft.source),
    "findings": lambda draft: sum(getattr(draft.features, name) or 0 for name in ("errors", "warnings", "notes")),
}


def main(data: Path) -> None:
    """Measure all and print it."""
    groups = [group for name in SYSTEMS for group in _groups(data, name)]
    fits = [draft for group in groups for draft in group if draft.fit]
    judged = [group for group in groups if not group[0].fit]
    columns = "|".join(f"{name}, {by}" for name in ("risk", *BASELINES) for by in ("chrF", "TER"))
    show("Area under the curve, worst fifth", f"pair|system|segments|{columns}", _against(judged))
    columns = "|".join(f"{name}, {by}" for name in ELSEWHERE for by in ("chrF", "TER"))
    show("Weights fitted elsewhere", f"pair|{columns}|calibrated", _elsewhere(judged, fits))
    columns = "|".join(f"{name}, {by}" for name in SYSTEMS for by in ("chrF", "TER"))
    show("Each feature alone", f"feature|{columns}", _alone(judged))
    columns = "|".join((*SYSTEMS, "all", "starting", "mean value"))
    show("Weights fitted to one half, from nothing", f"feature|{columns}", _weights(fits))
    show("Microseconds a segment", "what|mean", _speed(data))


def _groups(data: Path, name: str) -> Iterable[list[Draft]]:
    """The translations of each system: of one half of the segments, then of the other."""
    rows = machine_rows(data, name)
    with Pool() as pool:
        for system in list(rows[0])[2:]:
            drafts = pool.map(partial(_draft, name, system), rows, chunksize=50)
            for fit in (True, False):
                half = [draft for draft in drafts if draft.fit is fit]
                by_chrf, by_ter = (worst_fifth([draft.badness[by] for draft in half]) for by in (0, 1))
                worst = zip(by_chrf, by_ter, strict=True)
                yield [replace(draft, worst=both) for draft, both in zip(half, worst, strict=True)]


def _draft(name: str, system: str, row: Row) -> Draft:
    source, text, reference = row["src"], row[system], row["ref"]
    features = _features(source, text, *SYSTEMS[name])
    words = reference.split()
    badness = 1 - similarity(text, reference), Levenshtein.distance(text.split(), words) / len(words)
    return Draft(name, system, source, features, badness, fit=sha256(source.encode()).digest()[0] % 2 == 1)


def _features(source: str, text: str, source_language: str, language: str) -> Features:
    """As the appraisal of a draft has them."""
    counts = findings(source, text, Languages(source_language, language))
    features = of_texts(source, text, source_language, language)
    return replace(
        features,
        errors=counts.errors,
        warnings=counts.warnings,
        notes=counts.notes,
        left=counts.left or features.left,
    )


def _against(judged: Sequence[Sequence[Draft]]) -> Iterable[list[str]]:
    """Risk beside other orders: a row a system, then the mean of the pair."""
    orders: tuple[Order, ...] = (lambda draft: risk(draft.features), *BASELINES.values())
    for name in SYSTEMS:
        own = [group for group in judged if group[0].pair == name]
        figures = [[area for order in orders for area in _areas(group, order)] for group in own]
        for group, areas in zip(own, figures, strict=True):
            yield [name, group[0].system, f"{len(group):,}", *map(_number, areas)]
        means = map(statistics.fmean, zip(*figures, strict=True))
        yield [name, "**mean**", f"{sum(map(len, own)):,}", *map(_number, means)]


def _areas(group: Sequence[Draft], order: Order) -> tuple[float, float]:
    scores = [order(draft) for draft in group]
    by_chrf, by_ter = (auc(scores, [draft.worst[by] for draft in group]) for by in (0, 1))
    return by_chrf, by_ter


def _elsewhere(judged: Sequence[Sequence[Draft]], fits: Sequence[Draft]) -> Iterable[list[str]]:
    """Fitted to the other half of the segments; of every second system only, judged on the others; of other pairs."""
    systems = {name: list(dict.fromkeys(draft.system for draft in fits if draft.pair == name)) for name in SYSTEMS}
    seen = {(name, system) for name, several in systems.items() for system in several[::2]}
    half = _fit(fits)
    some = _fit([draft for draft in fits if (draft.pair, draft.system) in seen])
    for name in SYSTEMS:
        others = _fit([draft for draft in fits if draft.pair != name])
        own = [group for group in judged if group[0].pair == name]
        unseen = [group for group in own if (name, group[0].system) not in seen]
        means = (*_means(own, half), *_means(unseen, some), *_means(own, others))
        yield [name, *map(_number, means), "yes" if calibrated(*SYSTEMS[name]) else "no"]


def _fit(drafts: Sequence[Draft]) -> Weights:
    return fitted([draft.example for draft in drafts], NOTHING)


def _means(groups: Sequence[Sequence[Draft]], weights: Weights) -> tuple[float, ...]:
    areas = [_areas(group, lambda draft: risk(draft.features, weights)) for group in groups]
    return tuple(map(statistics.fmean, zip(*areas, strict=True)))


def _alone(judged: Sequence[Sequence[Draft]]) -> Iterable[list[str]]:
    for term in TERMS:
        if term.name in KNOWN:
            order = partial(_value, term)
            pairs = [[_areas(group, order) for group in judged if group[0].pair == name] for name in SYSTEMS]
            means = (statistics.fmean(areas) for pair in pairs for areas in zip(*pair, strict=True))
            yield [term.name, *map(_number, means)]


def _weights(fits: Sequence[Draft]) -> Iterable[list[str]]:
    sets: tuple[Iterable[str], ...] = (*([name] for name in SYSTEMS), SYSTEMS)
    weights = [_fit([draft for draft in fits if draft.pair in names]) for names in sets]
    for place, term in enumerate(TERMS):
        if term.name in KNOWN:
            mean = statistics.fmean(_value(term, draft) for draft in fits)
            yield [term.name, *(f"{each.terms[place]:.2f}" for each in (*weights, START)), f"{mean:.2f}"]


def _value(term: Factor, draft: Draft) -> float:
    return sum(min(max(0.0, value), term.limit) for value in term.values(draft.features) if value is not None)


def _speed(data: Path) -> Iterable[list[str]]:
    """Of four systems' translations in place of four hypotheses, which are more alike."""
    name = list(SYSTEMS)[-1]
    rows = machine_rows(data, name)
    texts = [[row[system] for system in list(row)[2 : 2 + HYPOTHESES]] for row in rows]
    disagreement(texts[0])
    yield [
        f"disagreement of {HYPOTHESES} hypotheses",
        _microseconds(lambda: [disagreement(one) for one in texts], rows),
    ]
    features = [of_texts(row["src"], own[0], *SYSTEMS[name]) for row, own in zip(rows, texts, strict=True)]
    yield [
        "features of the two texts",
        _microseconds(lambda: [of_texts(row["src"], row["ref"], *SYSTEMS[name]) for row in rows], rows),
    ]
    yield ["the formula", _microseconds(lambda: [risk(one) for one in features], rows)]


def _microseconds(run: Callable[[], object], rows: Sequence[object]) -> str:
    start = time.process_time()
    run()
    return f"{(time.process_time() - start) / len(rows) * 1e6:,.0f}"


def _number(value: float) -> str:
    return f"{value:.3f}"


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    if len(given) != 1 or not (given[0] / "machine").is_dir():
        sys.exit("usage: make bench-risk DATA=FOLDER, which has `machine`")
    main(given[0])
