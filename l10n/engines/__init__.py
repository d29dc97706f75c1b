"""The contract of engines: texts in, hypotheses out, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation that a decoder proposes for a text."""

    text: str
    score: float
    """Mean log-probability of a target token, natural logarithm: 0 is certain, lower is less."""
    tokens: int = 1

    @property
    def logprob(self) -> float:
        """Of the whole."""
        return self.score * self.tokens


@dataclass(frozen=True, slots=True)
class Decoding:
    """How a decoder looks for translations."""

    hypotheses: int = 1
    """So many of each text, best first; at most the beam."""
    repetition_penalty: float = 1.0
    """Above 1, tokens that were written already become less likely."""
    no_repeat: int = 0
    """No run of so many tokens is written twice; 0 for no limit."""


class Decoder(Protocol):
    """An open engine, such as l10n.engines.argos.decoder.Argos."""

    def translate(
        self, texts: Sequence[str], how: Decoding = ..., prefixes: Sequence[str] = ...
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Index and translations of each text, the likeliest first, as they are ready."""
