"""The trial: a decoder that fails in one way, and what becomes of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from l10n.drafting import Options
from l10n.drafting.appraisal import Appraisal
from l10n.drafting.repair import improve
from l10n.drafting.scoring import Languages, findings
from l10n.drafting.strategies import AS_USUAL
from l10n.engines import Capabilities, Decoding, Hypothesis
from l10n.model import Draft, Leg
from tests.drafting.provoked.failures import FAILURES, Sample, samples

RESCUES = ("nothing", "nothing", "hypothesis", "end-mark", "penalty", "quotes")
"""What makes the decoder give the good translation: most failures are stubborn."""
_RISKY = 0.5
_QUOTES = str.maketrans(dict.fromkeys("„“”«»", '"'))


@dataclass(frozen=True, slots=True)
class Case:
    """A sample, what the decoder answers instead of its good translation, and what it has to be asked for that."""

    sample: Sample
    wrong: str
    rescue: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case."""

    case: Case
    leg: Leg | None
    repaired: bool
    """The good translation, but for its quotation marks, dashes and the like, as the good one is finished, too."""
    shown: bool
    """By an error, a warning, what is lost, a high risk, or as an empty draft."""


class Failing:
    """Answers wrongly whatever it is asked, unless that is the rescue; of parts of the text it gives copies."""

    capabilities = Capabilities(scores=True, hypotheses=True, prefixes=True, penalties=True)

    def __init__(self, cases: Sequence[Case]) -> None:
        self._known: dict[str, tuple[str, Case]] = {}
        for case in cases:
            text = case.sample.text
            self._known |= {text[:-1]: ("end-mark", case), text.translate(_QUOTES): ("quotes", case)}
            self._known[text] = ("", case)

    def translate(
        self, texts: Sequence[str], how: Decoding = AS_USUAL, prefixes: Sequence[str] = ()
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """One hypothesis, or the good one behind it."""
        for index, text in enumerate(texts):
            answers = self._answers(text, how)[: how.hypotheses]
            yield index, tuple(Hypothesis(answer, -0.3 - place / 50, 20) for place, answer in enumerate(answers))

    def _answers(self, text: str, how: Decoding) -> list[str]:
        if text not in self._known:
            return [text]
        way, case = self._known[text]
        way = "penalty" if how.repetition_penalty > 1 else way
        good = case.sample.good
        if way == "hypothesis" or (case.rescue == "hypothesis" and not way):
            return [case.wrong, good]
        return [good if case.rescue == way else case.wrong]


def cases(name: str, seed: int = 1) -> list[Case]:
    """Every sample that can fail so, twice, in different ways."""
    rng = Random(f"{name} {seed}")
    made = ((sample, FAILURES[name](sample, rng)) for sample in (*samples(), *samples()))
    return [Case(sample, wrong, rng.choice(RESCUES)) for sample, wrong in made if wrong not in (None, sample.good)]


def outcomes(some: Sequence[Case]) -> Iterator[Outcome]:
    """Draft each case."""
    for case in some:
        languages = Languages(case.sample.source, case.sample.target)
        ((_, leg),) = improve(Failing([case]), [case.sample.text], languages, "x", 4)
        repaired = leg is not None and leg.text == _finished(case.sample)
        yield Outcome(case, leg, repaired, leg is None or _shown(case.sample, leg))


def table(name: str) -> Mapping[str, int]:
    """How many cases were tried, repaired, and shown of those that were not."""
    counts: Counter[str] = Counter()
    for outcome in outcomes(cases(name)):
        counts["tried"] += 1
        counts["repaired"] += outcome.repaired
        counts["shown"] += outcome.shown and not outcome.repaired
    return counts


def _finished(sample: Sample) -> str:
    good = Failing([Case(sample, sample.good, "")])
    ((_, leg),) = improve(good, [sample.text], Languages(sample.source, sample.target), "x", 1)
    return leg.text if leg else ""


def _shown(sample: Sample, leg: Leg) -> bool:
    counts = findings(sample.text, leg.text, Languages(sample.source, sample.target))
    draft, _ = Appraisal(sample.source, Options(), {}).rated(sample.text, Draft("x", (leg,)), sample.target)
    return bool(counts.errors or counts.warnings or leg.lost) or (draft.risk or 0.0) >= _RISKY
