"""chrF, chrF++, BLEU and TER of sacrebleu, each with the signature by which others get the same number.

BLEU tokenizes German and English as everybody does (13a) and all other languages as `intl`, which knows the punctuation
of Unicode: 13a would leave « », „ “ and – at the words. The tokenizer stands in the signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from l10n.languages import record

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

METRICS = ("chrF", "chrF++", "BLEU", "TER")
"""In the order of the results; of TER less is better."""


@dataclass(frozen=True, slots=True)
class Score:
    """One metric over a corpus of segments."""

    metric: str
    value: float
    """Percent, but TER may be more than 100."""
    signature: str


def scores(drafts: Sequence[str], accepted: Sequence[str], lang: str) -> tuple[Score, ...]:
    """All METRICS, for at least one segment."""
    values = []
    for name in METRICS:
        metric = _metrics(record(lang).bleu)[name]
        value: float = metric.corpus_score(drafts, [accepted]).score
        values.append(Score(name, value, str(metric.get_signature())))
    return tuple(values)


@cache
def _metrics(tokenizer: str) -> dict[str, Metric]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    # `force` silences a warning on stderr about texts that look tokenized
    return dict(zip(METRICS, (CHRF(), CHRF(word_order=2), BLEU(tokenize=tokenizer, force=True), TER()), strict=True))
