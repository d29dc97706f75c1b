"""How like texts are: sacrebleu's chrF at its defaults (character n-grams up to 6, recall twice as important)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF


def disagreement(hypotheses: Sequence[str]) -> float:
    """1 less the mean likeness of the best translation, the first one, to each of the others; 0 if there are none.

    Not of all pairs: that would take twice as long for four of them.
    """
    best, *others = hypotheses or ("",)
    if not others:
        return 0.0
    return 1 - sum(similarity(other, best) for other in others) / len(others)


def similarity(text: str, reference: str) -> float:
    """How like the reference a text is, from 0 to 1; equal texts have 1."""
    if text == reference:
        return 1.0
    score: float = _chrf().sentence_score(text, [reference]).score
    return min(score / 100, 1.0)


@cache
def _chrf() -> CHRF:
    from sacrebleu.metrics.chrf import CHRF

    class OneReference(CHRF):
        """Keeps the n-grams of the last reference, which several texts in a row are compared with."""

        _last: tuple[Sequence[str], dict[str, Any]] = ((), {})

        def _extract_reference_info(self, refs: Sequence[str]) -> dict[str, Any]:
            if self._last[0] != refs:
                self._last = refs, super()._extract_reference_info(refs)
            return self._last[1]

    return OneReference()
