"""`make bench-risk DATA=…`: how well risk without a decoder foretells which machine translations are bad.

    python -m tests.benchmarks.risk DATA

DATA has `machine`. The features that need only the two texts, and the findings of all checks in them, against the chrF
of each segment with its reference; and the weights by which those in l10n/risk/formula.py were chosen. Prints Markdown
tables.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from l10n.checks import checks
from l10n.evaluation.correlation import spearman
from l10n.evaluation.fitting import EditedDraft, fitted, held_out
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.risk.features import Features, of_texts
from l10n.risk.formula import START, TERMS, Values, Weights, risk
from l10n.risk.likeness import disagreement, similarity
from tests.benchmarks.tables import show
from tests.benchmarks.translations import MACHINE, machine_rows

KNOWN = ("errors", "warnings", "notes", "short", "long", "rare", "names")
"""Terms that need no decoder."""
NOTHING = Weights(0.0, (0.0,) * len(TERMS))
"""Where the fits below begin, as the starting values come from this very data."""
HYPOTHESES = 4


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine translation and how good it is."""

    pair: str
    """Name of the set, as `wmt21.de-en`."""
    system: str
    source: str
    text: str
    features: Features
    chrf: float
    """From 0 to 1."""
    edit_rate: float
    """From 0 to 1, by characters."""

    @property
    def example(self) -> EditedDraft:
        """What fitting gets: by pair of languages, so that one is foretold by the other."""
        return EditedDraft(self.features, 1 - self.chrf, self.pair)


def main(data: Path) -> None:
    """Measure all and print it."""
    drafts = [draft for name in MACHINE for draft in _drafts(data, name)]
    show(
        "Rank correlation with segment chrF",
        "pair|system|segments|source length|starting weights|held out|starting weights, edit rate",
        _all(drafts),
    )
    show("Each feature alone", "|".join(("feature", *MACHINE)), _alone(drafts))
    columns = "|".join(("feature", *MACHINE, "both", "starting", "mean value"))
    show("Weights fitted to 1 - chrF, from nothing", columns, _weights(drafts))
    show("Microseconds a segment", "what|mean", _speed(data))


def _drafts(data: Path, name: str) -> Iterable[Draft]:
    for row in machine_rows(data, name):
        for system in list(row)[2:]:
            features = _features(row["src"], row[system], *MACHINE[name])
            rate = Levenshtein.normalized_distance(row[system], row["ref"])
            yield Draft(name, system, row["src"], row[system], features, similarity(row[system], row["ref"]), rate)


def _features(source: str, text: str, source_language: str, language: str) -> Features:
    pair = Pair(source, text, source_language, language)
    found = Counter(
        hit.severity or check.rule.severity for check in checks().values() if check.pair for hit in check.pair(pair)
    )
    return replace(
        of_texts(source, text, source_language, language),
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        notes=found[Severity.INFO],
    )


def _all(drafts: Sequence[Draft]) -> Iterable[list[str]]:
    """A row a system, a pair, and all; the weights for a pair are fitted to the other one."""
    foretold = dict(zip(map(id, drafts), held_out([draft.example for draft in drafts], NOTHING), strict=True))
    columns: tuple[Callable[[Draft], float], ...] = (
        lambda draft: len(draft.source),
        lambda draft: risk(draft.features),
        lambda draft: foretold[id(draft)],
    )
    for name in MACHINE:
        own = [draft for draft in drafts if draft.pair == name]
        for system in dict.fromkeys(draft.system for draft in own):
            yield [name, system, *_row([draft for draft in own if draft.system == system], columns)]
        yield [name, "**all**", *_row(own, columns)]
    yield ["**all**", "**all**", *_row(drafts, columns)]


def _row(drafts: Sequence[Draft], columns: Iterable[Callable[[Draft], float]]) -> list[str]:
    chrf = [draft.chrf for draft in drafts]
    found = [spearman(list(map(column, drafts)), chrf) for column in columns]
    by_edits = spearman([risk(draft.features) for draft in drafts], [draft.edit_rate for draft in drafts])
    return [f"{len(drafts):,}", *map(_number, (*found, by_edits))]


def _alone(drafts: Sequence[Draft]) -> Iterable[list[str]]:
    for term in TERMS:
        if term.name in KNOWN:
            values = [[_value(term.values(one.features), term.limit) for one in own] for own in _by_pair(drafts)]
            chrf = [[one.chrf for one in own] for own in _by_pair(drafts)]
            yield [term.name, *(_number(spearman(*both)) for both in zip(values, chrf, strict=True))]


def _weights(drafts: Sequence[Draft]) -> Iterable[list[str]]:
    fits = [fitted([one.example for one in own], NOTHING) for own in (*_by_pair(drafts), drafts)]
    for place, term in enumerate(TERMS):
        if term.name in KNOWN:
            mean = statistics.fmean(_value(term.values(one.features), term.limit) for one in drafts)
            found = (f"{one.terms[place]:.2f}" for one in (*fits, START))
            yield [term.name, *found, f"{mean:.2f}"]


def _value(values: Values, limit: float) -> float:
    return sum(min(max(0.0, value), limit) for value in values)


def _by_pair(drafts: Sequence[Draft]) -> list[list[Draft]]:
    return [[draft for draft in drafts if draft.pair == name] for name in MACHINE]


def _speed(data: Path) -> Iterable[list[str]]:
    """Of four systems' translations in place of four hypotheses, which are more alike."""
    name = list(MACHINE)[-1]
    rows = machine_rows(data, name)
    texts = [[row[system] for system in list(row)[2 : 2 + HYPOTHESES]] for row in rows]
    disagreement(texts[0])
    yield [
        f"disagreement of {HYPOTHESES} hypotheses",
        _microseconds(lambda: [disagreement(one) for one in texts], rows),
    ]
    found = [of_texts(row["src"], own[0], *MACHINE[name]) for row, own in zip(rows, texts, strict=True)]
    yield [
        "features of the two texts",
        _microseconds(lambda: [of_texts(row["src"], row["ref"], *MACHINE[name]) for row in rows], rows),
    ]
    yield ["the formula", _microseconds(lambda: [risk(one) for one in found], rows)]


def _microseconds(run: Callable[[], object], rows: Sequence[object]) -> str:
    start = time.process_time()
    run()
    return f"{(time.process_time() - start) / len(rows) * 1e6:,.0f}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:+.3f}"


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    if len(given) != 1 or not (given[0] / "machine").is_dir():
        sys.exit("usage: make bench-risk DATA=FOLDER, which has `machine`")
    main(given[0])
